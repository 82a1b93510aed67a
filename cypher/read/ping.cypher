// Nothing but an answer.
// @access read
// @row one: integer
RETURN 1 AS one

// Whether there is any node at all.
// @access read
// @row id: string
MATCH (n:Entity)
RETURN n.id AS id
LIMIT 1

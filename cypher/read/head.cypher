// How many changes there have been.
// @access read
// @row head: integer
MATCH (l:Ledger {id: 'ledger'})
RETURN l.head AS head

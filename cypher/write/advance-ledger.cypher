// Counts one more change, unless another has been counted since it was planned.
// @access write
// @param head: integer
// @row head: integer
MATCH (l:Ledger {id: 'ledger'})
WHERE l.head = $head
SET l.head = $head + 1
RETURN l.head AS head

// Counts one more change, unless another has been counted since it was planned. Setting
// something first makes the database wait for others' changes before it looks at the head.
// @access write
// @param head: integer
// @row head: integer
MATCH (l:Ledger {id: 'ledger'})
SET l.plannedAt = $head
WITH l
WHERE l.head = $head
SET l.head = $head + 1
RETURN l.head AS head

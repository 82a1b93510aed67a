// The one node that counts the changes, made with the first of them.
// @access write
// @row head: integer
MERGE (l:Ledger {id: 'ledger'})
ON CREATE SET l.head = 0
RETURN l.head AS head

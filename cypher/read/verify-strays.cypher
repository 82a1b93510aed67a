// Nodes of the evidence without the label or the id that each has, and nodes of no kind
// that is known here.
// @access read
// @row labels: string[]
// @row times: integer
MATCH (n)
WHERE NOT (n:Source OR n:Change OR n:Edit OR n:Removed OR n:Ledger)
  AND (n.id IS NULL OR NOT n:Entity)
WITH labels(n) AS labels, count(n) AS times
RETURN labels, times

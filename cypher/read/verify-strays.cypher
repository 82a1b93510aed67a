// Nodes without the label or the id that every node of ours has.
// @access read
// @row labels: string[]
// @row times: integer
MATCH (n)
WHERE n.id IS NULL OR NOT n:Entity
WITH labels(n) AS labels, count(n) AS times
RETURN labels, times

// Whether there is any node at all, be it only a record of what was taken out.
// @access read
// @row labels: string[]
MATCH (n)
RETURN labels(n) AS labels
LIMIT 1

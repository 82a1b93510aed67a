// Ids that several nodes have.
// @access read
// @row id: string
// @row times: integer
MATCH (n:Entity)
WITH n.id AS id, count(n) AS times
WHERE times > 1
RETURN id, times

// Which ids there are at all, and of which kind each is: of a store that has no more than `limit`.
// @access read
// @param limit: integer
// @row id: string
// @row labels: string[]
MATCH (n:Entity)
RETURN n.id AS id, labels(n) AS labels
LIMIT $limit

// A page of the ids of claims, by key: those after `after`.
// @access read
// @param after: string
// @param limit: integer
// @row id: string
MATCH (n:Claim)
WHERE n.id > $after
RETURN n.id AS id
ORDER BY n.id
LIMIT $limit

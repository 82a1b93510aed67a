// A page of the ids of authors, by key: those after `after`.
// @access read
// @param after: string
// @param limit: integer
// @row id: string
MATCH (n:Author)
WHERE n.id > $after
RETURN n.id AS id
ORDER BY n.id
LIMIT $limit

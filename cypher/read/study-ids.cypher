// A page of the ids of studies, by key: those after `after`.
// @access read
// @param after: string
// @param limit: integer
// @row id: string
MATCH (n:Study)
WHERE n.id > $after
RETURN n.id AS id
ORDER BY n.id
LIMIT $limit

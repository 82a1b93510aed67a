// A page of all that people took away, by key.
// @access read
// @param after: string
// @param limit: integer
// @row key: string
// @row id: string
// @row into: string?
// @row state: string
// @row changed: integer
MATCH (r:Removed)
WHERE r.key > $after
RETURN r.key AS key, r.id AS id, r.into AS into, r.state AS state, r.changed AS changed
ORDER BY r.key
LIMIT $limit

// A page of all that people took away, by key.
// @access read
// @param after: string
// @param limit: integer
// @row key: string
// @row owner: string
// @row state: string
// @row changed: integer
MATCH (r:Removed)
WHERE r.key > $after
RETURN r.key AS key, r.owner AS owner, r.state AS state, r.changed AS changed
ORDER BY r.key
LIMIT $limit

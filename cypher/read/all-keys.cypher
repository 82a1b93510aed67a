// Where assertions, items and claim relations stand: of a store that has no more than `limit`.
// @access read
// @param limit: integer
// @row id: string
// @row type: string
// @row from: string
// @row to: string
MATCH (a:Entity)-[r:ASSERTS|RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(b:Entity)
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to
LIMIT $limit

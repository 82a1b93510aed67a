// Where assertions, items and claim relations with these ids stand already: an
// assertion runs from a study to a claim, an item from a claim to what it rests on.
// @access read
// @param ids: string[]
// @row id: string
// @row type: string
// @row from: string
// @row to: string
MATCH (a:Entity)-[r:ASSERTS|RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(b:Entity)
WHERE r.id IN $ids
RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to

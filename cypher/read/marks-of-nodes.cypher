// Which sources speak of these nodes, and which change altered each last.
// @access read
// @param ids: string[]
// @row id: string
// @row by: string[]?
// @row saidAt: integer[]?
// @row said: string?
// @row changed: integer?
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, n.by AS by, n.saidAt AS saidAt, n.said AS said, n.changed AS changed

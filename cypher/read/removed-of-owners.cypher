// What people took away of these nodes, the nodes themselves included.
// @access read
// @param ids: string[]
// @row key: string
// @row id: string
// @row into: string?
// @row state: string
// @row changed: integer
UNWIND $ids AS id
MATCH (r:Removed {owner: id})
RETURN r.key AS key, r.id AS id, r.into AS into, r.state AS state, r.changed AS changed

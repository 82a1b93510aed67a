// What people took away of these nodes, the nodes themselves included.
// @access read
// @param ids: string[]
// @row key: string
// @row owner: string
// @row state: string
// @row changed: integer
UNWIND $ids AS id
MATCH (r:Removed {owner: id})
RETURN r.key AS key, r.owner AS owner, r.state AS state, r.changed AS changed

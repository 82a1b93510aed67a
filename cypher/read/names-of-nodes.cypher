// Which links and records name these nodes by a relationship.
// @access read
// @param ids: string[]
// @row id: string
// @row type: string
// @row key: string?
// @row other: string
// @row start: string
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
RETURN n.id AS id, type(r) AS type, r.key AS key, m.id AS other,
       startNode(r).id AS start

// How each of these claims stands to others, either way.
// @access read
// @param ids: string[]
// @row id: string
// @row from: string
// @row to: string
// @row type: ClaimRelationType
// @row shift: Shift?
// @row lineKey: string?
// @row note: string?
// @row assessor: string?
UNWIND $ids AS id
MATCH (:Claim {id: id})-[r:CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]-(:Claim)
WITH DISTINCT r
RETURN r.id AS id, startNode(r).id AS from, endNode(r).id AS to, type(r) AS type,
       r.shift AS shift, r.`group` AS lineKey, r.note AS note, r.assessor AS assessor
ORDER BY r.id

// How each of these studies stands to others, either way.
// @access read
// @param ids: string[]
// @row key: string
// @row from: string
// @row to: string
// @row kind: StudyRelationKind
// @row note: string?
// @row assessor: string?
UNWIND $ids AS id
MATCH (:Study {id: id})-[r:RELATED]-(:Study)
WITH DISTINCT r
RETURN r.key AS key, startNode(r).id AS from, endNode(r).id AS to, r.kind AS kind,
       r.note AS note, r.assessor AS assessor
ORDER BY r.key

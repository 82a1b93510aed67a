// The same of what belongs to these claims.
// @access read
// @param ids: string[]
// @row key: string
// @row by: string[]?
// @row saidAt: integer[]?
// @row said: string?
// @row changed: integer?
UNWIND $ids AS id
MATCH (:Claim {id: id})-[r:RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(:Entity)
RETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed
UNION ALL
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[r:ASSERTS]-(:Study)
RETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed

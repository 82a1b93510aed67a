// The same of the mentions of these citations.
// @access read
// @param ids: string[]
// @row key: string
// @row by: string[]?
// @row saidAt: integer[]?
// @row said: string?
// @row changed: integer?
UNWIND $ids AS id
MATCH (:Citation {id: id})<-[r:MENTIONS]-(:Study)
RETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed

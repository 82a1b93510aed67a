// Who makes or passes on each of these claims, in the order in which they were given.
// @access read
// @param ids: string[]
// @row claim: string
// @row study: string
// @row id: string
// @row role: AssertionRole
// @row position: integer
// @row basis: Basis?
// @row place: string?
// @row via: string?
// @row certainty: string?
// @row line: integer?
// @row pages: string?
// @row section: string?
UNWIND $ids AS id
MATCH (c:Claim {id: id})<-[r:ASSERTS]-(s:Study)
RETURN c.id AS claim, s.id AS study, r.id AS id, r.role AS role, r.position AS position, r.basis AS basis,
       r.`in` AS place, r.via AS via, r.certainty AS certainty, r.line AS line,
       r.pages AS pages, r.section AS section
ORDER BY c.id, r.position, r.key

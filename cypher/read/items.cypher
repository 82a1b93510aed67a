// What each of these claims rests on, item by item, in the order in which they were given.
// @access read
// @param ids: string[]
// @row claim: string
// @row id: string
// @row target: string
// @row targetLabels: string[]
// @row stance: Stance
// @row lineKey: string
// @row position: integer
// @row needs: integer?
// @row place: string?
// @row relays: string?
// @row basis: Basis?
// @row via: string?
// @row line: integer?
// @row pages: string?
// @row section: string?
// @row verdict: VerdictValue?
// @row verdictAssessor: string?
// @row verdictDate: string?
// @row verdictNote: string?
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[r:RESTS_ON]->(t:Entity)
RETURN c.id AS claim, r.id AS id, t.id AS target, labels(t) AS targetLabels,
       r.stance AS stance, r.`group` AS lineKey, r.position AS position, r.needs AS needs, r.`in` AS place,
       r.`for` AS relays, r.basis AS basis, r.via AS via, r.line AS line,
       r.pages AS pages, r.section AS section, r.verdict AS verdict,
       r.verdictAssessor AS verdictAssessor, r.verdictDate AS verdictDate,
       r.verdictNote AS verdictNote
ORDER BY c.id, r.position, r.key

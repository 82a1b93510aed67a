// Judgements by id.
// @access read
// @param ids: string[]
// @row id: string
// @row target: string
// @row scheme: string
// @row version: string?
// @row value: string
// @row assessor: string
// @row rationale: string?
// @row date: string?
UNWIND $ids AS id
MATCH (j:Judgement {id: id})
RETURN j.id AS id, j.target AS target, j.scheme AS scheme, j.version AS version,
       j.value AS value, j.assessor AS assessor, j.rationale AS rationale,
       j.date AS date

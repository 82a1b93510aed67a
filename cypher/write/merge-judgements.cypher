// Judgements, created or brought up to date. What a row leaves out stays as it is.
// @access write
// @param rows: { id: string, properties: { target: string, scheme: string, version: string?, value: string, assessor: string, rationale: string?, date: string? } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (j:Judgement {id: row.id})
ON CREATE SET j:Entity
SET j += row.properties
RETURN count(j) AS written

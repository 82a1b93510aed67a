// Judgements, created or brought up to date: a row is the whole of what a record holds.
// @access write
// @param rows: { id: string, properties: { id: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, target: string, scheme: string, version: string?, value: string, assessor: string, rationale: string?, date: string? } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (j:Judgement {id: row.id})
ON CREATE SET j:Entity
SET j = row.properties
RETURN count(j) AS written

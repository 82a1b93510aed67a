// What a claim rests on: a citation, a study or another claim.
// @access write
// @param rows: { key: string, claim: string, target: string, properties: { key: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, id: string, position: integer, stance: Stance, group: string, needs: integer?, in: string?, for: string?, basis: Basis?, via: string?, line: integer?, pages: string?, section: string?, verdict: VerdictValue?, verdictAssessor: string?, verdictDate: string?, verdictNote: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (t:Entity {id: row.target})
MERGE (c)-[r:RESTS_ON {key: row.key}]->(t)
SET r = row.properties
RETURN count(r) AS written

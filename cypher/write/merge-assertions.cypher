// Who makes a claim, or passes it on.
// @access write
// @param rows: { key: string, claim: string, study: string, properties: { key: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, id: string, position: integer, role: AssertionRole, basis: Basis?, in: string?, via: string?, certainty: string?, line: integer?, pages: string?, section: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Study {id: row.study})
MERGE (c)<-[r:ASSERTS {key: row.key}]-(s)
SET r = row.properties
RETURN count(r) AS written

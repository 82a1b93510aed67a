// That one claim supports another.
// @access write
// @param rows: { key: string, from: string, to: string, properties: { key: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, id: string, shift: Shift?, group: string?, note: string?, assessor: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Claim {id: row.to})
MERGE (a)-[r:SUPPORTS {key: row.key}]->(b)
SET r = row.properties
RETURN count(r) AS written

// Claims, created or brought up to date: a row is the whole of what a record holds.
// @access write
// @param rows: { id: string, properties: { id: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, text: string, direction: Direction, kind: ClaimKind, topics: string[]?, figures: string[]?, asAt: string?, note: string? } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
ON CREATE SET c:Entity
SET c = row.properties
RETURN count(c) AS written

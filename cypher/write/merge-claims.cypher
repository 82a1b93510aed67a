// Claims, created or brought up to date. What a row leaves out stays as it is.
// @access write
// @param rows: { id: string, properties: { text: string, direction: Direction, kind: ClaimKind, topics: string[]?, figures: string[]?, asAt: string?, note: string? } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
ON CREATE SET c:Entity
SET c += row.properties
RETURN count(c) AS written

// How one study stands to another.
// @access write
// @param rows: { key: string, from: string, to: string, properties: { key: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, kind: StudyRelationKind, note: string?, assessor: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (a:Study {id: row.from})
MATCH (b:Study {id: row.to})
MERGE (a)-[r:RELATED {key: row.key}]->(b)
SET r = row.properties
RETURN count(r) AS written

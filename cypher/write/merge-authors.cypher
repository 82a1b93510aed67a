// Authors, created or brought up to date: a row is the whole of what a record holds.
// @access write
// @param rows: { id: string, properties: { id: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, name: string, kind: AuthorKind, aliases: string[]?, orcid: string?, successorOf: string? } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (a:Author {id: row.id})
ON CREATE SET a:Entity
SET a = row.properties
RETURN count(a) AS written

// Authors, created or brought up to date. What a row leaves out stays as it is.
// @access write
// @param rows: { id: string, properties: { name: string, kind: AuthorKind, aliases: string[]?, orcid: string?, successorOf: string? } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (a:Author {id: row.id})
ON CREATE SET a:Entity
SET a += row.properties
RETURN count(a) AS written

// Citations with the study that makes them and the study that they cite.
// @access write
// @param rows: { id: string, citing: string, cited: string, properties: { id: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, stance: CitationStance?, entries: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (citing:Study {id: row.citing})
MATCH (cited:Study {id: row.cited})
MERGE (c:Citation {id: row.id})
ON CREATE SET c:Entity
SET c = row.properties
MERGE (c)<-[:MAKES]-(citing)
MERGE (c)-[:CITES]->(cited)
RETURN count(c) AS written

// Citations that are not there yet, with the study that makes each and the study that it cites.
// @access write
// @param rows: { id: string, citing: string, cited: string, properties: { id: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, stance: CitationStance?, entries: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (citing:Study {id: row.citing})
MATCH (cited:Study {id: row.cited})
CREATE (citing)-[:MAKES]->(c:Entity:Citation)-[:CITES]->(cited)
SET c = row.properties
RETURN count(c) AS written

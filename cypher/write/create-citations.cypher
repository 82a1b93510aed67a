// Citations that are not there yet, with the study that makes each and the study that it
// cites. What is remembered beside them is the same for all: it is sent once.
// @access write
// @param by: string[]
// @param changed: integer
// @param rows: { id: string, citing: string, cited: string, stance: CitationStance?, entries: string? }[]
// @row written: integer
UNWIND $rows AS row
MATCH (citing:Study {id: row.citing})
MATCH (cited:Study {id: row.cited})
CREATE (citing)-[:MAKES]->(c:Entity:Citation {id: row.id, by: $by, changed: $changed, stance: row.stance, entries: row.entries})-[:CITES]->(cited)
RETURN count(c) AS written

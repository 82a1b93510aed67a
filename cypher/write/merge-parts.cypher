// That a study is a part of another.
// @access write
// @param rows: { part: string, whole: string }[]
// @row written: integer
UNWIND $rows AS row
MATCH (part:Study {id: row.part})
MATCH (whole:Study {id: row.whole})
MERGE (part)-[r:PART_OF]->(whole)
RETURN count(r) AS written

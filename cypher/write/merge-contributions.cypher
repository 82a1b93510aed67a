// Who had a part in a study.
// @access write
// @param rows: { key: string, study: string, author: string, properties: { role: ContributorRole, position: integer, printed: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (s:Study {id: row.study})
MATCH (a:Author {id: row.author})
MERGE (s)<-[r:AUTHORED {key: row.key}]-(a)
SET r += row.properties
RETURN count(r) AS written

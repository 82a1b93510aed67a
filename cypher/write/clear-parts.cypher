// Takes studies out of the volumes that they are no longer a part of; one that is
// part of nothing has an empty whole.
// @access write
// @param rows: { part: string, whole: string }[]
// @row deleted: integer
UNWIND $rows AS row
MATCH (part:Study {id: row.part})-[r:PART_OF]->(whole:Study)
WHERE whole.id <> row.whole
DELETE r
RETURN count(r) AS deleted

// Takes links away that belong to these nodes.
// @access write
// @param rows: { owner: string, key: string }[]
// @row deleted: integer
UNWIND $rows AS row
MATCH (:Entity {id: row.owner})-[r:MENTIONS|ASSERTS|RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES|RELATED {key: row.key}]-(:Entity)
DELETE r
RETURN count(r) AS deleted

// Elements that people took away, with all that is remembered of them.
// @access write
// @param rows: { key: string, properties: { key: string, kind: string, id: string, owner: string, into: string?, by: string[], state: string, changed: integer } }[]
// @row written: integer
UNWIND $rows AS row
MERGE (r:Removed {key: row.key})
SET r = row.properties
RETURN count(r) AS written

// Takes off the title page whoever is no longer on it.
// @access write
// @param rows: { study: string, keys: string[] }[]
// @row deleted: integer
UNWIND $rows AS row
MATCH (s:Study {id: row.study})<-[r:AUTHORED]-(:Author)
WHERE NOT r.key IN row.keys
DELETE r
RETURN count(r) AS deleted

// What a change did to single elements, where a later part of it went on with them.
// @access write
// @param rows: { change: integer, owner: string, kind: string, element: string, after: string? }[]
// @row written: integer
UNWIND $rows AS row
MATCH (e:Edit {owner: row.owner})
WHERE e.change = row.change AND e.kind = row.kind AND e.element = row.element
SET e.after = row.after
RETURN count(e) AS written

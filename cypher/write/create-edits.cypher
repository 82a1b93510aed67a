// What a change did to single elements, before and after.
// @access write
// @param rows: { change: integer, place: integer, owner: string, other: string?, kind: string, element: string, before: string?, after: string? }[]
// @row written: integer
UNWIND $rows AS row
CREATE (e:Edit)
SET e = row
RETURN count(e) AS written

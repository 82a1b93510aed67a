// A source as it was last brought in, or that it was taken out.
// @access write
// @param id: string
// @param properties: { id: string, name: string, format: string, digest: string, change: integer, latest: integer, isOut: boolean, same: string? }
// @row written: integer
MERGE (s:Source {id: $id})
SET s = $properties
RETURN count(s) AS written

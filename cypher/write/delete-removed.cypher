// Forgets that elements were taken away.
// @access write
// @param keys: string[]
// @row deleted: integer
UNWIND $keys AS key
MATCH (r:Removed {key: key})
DELETE r
RETURN count(*) AS deleted

// Takes nodes away, with whatever relationships follow from what they are.
// @access write
// @param ids: string[]
// @row deleted: integer
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
RETURN count(*) AS deleted

// What each of these authors had a part in.
// @access read
// @param ids: string[]
// @row author: string
// @row study: string
UNWIND $ids AS id
MATCH (a:Author {id: id})-[:AUTHORED]->(s:Study)
RETURN DISTINCT a.id AS author, s.id AS study
ORDER BY a.id, s.id

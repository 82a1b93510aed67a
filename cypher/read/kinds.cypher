// Which of these ids there are, and of which kind each is.
// @access read
// @param ids: string[]
// @row id: string
// @row labels: string[]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, labels(n) AS labels

// Citations by id. `entries` is JSON: a property holds no list of maps.
// @access read
// @param ids: string[]
// @row id: string
// @row citing: string
// @row cited: string
// @row stance: CitationStance?
// @row entries: string?
UNWIND $ids AS id
MATCH (citing:Study)-[:MAKES]->(c:Citation {id: id})-[:CITES]->(cited:Study)
RETURN c.id AS id, citing.id AS citing, cited.id AS cited, c.stance AS stance, c.entries AS entries

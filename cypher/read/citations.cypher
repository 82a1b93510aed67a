// Citations by id. `entries` is JSON: a property holds no list of maps. Each starts at
// the citation: the embedded engine begins where a pattern does, at every study there is.
// @access read
// @param ids: string[]
// @row id: string
// @row citing: string
// @row cited: string
// @row stance: CitationStance?
// @row entries: string?
UNWIND $ids AS id
MATCH (c:Citation {id: id})
MATCH (c)<-[:MAKES]-(citing:Study)
MATCH (c)-[:CITES]->(cited:Study)
RETURN c.id AS id, citing.id AS citing, cited.id AS cited, c.stance AS stance, c.entries AS entries

// Citations that have not exactly one study that makes them and one that they cite.
// @access read
// @row id: string
// @row makers: integer
// @row cited: integer
MATCH (c:Citation)
OPTIONAL MATCH (:Study)-[m:MAKES]->(c)
WITH c, count(m) AS makers
OPTIONAL MATCH (c)-[r:CITES]->(:Study)
WITH c, makers, count(r) AS cited
WHERE makers <> 1 OR cited <> 1
RETURN c.id AS id, makers, cited

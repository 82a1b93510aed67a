// What a card says of each of these nodes: the text or title, and of a study its
// year and those who wrote it, as far as they have a name, in the order of the title page.
// @access read
// @param ids: string[]
// @row id: string
// @row label: string?
// @row year: integer?
// @row yearSuffix: string?
// @row authors: string[]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
OPTIONAL MATCH (n)<-[r:AUTHORED {role: 'author'}]-(a:Author)
WHERE a.kind <> 'unnamed'
WITH n, r, a
ORDER BY r.position
WITH n, collect(a.name) AS authors
RETURN n.id AS id, coalesce(n.text, n.title, n.label, n.name) AS label, n.year AS year,
       n.yearSuffix AS yearSuffix, authors

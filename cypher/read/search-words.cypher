// A page of the words of all nodes, for an index outside the database.
// @access read
// @param after: string
// @param limit: integer
// @row id: string
// @row labels: string[]
// @row words: string?
// @row aliases: string[]?
MATCH (n:Entity)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN n.id AS id, labels(n) AS labels, coalesce(n.text, n.title, n.label, n.name) AS words,
       n.aliases AS aliases

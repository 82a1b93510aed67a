// Nodes whose words match a Lucene query, best first, and how many there are.
// @access read
// @engine neo4j
// @param query: string
// @param labels: string[]
// @param limit: integer
// @row total: integer
// @row hits: { id: string, score: float }[]
CALL db.index.fulltext.queryNodes('entity_words', $query) YIELD node, score
WHERE any(label IN labels(node) WHERE label IN $labels)
WITH node, score
ORDER BY score DESC, node.id
WITH collect({id: node.id, score: score}) AS hits
RETURN size(hits) AS total, hits[0..$limit] AS hits

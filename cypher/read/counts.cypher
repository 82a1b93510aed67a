// How many authors there are, and how many in-text places that cite.
// @access read
// @row authors: integer
// @row mentions: integer
OPTIONAL MATCH (a:Author)
WITH count(a) AS authors
OPTIONAL MATCH (:Study)-[m:MENTIONS]->(:Citation)
RETURN authors, count(m) AS mentions

// A page of what works are known by, those after `after`: for matching what a source lists.
// @access read
// @param after: string
// @param limit: integer
// @row id: string
// @row title: string?
// @row year: integer?
// @row type: StudyType
// @row doi: string?
// @row pmid: string?
// @row isbn: string?
// @row openalex: string?
MATCH (s:Study)
WHERE s.id > $after
RETURN s.id AS id, s.title AS title, s.year AS year, s.type AS type, s.doi AS doi,
       s.pmid AS pmid, s.isbn AS isbn, s.openalex AS openalex
ORDER BY s.id
LIMIT $limit

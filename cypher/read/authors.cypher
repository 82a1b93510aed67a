// Authors by id.
// @access read
// @param ids: string[]
// @row id: string
// @row name: string
// @row kind: AuthorKind
// @row aliases: string[]?
// @row orcid: string?
// @row successorOf: string?
UNWIND $ids AS id
MATCH (a:Author {id: id})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.aliases AS aliases,
       a.orcid AS orcid, a.successorOf AS successorOf

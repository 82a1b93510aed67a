// Who had a part in each of these studies, in the order of the title page.
// @access read
// @param ids: string[]
// @row study: string
// @row author: string
// @row role: ContributorRole
// @row printed: string?
UNWIND $ids AS id
MATCH (s:Study {id: id})<-[r:AUTHORED]-(a:Author)
RETURN s.id AS study, a.id AS author, r.role AS role, r.printed AS printed
ORDER BY s.id, r.position

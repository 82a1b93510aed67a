// What a change did to each element, from a place on.
// @access read
// @param change: integer
// @param after: integer
// @param limit: integer
// @row place: integer
// @row owner: string
// @row other: string?
// @row kind: string
// @row element: string
// @row before: string?
// @row after: string?
MATCH (e:Edit {change: $change})
WHERE e.place > $after
RETURN e.place AS place, e.owner AS owner, e.other AS other, e.kind AS kind,
       e.element AS element, e.before AS before, e.after AS after
ORDER BY e.place
LIMIT $limit

// What was ever done to these nodes and to the links that belong to them.
// @access read
// @param ids: string[]
// @row asked: string
// @row change: integer
// @row place: integer
// @row owner: string
// @row other: string?
// @row kind: string
// @row element: string
// @row before: string?
// @row after: string?
UNWIND $ids AS id
MATCH (e:Edit {owner: id})
RETURN id AS asked, e.change AS change, e.place AS place, e.owner AS owner, e.other AS other,
       e.kind AS kind, e.element AS element, e.before AS before, e.after AS after
UNION ALL
UNWIND $ids AS id
MATCH (e:Edit {other: id})
RETURN id AS asked, e.change AS change, e.place AS place, e.owner AS owner, e.other AS other,
       e.kind AS kind, e.element AS element, e.before AS before, e.after AS after

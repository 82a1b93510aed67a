// Claims by id.
// @access read
// @param ids: string[]
// @row id: string
// @row text: string
// @row direction: Direction
// @row kind: ClaimKind
// @row topics: string[]?
// @row figures: string[]?
// @row asAt: string?
// @row note: string?
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c.id AS id, c.text AS text, c.direction AS direction, c.kind AS kind,
       c.topics AS topics, c.figures AS figures, c.asAt AS asAt, c.note AS note

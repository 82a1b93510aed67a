// Changes by number.
// @access read
// @param numbers: integer[]
// @row number: integer
// @row at: string
// @row who: string
// @row why: string?
// @row action: string
// @row source: string?
// @row reverts: integer?
// @row request: string?
// @row asked: string?
// @row details: string
UNWIND $numbers AS number
MATCH (c:Change {number: number})
RETURN c.number AS number, c.at AS at, c.who AS who, c.why AS why, c.action AS action,
       c.source AS source, c.reverts AS reverts, c.request AS request,
       c.asked AS asked, c.details AS details

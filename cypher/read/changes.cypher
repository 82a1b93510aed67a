// Changes below a number, the latest first.
// @access read
// @param below: integer
// @param limit: integer
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
MATCH (c:Change)
WHERE c.number < $below
RETURN c.number AS number, c.at AS at, c.who AS who, c.why AS why, c.action AS action,
       c.source AS source, c.reverts AS reverts, c.request AS request,
       c.asked AS asked, c.details AS details
ORDER BY c.number DESC
LIMIT $limit

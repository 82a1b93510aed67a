// Changes that took another back, or brought it again.
// @access read
// @param numbers: integer[]
// @row number: integer
// @row reverts: integer
UNWIND $numbers AS reverted
MATCH (c:Change {reverts: reverted})
RETURN c.number AS number, c.reverts AS reverts
ORDER BY c.number

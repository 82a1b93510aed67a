// The change that a request made, by the key that it came with.
// @access read
// @param request: string
// @row number: integer
MATCH (c:Change {request: $request})
RETURN c.number AS number

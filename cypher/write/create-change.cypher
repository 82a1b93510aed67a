// Who changed what, when and why.
// @access write
// @param number: integer
// @param properties: { number: integer, at: string, who: string, why: string?, action: string, source: string?, reverts: integer?, request: string?, asked: string?, details: string }
// @row written: integer
CREATE (c:Change {number: $number})
SET c = $properties
RETURN count(c) AS written

// Keys that several relationships have.
// @access read
// @row key: string
// @row times: integer
MATCH (:Entity)-[r:ASSERTS|RESTS_ON|MENTIONS|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(:Entity)
WITH r.key AS key, count(r) AS times
WHERE times > 1
RETURN key, times

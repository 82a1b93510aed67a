// Every source that was ever brought in.
// @access read
// @row id: string
// @row name: string
// @row format: string
// @row digest: string
// @row change: integer
// @row latest: integer
// @row isOut: boolean
// @row same: string?
MATCH (s:Source)
RETURN s.id AS id, s.name AS name, s.format AS format, s.digest AS digest,
       s.change AS change, s.latest AS latest, s.isOut AS isOut, s.same AS same
ORDER BY s.id

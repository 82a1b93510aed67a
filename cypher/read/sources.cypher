// Every source that was ever brought in.
// @access read
// @row id: string
// @row name: string
// @row format: string
// @row digest: string
// @row change: integer
// @row latest: integer
// @row isOut: boolean
MATCH (s:Source)
RETURN s.id AS id, s.name AS name, s.format AS format, s.digest AS digest,
       s.change AS change, s.latest AS latest, s.isOut AS isOut
ORDER BY s.id

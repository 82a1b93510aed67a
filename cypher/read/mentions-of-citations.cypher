// Every in-text place of each of these citations, in the order of the text.
// @access read
// @param ids: string[]
// @row citation: string
// @row key: string
// @row at: integer
// @row place: string?
// @row line: integer?
// @row pages: string?
// @row section: string?
// @row footnote: string?
// @row form: string?
// @row printed: string?
// @row via: string?
// @row intent: string?
// @row resolution: MentionResolution?
// @row note: string?
UNWIND $ids AS id
MATCH (c:Citation {id: id})<-[m:MENTIONS]-(:Study)
RETURN c.id AS citation, m.key AS key, m.at AS at, m.`in` AS place, m.line AS line,
       m.pages AS pages, m.section AS section, m.footnote AS footnote, m.form AS form,
       m.printed AS printed, m.via AS via, m.intent AS intent,
       m.resolution AS resolution, m.note AS note
ORDER BY c.id, m.at

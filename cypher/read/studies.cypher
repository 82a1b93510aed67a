// Studies by id, each with the study that it is a part of.
// @access read
// @param ids: string[]
// @row id: string
// @row title: string?
// @row label: string?
// @row year: integer?
// @row yearSuffix: string?
// @row type: StudyType
// @row evidence: EvidenceRole
// @row evidenceGround: string?
// @row traced: Traced?
// @row resolution: StudyResolution?
// @row status: StudyStatusValue?
// @row statusDate: string?
// @row statusReason: string?
// @row statusSource: string?
// @row doi: string?
// @row url: string?
// @row isbn: string?
// @row pmid: string?
// @row openalex: string?
// @row venue: string?
// @row publisher: string?
// @row document: string?
// @row note: string?
// @row partOf: string?
UNWIND $ids AS id
MATCH (s:Study {id: id})
OPTIONAL MATCH (s)-[:PART_OF]->(whole:Study)
RETURN s.id AS id, s.title AS title, s.label AS label, s.year AS year,
       s.yearSuffix AS yearSuffix, s.type AS type, s.evidence AS evidence,
       s.evidenceGround AS evidenceGround, s.traced AS traced,
       s.resolution AS resolution, s.status AS status, s.statusDate AS statusDate,
       s.statusReason AS statusReason, s.statusSource AS statusSource, s.doi AS doi,
       s.url AS url, s.isbn AS isbn, s.pmid AS pmid, s.openalex AS openalex,
       s.venue AS venue, s.publisher AS publisher, s.document AS document,
       s.note AS note, whole.id AS partOf

// Studies that are not there yet.
// @access write
// @param rows: { id: string, properties: { id: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, title: string?, label: string?, year: integer?, yearSuffix: string?, type: StudyType, evidence: EvidenceRole, evidenceGround: string?, traced: Traced?, resolution: StudyResolution?, status: StudyStatusValue?, statusDate: string?, statusReason: string?, statusSource: string?, doi: string?, url: string?, isbn: string?, pmid: string?, openalex: string?, venue: string?, publisher: string?, document: string?, note: string? } }[]
// @row written: integer
UNWIND $rows AS row
CREATE (s:Entity:Study {id: row.id})
SET s = row.properties
RETURN count(s) AS written

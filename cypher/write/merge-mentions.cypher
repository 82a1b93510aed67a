// In-text places that cite, written from the end with fewer relationships.
// @access write
// @param rows: { key: string, citation: string, properties: { key: string, by: string[], saidAt: integer[]?, said: string?, changed: integer, at: integer, in: string?, line: integer?, pages: string?, section: string?, footnote: string?, form: string?, printed: string?, via: string?, intent: string?, resolution: MentionResolution?, note: string? } }[]
// @row written: integer
UNWIND $rows AS row
MATCH (c:Citation {id: row.citation})<-[:MAKES]-(s:Study)
MERGE (c)<-[r:MENTIONS {key: row.key}]-(s)
SET r = row.properties
RETURN count(r) AS written

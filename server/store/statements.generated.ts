// Generated from cypher/ by `npm run generate`: do not edit.
import type { AssertionRole, AuthorKind, Basis, CitationStance, ClaimKind, ClaimRelationType, ContributorRole, Direction, EvidenceRole, MentionResolution, Shift, Stance, StudyRelationKind, StudyResolution, StudyStatusValue, StudyType, Traced, VerdictValue } from '../domain/document.generated.ts';
import type { Statement } from './statement.ts';

/** Who makes or passes on each of these claims, in the order in which they were given. */
export const assertions: Statement<{ readonly ids: readonly string[] }, { readonly claim: string; readonly study: string; readonly id: string; readonly role: AssertionRole; readonly basis: Basis | null; readonly place: string | null; readonly via: string | null; readonly certainty: string | null; readonly line: number | null; readonly pages: string | null; readonly section: string | null }> = {
  name: "read/assertions",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Claim {id: id})<-[r:ASSERTS]-(s:Study)\nRETURN c.id AS claim, s.id AS study, r.id AS id, r.role AS role, r.basis AS basis,\n       r.`in` AS place, r.via AS via, r.certainty AS certainty, r.line AS line,\n       r.pages AS pages, r.section AS section\nORDER BY c.id, r.position, r.key",
  parameters: {"ids":{"list":"string"}},
  row: {"claim":"string","study":"string","id":"string","role":{"words":["asserts","reports"]},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"place":{"optional":"string"},"via":{"optional":"string"},"certainty":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"}},
};

/** A page of the ids of authors, by key: those after `after`. */
export const authorIds: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }> = {
  name: "read/author-ids",
  access: "read",
  text: "MATCH (n:Author)\nWHERE n.id > $after\nRETURN n.id AS id\nORDER BY n.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string"},
};

/** Authors by id. */
export const authors: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly name: string; readonly kind: AuthorKind; readonly aliases: readonly string[] | null; readonly orcid: string | null; readonly successorOf: string | null }> = {
  name: "read/authors",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (a:Author {id: id})\nRETURN a.id AS id, a.name AS name, a.kind AS kind, a.aliases AS aliases,\n       a.orcid AS orcid, a.successorOf AS successorOf",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","name":"string","kind":{"words":["person","organisation","unnamed"]},"aliases":{"optional":{"list":"string"}},"orcid":{"optional":"string"},"successorOf":{"optional":"string"}},
};

/** A page of the ids of citations, by key: those after `after`. */
export const citationIds: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }> = {
  name: "read/citation-ids",
  access: "read",
  text: "MATCH (n:Citation)\nWHERE n.id > $after\nRETURN n.id AS id\nORDER BY n.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string"},
};

/** Citations by id. `entries` is JSON: a property holds no list of maps. */
export const citations: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly citing: string; readonly cited: string; readonly stance: CitationStance | null; readonly entries: string | null }> = {
  name: "read/citations",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (citing:Study)-[:MAKES]->(c:Citation {id: id})-[:CITES]->(cited:Study)\nRETURN c.id AS id, citing.id AS citing, cited.id AS cited, c.stance AS stance, c.entries AS entries",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","citing":"string","cited":"string","stance":{"optional":{"words":["supports","disputes","mixed","neutral","unknown"]}},"entries":{"optional":"string"}},
};

/** A page of the ids of claims, by key: those after `after`. */
export const claimIds: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }> = {
  name: "read/claim-ids",
  access: "read",
  text: "MATCH (n:Claim)\nWHERE n.id > $after\nRETURN n.id AS id\nORDER BY n.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string"},
};

/** How each of these claims stands to others, either way. */
export const claimRelations: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly from: string; readonly to: string; readonly type: ClaimRelationType; readonly shift: Shift | null; readonly lineKey: string | null; readonly note: string | null; readonly assessor: string | null }> = {
  name: "read/claim-relations",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (:Claim {id: id})-[r:CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]-(:Claim)\nWITH DISTINCT r\nRETURN r.id AS id, startNode(r).id AS from, endNode(r).id AS to, type(r) AS type,\n       r.shift AS shift, r.`group` AS lineKey, r.note AS note, r.assessor AS assessor\nORDER BY r.id",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","from":"string","to":"string","type":{"words":["CONTRADICTS","QUALIFIES","SUPPORTS","RESTATES"]},"shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"lineKey":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}},
};

/** Claims by id. */
export const claims: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly text: string; readonly direction: Direction; readonly kind: ClaimKind; readonly topics: readonly string[] | null; readonly figures: readonly string[] | null; readonly asAt: string | null; readonly note: string | null }> = {
  name: "read/claims",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Claim {id: id})\nRETURN c.id AS id, c.text AS text, c.direction AS direction, c.kind AS kind,\n       c.topics AS topics, c.figures AS figures, c.asAt AS asAt, c.note AS note",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","text":"string","direction":{"words":["positive","negative","none","mixed","gap","descriptive"]},"kind":{"words":["finding","statistic","record","definition","recommendation","prediction","opinion","question"]},"topics":{"optional":{"list":"string"}},"figures":{"optional":{"list":"string"}},"asAt":{"optional":"string"},"note":{"optional":"string"}},
};

/** Who had a part in each of these studies, in the order of the title page. */
export const contributions: Statement<{ readonly ids: readonly string[] }, { readonly study: string; readonly author: string; readonly role: ContributorRole; readonly printed: string | null }> = {
  name: "read/contributions",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (s:Study {id: id})<-[r:AUTHORED]-(a:Author)\nRETURN s.id AS study, a.id AS author, r.role AS role, r.printed AS printed\nORDER BY s.id, r.position",
  parameters: {"ids":{"list":"string"}},
  row: {"study":"string","author":"string","role":{"words":["author","analyst","editor","publisher","commissioner","funder"]},"printed":{"optional":"string"}},
};

/** How many authors there are, and how many in-text places that cite. */
export const counts: Statement<Record<string, never>, { readonly authors: number; readonly mentions: number }> = {
  name: "read/counts",
  access: "read",
  text: "OPTIONAL MATCH (a:Author)\nWITH count(a) AS authors\nOPTIONAL MATCH (:Study)-[m:MENTIONS]->(:Citation)\nRETURN authors, count(m) AS mentions",
  parameters: {},
  row: {"authors":"integer","mentions":"integer"},
};

/** Whether there is any node at all. */
export const isEmpty: Statement<Record<string, never>, { readonly id: string }> = {
  name: "read/is-empty",
  access: "read",
  text: "MATCH (n:Entity)\nRETURN n.id AS id\nLIMIT 1",
  parameters: {},
  row: {"id":"string"},
};

/** What each of these claims rests on, item by item, in the order in which they were given. */
export const items: Statement<{ readonly ids: readonly string[] }, { readonly claim: string; readonly id: string; readonly target: string; readonly targetLabels: readonly string[]; readonly stance: Stance; readonly lineKey: string; readonly needs: number | null; readonly place: string | null; readonly relays: string | null; readonly basis: Basis | null; readonly via: string | null; readonly line: number | null; readonly pages: string | null; readonly section: string | null; readonly verdict: VerdictValue | null; readonly verdictAssessor: string | null; readonly verdictDate: string | null; readonly verdictNote: string | null }> = {
  name: "read/items",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Claim {id: id})-[r:RESTS_ON]->(t:Entity)\nRETURN c.id AS claim, r.id AS id, t.id AS target, labels(t) AS targetLabels,\n       r.stance AS stance, r.`group` AS lineKey, r.needs AS needs, r.`in` AS place,\n       r.`for` AS relays, r.basis AS basis, r.via AS via, r.line AS line,\n       r.pages AS pages, r.section AS section, r.verdict AS verdict,\n       r.verdictAssessor AS verdictAssessor, r.verdictDate AS verdictDate,\n       r.verdictNote AS verdictNote\nORDER BY c.id, r.position, r.key",
  parameters: {"ids":{"list":"string"}},
  row: {"claim":"string","id":"string","target":"string","targetLabels":{"list":"string"},"stance":{"words":["supports","contradicts","qualifies","mentions"]},"lineKey":"string","needs":{"optional":"integer"},"place":{"optional":"string"},"relays":{"optional":"string"},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"via":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"verdict":{"optional":{"words":["supports","partly","does_not_address","contradicts","no_access"]}},"verdictAssessor":{"optional":"string"},"verdictDate":{"optional":"string"},"verdictNote":{"optional":"string"}},
};

/** A page of the ids of judgements, by key: those after `after`. */
export const judgementIds: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }> = {
  name: "read/judgement-ids",
  access: "read",
  text: "MATCH (n:Judgement)\nWHERE n.id > $after\nRETURN n.id AS id\nORDER BY n.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string"},
};

/** Judgements by id. */
export const judgements: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly target: string; readonly scheme: string; readonly version: string | null; readonly value: string; readonly assessor: string; readonly rationale: string | null; readonly date: string | null }> = {
  name: "read/judgements",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (j:Judgement {id: id})\nRETURN j.id AS id, j.target AS target, j.scheme AS scheme, j.version AS version,\n       j.value AS value, j.assessor AS assessor, j.rationale AS rationale,\n       j.date AS date",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","target":"string","scheme":"string","version":{"optional":"string"},"value":"string","assessor":"string","rationale":{"optional":"string"},"date":{"optional":"string"}},
};

/** Where assertions, items and claim relations with these ids stand already: an assertion runs from a study to a claim, an item from a claim to what it rests on. */
export const keys: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly type: string; readonly from: string; readonly to: string }> = {
  name: "read/keys",
  access: "read",
  text: "MATCH (a:Entity)-[r:ASSERTS|RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(b:Entity)\nWHERE r.id IN $ids\nRETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","type":"string","from":"string","to":"string"},
};

/** Which of these ids there are, and of which kind each is. */
export const kinds: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly labels: readonly string[] }> = {
  name: "read/kinds",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (n:Entity {id: id})\nRETURN n.id AS id, labels(n) AS labels",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","labels":{"list":"string"}},
};

/** What a card says of each of these nodes: the text or title, and of a study its year and those who wrote it, as far as they have a name, in the order of the title page. */
export const labels: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly label: string | null; readonly year: number | null; readonly yearSuffix: string | null; readonly authors: readonly string[] }> = {
  name: "read/labels",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (n:Entity {id: id})\nOPTIONAL MATCH (n)<-[r:AUTHORED {role: 'author'}]-(a:Author)\nWHERE a.kind <> 'unnamed'\nWITH n, r, a\nORDER BY r.position\nWITH n, collect(a.name) AS authors\nRETURN n.id AS id, coalesce(n.text, n.title, n.label, n.name) AS label, n.year AS year,\n       n.yearSuffix AS yearSuffix, authors",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","label":{"optional":"string"},"year":{"optional":"integer"},"yearSuffix":{"optional":"string"},"authors":{"list":"string"}},
};

/** Every in-text place of each of these citations, in the order of the text. */
export const mentionsOfCitations: Statement<{ readonly ids: readonly string[] }, { readonly citation: string; readonly key: string; readonly at: number; readonly place: string | null; readonly line: number | null; readonly pages: string | null; readonly section: string | null; readonly footnote: string | null; readonly form: string | null; readonly printed: string | null; readonly via: string | null; readonly intent: string | null; readonly resolution: MentionResolution | null; readonly note: string | null }> = {
  name: "read/mentions-of-citations",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Citation {id: id})<-[m:MENTIONS]-(:Study)\nRETURN c.id AS citation, m.key AS key, m.at AS at, m.`in` AS place, m.line AS line,\n       m.pages AS pages, m.section AS section, m.footnote AS footnote, m.form AS form,\n       m.printed AS printed, m.via AS via, m.intent AS intent,\n       m.resolution AS resolution, m.note AS note\nORDER BY c.id, m.at",
  parameters: {"ids":{"list":"string"}},
  row: {"citation":"string","key":"string","at":"integer","place":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"footnote":{"optional":"string"},"form":{"optional":"string"},"printed":{"optional":"string"},"via":{"optional":"string"},"intent":{"optional":"string"},"resolution":{"optional":{"words":["exact","corrected","ambiguous","unresolved"]}},"note":{"optional":"string"}},
};

/** Every place in the text of each of these studies that cites, in the order of the text. */
export const mentionsOfStudies: Statement<{ readonly ids: readonly string[] }, { readonly study: string; readonly citation: string; readonly key: string; readonly at: number; readonly place: string | null; readonly line: number | null; readonly pages: string | null; readonly section: string | null; readonly footnote: string | null; readonly form: string | null; readonly printed: string | null; readonly via: string | null; readonly intent: string | null; readonly resolution: MentionResolution | null; readonly note: string | null }> = {
  name: "read/mentions-of-studies",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (s:Study {id: id})-[m:MENTIONS]->(c:Citation)\nRETURN s.id AS study, c.id AS citation, m.key AS key, m.at AS at, m.`in` AS place,\n       m.line AS line, m.pages AS pages, m.section AS section, m.footnote AS footnote,\n       m.form AS form, m.printed AS printed, m.via AS via, m.intent AS intent,\n       m.resolution AS resolution, m.note AS note\nORDER BY s.id, m.at",
  parameters: {"ids":{"list":"string"}},
  row: {"study":"string","citation":"string","key":"string","at":"integer","place":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"footnote":{"optional":"string"},"form":{"optional":"string"},"printed":{"optional":"string"},"via":{"optional":"string"},"intent":{"optional":"string"},"resolution":{"optional":{"words":["exact","corrected","ambiguous","unresolved"]}},"note":{"optional":"string"}},
};

/** Nothing but an answer. */
export const ping: Statement<Record<string, never>, { readonly one: number }> = {
  name: "read/ping",
  access: "read",
  text: "RETURN 1 AS one",
  parameters: {},
  row: {"one":"integer"},
};

/** Nodes whose words match a Lucene query, best first, and how many there are. */
export const searchNeo4j: Statement<{ readonly query: string; readonly labels: readonly string[]; readonly limit: number }, { readonly total: number; readonly hits: readonly { readonly id: string; readonly score: number }[] }> = {
  name: "read/search-neo4j",
  access: "read",
  engine: "neo4j",
  text: "CALL db.index.fulltext.queryNodes('entity_words', $query) YIELD node, score\nWHERE any(label IN labels(node) WHERE label IN $labels)\nWITH node, score\nORDER BY score DESC, node.id\nWITH collect({id: node.id, score: score}) AS hits\nRETURN size(hits) AS total, hits[0..$limit] AS hits",
  parameters: {"query":"string","labels":{"list":"string"},"limit":"integer"},
  row: {"total":"integer","hits":{"list":{"map":{"id":"string","score":"float"}}}},
};

/** A page of the words of all nodes, for an index outside the database. */
export const searchWords: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string; readonly labels: readonly string[]; readonly words: string | null; readonly aliases: readonly string[] | null }> = {
  name: "read/search-words",
  access: "read",
  text: "MATCH (n:Entity)\nWHERE n.id > $after\nWITH n\nORDER BY n.id\nLIMIT $limit\nRETURN n.id AS id, labels(n) AS labels, coalesce(n.text, n.title, n.label, n.name) AS words,\n       n.aliases AS aliases",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string","labels":{"list":"string"},"words":{"optional":"string"},"aliases":{"optional":{"list":"string"}}},
};

/** What each of these authors had a part in. */
export const studiesOfAuthors: Statement<{ readonly ids: readonly string[] }, { readonly author: string; readonly study: string }> = {
  name: "read/studies-of-authors",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (a:Author {id: id})-[:AUTHORED]->(s:Study)\nRETURN DISTINCT a.id AS author, s.id AS study\nORDER BY a.id, s.id",
  parameters: {"ids":{"list":"string"}},
  row: {"author":"string","study":"string"},
};

/** Studies by id, each with the study that it is a part of. */
export const studies: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly title: string | null; readonly label: string | null; readonly year: number | null; readonly yearSuffix: string | null; readonly type: StudyType; readonly evidence: EvidenceRole; readonly evidenceGround: string | null; readonly traced: Traced | null; readonly resolution: StudyResolution | null; readonly status: StudyStatusValue | null; readonly statusDate: string | null; readonly statusReason: string | null; readonly statusSource: string | null; readonly doi: string | null; readonly url: string | null; readonly isbn: string | null; readonly pmid: string | null; readonly openalex: string | null; readonly venue: string | null; readonly publisher: string | null; readonly document: string | null; readonly note: string | null; readonly partOf: string | null }> = {
  name: "read/studies",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (s:Study {id: id})\nOPTIONAL MATCH (s)-[:PART_OF]->(whole:Study)\nRETURN s.id AS id, s.title AS title, s.label AS label, s.year AS year,\n       s.yearSuffix AS yearSuffix, s.type AS type, s.evidence AS evidence,\n       s.evidenceGround AS evidenceGround, s.traced AS traced,\n       s.resolution AS resolution, s.status AS status, s.statusDate AS statusDate,\n       s.statusReason AS statusReason, s.statusSource AS statusSource, s.doi AS doi,\n       s.url AS url, s.isbn AS isbn, s.pmid AS pmid, s.openalex AS openalex,\n       s.venue AS venue, s.publisher AS publisher, s.document AS document,\n       s.note AS note, whole.id AS partOf",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","title":{"optional":"string"},"label":{"optional":"string"},"year":{"optional":"integer"},"yearSuffix":{"optional":"string"},"type":{"words":["article","preprint","review","report","book","chapter","thesis","pamphlet","guidance","policy","statute","parliamentary","news","blog","comment","webpage","dataset","legalNote","other"]},"evidence":{"words":["primary","secondary","opinion","unknown"]},"evidenceGround":{"optional":"string"},"traced":{"optional":{"words":["full","partial","none"]}},"resolution":{"optional":{"words":["identified","described","unresolved"]}},"status":{"optional":{"words":["current","corrected","concern","retracted"]}},"statusDate":{"optional":"string"},"statusReason":{"optional":"string"},"statusSource":{"optional":"string"},"doi":{"optional":"string"},"url":{"optional":"string"},"isbn":{"optional":"string"},"pmid":{"optional":"string"},"openalex":{"optional":"string"},"venue":{"optional":"string"},"publisher":{"optional":"string"},"document":{"optional":"string"},"note":{"optional":"string"},"partOf":{"optional":"string"}},
};

/** A page of the ids of studies, by key: those after `after`. */
export const studyIds: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }> = {
  name: "read/study-ids",
  access: "read",
  text: "MATCH (n:Study)\nWHERE n.id > $after\nRETURN n.id AS id\nORDER BY n.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string"},
};

/** How each of these studies stands to others, either way. */
export const studyRelations: Statement<{ readonly ids: readonly string[] }, { readonly key: string; readonly from: string; readonly to: string; readonly kind: StudyRelationKind; readonly note: string | null; readonly assessor: string | null }> = {
  name: "read/study-relations",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (:Study {id: id})-[r:RELATED]-(:Study)\nWITH DISTINCT r\nRETURN r.key AS key, startNode(r).id AS from, endNode(r).id AS to, r.kind AS kind,\n       r.note AS note, r.assessor AS assessor\nORDER BY r.key",
  parameters: {"ids":{"list":"string"}},
  row: {"key":"string","from":"string","to":"string","kind":{"words":["summaryOf","versionOf","replicates","usesData","possiblySame"]},"note":{"optional":"string"},"assessor":{"optional":"string"}},
};

/** Citations that have not exactly one study that makes them and one that they cite. */
export const verifyCitations: Statement<Record<string, never>, { readonly id: string; readonly makers: number; readonly cited: number }> = {
  name: "read/verify-citations",
  access: "read",
  text: "MATCH (c:Citation)\nOPTIONAL MATCH (:Study)-[m:MAKES]->(c)\nWITH c, count(m) AS makers\nOPTIONAL MATCH (c)-[r:CITES]->(:Study)\nWITH c, makers, count(r) AS cited\nWHERE makers <> 1 OR cited <> 1\nRETURN c.id AS id, makers, cited",
  parameters: {},
  row: {"id":"string","makers":"integer","cited":"integer"},
};

/** Ids that several nodes have. */
export const verifyIdentities: Statement<Record<string, never>, { readonly id: string; readonly times: number }> = {
  name: "read/verify-identities",
  access: "read",
  text: "MATCH (n:Entity)\nWITH n.id AS id, count(n) AS times\nWHERE times > 1\nRETURN id, times",
  parameters: {},
  row: {"id":"string","times":"integer"},
};

/** Keys that several relationships have. */
export const verifyKeys: Statement<Record<string, never>, { readonly key: string; readonly times: number }> = {
  name: "read/verify-keys",
  access: "read",
  text: "MATCH (:Entity)-[r:ASSERTS|RESTS_ON|MENTIONS|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(:Entity)\nWITH r.key AS key, count(r) AS times\nWHERE times > 1\nRETURN key, times",
  parameters: {},
  row: {"key":"string","times":"integer"},
};

/** Nodes without the label or the id that every node of ours has. */
export const verifyStrays: Statement<Record<string, never>, { readonly labels: readonly string[]; readonly times: number }> = {
  name: "read/verify-strays",
  access: "read",
  text: "MATCH (n)\nWHERE n.id IS NULL OR NOT n:Entity\nWITH labels(n) AS labels, count(n) AS times\nRETURN labels, times",
  parameters: {},
  row: {"labels":{"list":"string"},"times":"integer"},
};

/** Takes off the title page whoever is no longer on it. */
export const clearContributions: Statement<{ readonly rows: readonly { readonly study: string; readonly keys: readonly string[] }[] }, { readonly deleted: number }> = {
  name: "write/clear-contributions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (s:Study {id: row.study})<-[r:AUTHORED]-(:Author)\nWHERE NOT r.key IN row.keys\nDELETE r\nRETURN count(r) AS deleted",
  parameters: {"rows":{"list":{"map":{"study":"string","keys":{"list":"string"}}}}},
  row: {"deleted":"integer"},
};

/** Takes studies out of the volumes that they are no longer a part of. */
export const clearParts: Statement<{ readonly rows: readonly { readonly part: string; readonly whole: string }[] }, { readonly deleted: number }> = {
  name: "write/clear-parts",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (part:Study {id: row.part})-[r:PART_OF]->(whole:Study)\nWHERE whole.id <> row.whole\nDELETE r\nRETURN count(r) AS deleted",
  parameters: {"rows":{"list":{"map":{"part":"string","whole":"string"}}}},
  row: {"deleted":"integer"},
};

/** Who makes a claim, or passes it on. */
export const mergeAssertions: Statement<{ readonly rows: readonly ({ readonly key: string; readonly claim: string; readonly study: string; readonly properties: { readonly id: string; readonly position: number; readonly role: AssertionRole; readonly basis?: Basis | null | undefined; readonly in?: string | null | undefined; readonly via?: string | null | undefined; readonly certainty?: string | null | undefined; readonly line?: number | null | undefined; readonly pages?: string | null | undefined; readonly section?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-assertions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Claim {id: row.claim})\nMATCH (s:Study {id: row.study})\nMERGE (c)<-[r:ASSERTS {key: row.key}]-(s)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","claim":"string","study":"string","properties":{"map":{"id":"string","position":"integer","role":{"words":["asserts","reports"]},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"in":{"optional":"string"},"via":{"optional":"string"},"certainty":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Authors, created or brought up to date. What a row leaves out stays as it is. */
export const mergeAuthors: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly name: string; readonly kind: AuthorKind; readonly aliases?: readonly string[] | null | undefined; readonly orcid?: string | null | undefined; readonly successorOf?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-authors",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (a:Author {id: row.id})\nON CREATE SET a:Entity\nSET a += row.properties\nRETURN count(a) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"name":"string","kind":{"words":["person","organisation","unnamed"]},"aliases":{"optional":{"list":"string"}},"orcid":{"optional":"string"},"successorOf":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Citations with the study that makes them and the study that they cite. */
export const mergeCitations: Statement<{ readonly rows: readonly ({ readonly id: string; readonly citing: string; readonly cited: string; readonly properties: { readonly stance?: CitationStance | null | undefined; readonly entries?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-citations",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (citing:Study {id: row.citing})\nMATCH (cited:Study {id: row.cited})\nMERGE (c:Citation {id: row.id})\nON CREATE SET c:Entity\nSET c += row.properties\nMERGE (c)<-[:MAKES]-(citing)\nMERGE (c)-[:CITES]->(cited)\nRETURN count(c) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","citing":"string","cited":"string","properties":{"map":{"stance":{"optional":{"words":["supports","disputes","mixed","neutral","unknown"]}},"entries":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Claims, created or brought up to date. What a row leaves out stays as it is. */
export const mergeClaims: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly text: string; readonly direction: Direction; readonly kind: ClaimKind; readonly topics?: readonly string[] | null | undefined; readonly figures?: readonly string[] | null | undefined; readonly asAt?: string | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-claims",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (c:Claim {id: row.id})\nON CREATE SET c:Entity\nSET c += row.properties\nRETURN count(c) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"text":"string","direction":{"words":["positive","negative","none","mixed","gap","descriptive"]},"kind":{"words":["finding","statistic","record","definition","recommendation","prediction","opinion","question"]},"topics":{"optional":{"list":"string"}},"figures":{"optional":{"list":"string"}},"asAt":{"optional":"string"},"note":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** That one claim contradicts another. */
export const mergeContradicts: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-contradicts",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:CONTRADICTS {key: row.key}]->(b)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Who had a part in a study. */
export const mergeContributions: Statement<{ readonly rows: readonly ({ readonly key: string; readonly study: string; readonly author: string; readonly properties: { readonly role: ContributorRole; readonly position: number; readonly printed?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-contributions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (s:Study {id: row.study})\nMATCH (a:Author {id: row.author})\nMERGE (s)<-[r:AUTHORED {key: row.key}]-(a)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","study":"string","author":"string","properties":{"map":{"role":{"words":["author","analyst","editor","publisher","commissioner","funder"]},"position":"integer","printed":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** What a claim rests on: a citation, a study or another claim. */
export const mergeItems: Statement<{ readonly rows: readonly ({ readonly key: string; readonly claim: string; readonly target: string; readonly properties: { readonly id: string; readonly position: number; readonly stance: Stance; readonly group: string; readonly needs?: number | null | undefined; readonly in?: string | null | undefined; readonly for?: string | null | undefined; readonly basis?: Basis | null | undefined; readonly via?: string | null | undefined; readonly line?: number | null | undefined; readonly pages?: string | null | undefined; readonly section?: string | null | undefined; readonly verdict?: VerdictValue | null | undefined; readonly verdictAssessor?: string | null | undefined; readonly verdictDate?: string | null | undefined; readonly verdictNote?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-items",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Claim {id: row.claim})\nMATCH (t:Entity {id: row.target})\nMERGE (c)-[r:RESTS_ON {key: row.key}]->(t)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","claim":"string","target":"string","properties":{"map":{"id":"string","position":"integer","stance":{"words":["supports","contradicts","qualifies","mentions"]},"group":"string","needs":{"optional":"integer"},"in":{"optional":"string"},"for":{"optional":"string"},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"via":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"verdict":{"optional":{"words":["supports","partly","does_not_address","contradicts","no_access"]}},"verdictAssessor":{"optional":"string"},"verdictDate":{"optional":"string"},"verdictNote":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Judgements, created or brought up to date. What a row leaves out stays as it is. */
export const mergeJudgements: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly target: string; readonly scheme: string; readonly version?: string | null | undefined; readonly value: string; readonly assessor: string; readonly rationale?: string | null | undefined; readonly date?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-judgements",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (j:Judgement {id: row.id})\nON CREATE SET j:Entity\nSET j += row.properties\nRETURN count(j) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"target":"string","scheme":"string","version":{"optional":"string"},"value":"string","assessor":"string","rationale":{"optional":"string"},"date":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** In-text places that cite, written from the end with fewer relationships. */
export const mergeMentions: Statement<{ readonly rows: readonly ({ readonly key: string; readonly citation: string; readonly study: string; readonly properties: { readonly at: number; readonly in?: string | null | undefined; readonly line?: number | null | undefined; readonly pages?: string | null | undefined; readonly section?: string | null | undefined; readonly footnote?: string | null | undefined; readonly form?: string | null | undefined; readonly printed?: string | null | undefined; readonly via?: string | null | undefined; readonly intent?: string | null | undefined; readonly resolution?: MentionResolution | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-mentions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Citation {id: row.citation})\nMATCH (s:Study {id: row.study})\nMERGE (c)<-[r:MENTIONS {key: row.key}]-(s)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","citation":"string","study":"string","properties":{"map":{"at":"integer","in":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"footnote":{"optional":"string"},"form":{"optional":"string"},"printed":{"optional":"string"},"via":{"optional":"string"},"intent":{"optional":"string"},"resolution":{"optional":{"words":["exact","corrected","ambiguous","unresolved"]}},"note":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** That a study is a part of another. */
export const mergeParts: Statement<{ readonly rows: readonly { readonly part: string; readonly whole: string }[] }, { readonly written: number }> = {
  name: "write/merge-parts",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (part:Study {id: row.part})\nMATCH (whole:Study {id: row.whole})\nMERGE (part)-[r:PART_OF]->(whole)\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"part":"string","whole":"string"}}}},
  row: {"written":"integer"},
};

/** That one claim qualifies another. */
export const mergeQualifies: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-qualifies",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:QUALIFIES {key: row.key}]->(b)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Which claims a citation is for, so that a traversal can go on from it. */
export const mergeRelayedClaims: Statement<{ readonly rows: readonly { readonly key: string; readonly citation: string; readonly claim: string }[] }, { readonly written: number }> = {
  name: "write/merge-relayed-claims",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Citation {id: row.citation})\nMATCH (claim:Claim {id: row.claim})\nMERGE (c)-[r:FOR {key: row.key}]->(claim)\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","citation":"string","claim":"string"}}}},
  row: {"written":"integer"},
};

/** That one claim restates another. */
export const mergeRestates: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-restates",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:RESTATES {key: row.key}]->(b)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Studies, created or brought up to date. What a row leaves out stays as it is. */
export const mergeStudies: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly title?: string | null | undefined; readonly label?: string | null | undefined; readonly year?: number | null | undefined; readonly yearSuffix?: string | null | undefined; readonly type: StudyType; readonly evidence: EvidenceRole; readonly evidenceGround?: string | null | undefined; readonly traced?: Traced | null | undefined; readonly resolution?: StudyResolution | null | undefined; readonly status?: StudyStatusValue | null | undefined; readonly statusDate?: string | null | undefined; readonly statusReason?: string | null | undefined; readonly statusSource?: string | null | undefined; readonly doi?: string | null | undefined; readonly url?: string | null | undefined; readonly isbn?: string | null | undefined; readonly pmid?: string | null | undefined; readonly openalex?: string | null | undefined; readonly venue?: string | null | undefined; readonly publisher?: string | null | undefined; readonly document?: string | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-studies",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (s:Study {id: row.id})\nON CREATE SET s:Entity\nSET s += row.properties\nRETURN count(s) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"title":{"optional":"string"},"label":{"optional":"string"},"year":{"optional":"integer"},"yearSuffix":{"optional":"string"},"type":{"words":["article","preprint","review","report","book","chapter","thesis","pamphlet","guidance","policy","statute","parliamentary","news","blog","comment","webpage","dataset","legalNote","other"]},"evidence":{"words":["primary","secondary","opinion","unknown"]},"evidenceGround":{"optional":"string"},"traced":{"optional":{"words":["full","partial","none"]}},"resolution":{"optional":{"words":["identified","described","unresolved"]}},"status":{"optional":{"words":["current","corrected","concern","retracted"]}},"statusDate":{"optional":"string"},"statusReason":{"optional":"string"},"statusSource":{"optional":"string"},"doi":{"optional":"string"},"url":{"optional":"string"},"isbn":{"optional":"string"},"pmid":{"optional":"string"},"openalex":{"optional":"string"},"venue":{"optional":"string"},"publisher":{"optional":"string"},"document":{"optional":"string"},"note":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** How one study stands to another. */
export const mergeStudyRelations: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly kind: StudyRelationKind; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-study-relations",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Study {id: row.from})\nMATCH (b:Study {id: row.to})\nMERGE (a)-[r:RELATED {key: row.key}]->(b)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"kind":{"words":["summaryOf","versionOf","replicates","usesData","possiblySame"]},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** That one claim supports another. */
export const mergeSupports: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-supports",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:SUPPORTS {key: row.key}]->(b)\nSET r += row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Every statement, for the tests that look at them all. */
export const allStatements = [assertions, authorIds, authors, citationIds, citations, claimIds, claimRelations, claims, contributions, counts, isEmpty, items, judgementIds, judgements, keys, kinds, labels, mentionsOfCitations, mentionsOfStudies, ping, searchNeo4j, searchWords, studiesOfAuthors, studies, studyIds, studyRelations, verifyCitations, verifyIdentities, verifyKeys, verifyStrays, clearContributions, clearParts, mergeAssertions, mergeAuthors, mergeCitations, mergeClaims, mergeContradicts, mergeContributions, mergeItems, mergeJudgements, mergeMentions, mergeParts, mergeQualifies, mergeRelayedClaims, mergeRestates, mergeStudies, mergeStudyRelations, mergeSupports] as const;

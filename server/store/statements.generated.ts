// Generated from cypher/ by `npm run generate`: do not edit.
import type { AssertionRole, AuthorKind, Basis, CitationStance, ClaimKind, ClaimRelationType, ContributorRole, Direction, EvidenceRole, MentionResolution, Shift, Stance, StudyRelationKind, StudyResolution, StudyStatusValue, StudyType, Traced, VerdictValue } from '../domain/document.generated.ts';
import type { Statement } from './statement.ts';

/** Where assertions, items and claim relations stand: of a store that has no more than `limit`. */
export const allKeys: Statement<{ readonly limit: number }, { readonly id: string; readonly type: string; readonly from: string; readonly to: string }> = {
  name: "read/all-keys",
  access: "read",
  text: "MATCH (a:Entity)-[r:ASSERTS|RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(b:Entity)\nRETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to\nLIMIT $limit",
  parameters: {"limit":"integer"},
  row: {"id":"string","type":"string","from":"string","to":"string"},
};

/** Which ids there are at all, and of which kind each is: of a store that has no more than `limit`. */
export const allKinds: Statement<{ readonly limit: number }, { readonly id: string; readonly labels: readonly string[] }> = {
  name: "read/all-kinds",
  access: "read",
  text: "MATCH (n:Entity)\nRETURN n.id AS id, labels(n) AS labels\nLIMIT $limit",
  parameters: {"limit":"integer"},
  row: {"id":"string","labels":{"list":"string"}},
};

/** Who makes or passes on each of these claims, in the order in which they were given. */
export const assertions: Statement<{ readonly ids: readonly string[] }, { readonly claim: string; readonly study: string; readonly id: string; readonly role: AssertionRole; readonly position: number; readonly basis: Basis | null; readonly place: string | null; readonly via: string | null; readonly certainty: string | null; readonly line: number | null; readonly pages: string | null; readonly section: string | null }> = {
  name: "read/assertions",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Claim {id: id})<-[r:ASSERTS]-(s:Study)\nRETURN c.id AS claim, s.id AS study, r.id AS id, r.role AS role, r.position AS position, r.basis AS basis,\n       r.`in` AS place, r.via AS via, r.certainty AS certainty, r.line AS line,\n       r.pages AS pages, r.section AS section\nORDER BY c.id, r.position, r.key",
  parameters: {"ids":{"list":"string"}},
  row: {"claim":"string","study":"string","id":"string","role":{"words":["asserts","reports"]},"position":"integer","basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"place":{"optional":"string"},"via":{"optional":"string"},"certainty":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"}},
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

/** The change that a request made, by the key that it came with. */
export const changeOfRequest: Statement<{ readonly request: string }, { readonly number: number }> = {
  name: "read/change-of-request",
  access: "read",
  text: "MATCH (c:Change {request: $request})\nRETURN c.number AS number",
  parameters: {"request":"string"},
  row: {"number":"integer"},
};

/** Changes by number. */
export const changesByNumber: Statement<{ readonly numbers: readonly number[] }, { readonly number: number; readonly at: string; readonly who: string; readonly why: string | null; readonly action: string; readonly source: string | null; readonly reverts: number | null; readonly request: string | null; readonly asked: string | null; readonly details: string }> = {
  name: "read/changes-by-number",
  access: "read",
  text: "UNWIND $numbers AS number\nMATCH (c:Change {number: number})\nRETURN c.number AS number, c.at AS at, c.who AS who, c.why AS why, c.action AS action,\n       c.source AS source, c.reverts AS reverts, c.request AS request,\n       c.asked AS asked, c.details AS details",
  parameters: {"numbers":{"list":"integer"}},
  row: {"number":"integer","at":"string","who":"string","why":{"optional":"string"},"action":"string","source":{"optional":"string"},"reverts":{"optional":"integer"},"request":{"optional":"string"},"asked":{"optional":"string"},"details":"string"},
};

/** Changes below a number, the latest first. */
export const changes: Statement<{ readonly below: number; readonly limit: number }, { readonly number: number; readonly at: string; readonly who: string; readonly why: string | null; readonly action: string; readonly source: string | null; readonly reverts: number | null; readonly request: string | null; readonly asked: string | null; readonly details: string }> = {
  name: "read/changes",
  access: "read",
  text: "MATCH (c:Change)\nWHERE c.number < $below\nRETURN c.number AS number, c.at AS at, c.who AS who, c.why AS why, c.action AS action,\n       c.source AS source, c.reverts AS reverts, c.request AS request,\n       c.asked AS asked, c.details AS details\nORDER BY c.number DESC\nLIMIT $limit",
  parameters: {"below":"integer","limit":"integer"},
  row: {"number":"integer","at":"string","who":"string","why":{"optional":"string"},"action":"string","source":{"optional":"string"},"reverts":{"optional":"integer"},"request":{"optional":"string"},"asked":{"optional":"string"},"details":"string"},
};

/** A page of the ids of citations, by key: those after `after`. */
export const citationIds: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string }> = {
  name: "read/citation-ids",
  access: "read",
  text: "MATCH (n:Citation)\nWHERE n.id > $after\nRETURN n.id AS id\nORDER BY n.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string"},
};

/** Citations by id. `entries` is JSON: a property holds no list of maps. Each starts at the citation: the embedded engine begins where a pattern does, at every study there is. */
export const citations: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly citing: string; readonly cited: string; readonly stance: CitationStance | null; readonly entries: string | null }> = {
  name: "read/citations",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Citation {id: id})\nMATCH (c)<-[:MAKES]-(citing:Study)\nMATCH (c)-[:CITES]->(cited:Study)\nRETURN c.id AS id, citing.id AS citing, cited.id AS cited, c.stance AS stance, c.entries AS entries",
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

/** What a change did to each element, from a place on. */
export const editsOfChange: Statement<{ readonly change: number; readonly after: number; readonly limit: number }, { readonly place: number; readonly owner: string; readonly other: string | null; readonly kind: string; readonly element: string; readonly before: string | null; readonly after: string | null }> = {
  name: "read/edits-of-change",
  access: "read",
  text: "MATCH (e:Edit {change: $change})\nWHERE e.place > $after\nRETURN e.place AS place, e.owner AS owner, e.other AS other, e.kind AS kind,\n       e.element AS element, e.before AS before, e.after AS after\nORDER BY e.place\nLIMIT $limit",
  parameters: {"change":"integer","after":"integer","limit":"integer"},
  row: {"place":"integer","owner":"string","other":{"optional":"string"},"kind":"string","element":"string","before":{"optional":"string"},"after":{"optional":"string"}},
};

/** What was ever done to these nodes and to the links that belong to them. */
export const editsOfOwners: Statement<{ readonly ids: readonly string[] }, { readonly asked: string; readonly change: number; readonly place: number; readonly owner: string; readonly other: string | null; readonly kind: string; readonly element: string; readonly before: string | null; readonly after: string | null }> = {
  name: "read/edits-of-owners",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (e:Edit {owner: id})\nRETURN id AS asked, e.change AS change, e.place AS place, e.owner AS owner, e.other AS other,\n       e.kind AS kind, e.element AS element, e.before AS before, e.after AS after\nUNION ALL\nUNWIND $ids AS id\nMATCH (e:Edit {other: id})\nRETURN id AS asked, e.change AS change, e.place AS place, e.owner AS owner, e.other AS other,\n       e.kind AS kind, e.element AS element, e.before AS before, e.after AS after",
  parameters: {"ids":{"list":"string"}},
  row: {"asked":"string","change":"integer","place":"integer","owner":"string","other":{"optional":"string"},"kind":"string","element":"string","before":{"optional":"string"},"after":{"optional":"string"}},
};

/** How many changes there have been. */
export const head: Statement<Record<string, never>, { readonly head: number }> = {
  name: "read/head",
  access: "read",
  text: "MATCH (l:Ledger {id: 'ledger'})\nRETURN l.head AS head",
  parameters: {},
  row: {"head":"integer"},
};

/** A page of what works are known by, those after `after`: for matching what a source lists. */
export const identitiesOfStudies: Statement<{ readonly after: string; readonly limit: number }, { readonly id: string; readonly title: string | null; readonly year: number | null; readonly type: StudyType; readonly doi: string | null; readonly pmid: string | null; readonly isbn: string | null; readonly openalex: string | null }> = {
  name: "read/identities-of-studies",
  access: "read",
  text: "MATCH (s:Study)\nWHERE s.id > $after\nRETURN s.id AS id, s.title AS title, s.year AS year, s.type AS type, s.doi AS doi,\n       s.pmid AS pmid, s.isbn AS isbn, s.openalex AS openalex\nORDER BY s.id\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"id":"string","title":{"optional":"string"},"year":{"optional":"integer"},"type":{"words":["article","preprint","review","report","book","chapter","thesis","pamphlet","guidance","policy","statute","parliamentary","news","blog","comment","webpage","dataset","legalNote","other"]},"doi":{"optional":"string"},"pmid":{"optional":"string"},"isbn":{"optional":"string"},"openalex":{"optional":"string"}},
};

/** Whether there is any node at all, be it only a record of what was taken out. */
export const isEmpty: Statement<Record<string, never>, { readonly labels: readonly string[] }> = {
  name: "read/is-empty",
  access: "read",
  text: "MATCH (n)\nRETURN labels(n) AS labels\nLIMIT 1",
  parameters: {},
  row: {"labels":{"list":"string"}},
};

/** What each of these claims rests on, item by item, in the order in which they were given. */
export const items: Statement<{ readonly ids: readonly string[] }, { readonly claim: string; readonly id: string; readonly target: string; readonly targetLabels: readonly string[]; readonly stance: Stance; readonly lineKey: string; readonly position: number; readonly needs: number | null; readonly place: string | null; readonly relays: string | null; readonly basis: Basis | null; readonly via: string | null; readonly line: number | null; readonly pages: string | null; readonly section: string | null; readonly verdict: VerdictValue | null; readonly verdictAssessor: string | null; readonly verdictDate: string | null; readonly verdictNote: string | null }> = {
  name: "read/items",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (c:Claim {id: id})-[r:RESTS_ON]->(t:Entity)\nRETURN c.id AS claim, r.id AS id, t.id AS target, labels(t) AS targetLabels,\n       r.stance AS stance, r.`group` AS lineKey, r.position AS position, r.needs AS needs, r.`in` AS place,\n       r.`for` AS relays, r.basis AS basis, r.via AS via, r.line AS line,\n       r.pages AS pages, r.section AS section, r.verdict AS verdict,\n       r.verdictAssessor AS verdictAssessor, r.verdictDate AS verdictDate,\n       r.verdictNote AS verdictNote\nORDER BY c.id, r.position, r.key",
  parameters: {"ids":{"list":"string"}},
  row: {"claim":"string","id":"string","target":"string","targetLabels":{"list":"string"},"stance":{"words":["supports","contradicts","qualifies","mentions"]},"lineKey":"string","position":"integer","needs":{"optional":"integer"},"place":{"optional":"string"},"relays":{"optional":"string"},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"via":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"verdict":{"optional":{"words":["supports","partly","does_not_address","contradicts","no_access"]}},"verdictAssessor":{"optional":"string"},"verdictDate":{"optional":"string"},"verdictNote":{"optional":"string"}},
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

/** The same of the mentions of these citations. */
export const marksOfCitationLinks: Statement<{ readonly ids: readonly string[] }, { readonly key: string; readonly by: readonly string[] | null; readonly saidAt: readonly number[] | null; readonly said: string | null; readonly changed: number | null }> = {
  name: "read/marks-of-citation-links",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (:Citation {id: id})<-[r:MENTIONS]-(:Study)\nRETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed",
  parameters: {"ids":{"list":"string"}},
  row: {"key":"string","by":{"optional":{"list":"string"}},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":{"optional":"integer"}},
};

/** The same of what belongs to these claims. */
export const marksOfClaimLinks: Statement<{ readonly ids: readonly string[] }, { readonly key: string; readonly by: readonly string[] | null; readonly saidAt: readonly number[] | null; readonly said: string | null; readonly changed: number | null }> = {
  name: "read/marks-of-claim-links",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (:Claim {id: id})-[r:RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES]->(:Entity)\nRETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed\nUNION ALL\nUNWIND $ids AS id\nMATCH (:Claim {id: id})<-[r:ASSERTS]-(:Study)\nRETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed",
  parameters: {"ids":{"list":"string"}},
  row: {"key":"string","by":{"optional":{"list":"string"}},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":{"optional":"integer"}},
};

/** Which sources speak of these nodes, and which change altered each last. */
export const marksOfNodes: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly by: readonly string[] | null; readonly saidAt: readonly number[] | null; readonly said: string | null; readonly changed: number | null }> = {
  name: "read/marks-of-nodes",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (n:Entity {id: id})\nRETURN n.id AS id, n.by AS by, n.saidAt AS saidAt, n.said AS said, n.changed AS changed",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","by":{"optional":{"list":"string"}},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":{"optional":"integer"}},
};

/** The same of how these studies stand to others. */
export const marksOfStudyLinks: Statement<{ readonly ids: readonly string[] }, { readonly key: string; readonly by: readonly string[] | null; readonly saidAt: readonly number[] | null; readonly said: string | null; readonly changed: number | null }> = {
  name: "read/marks-of-study-links",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (:Study {id: id})-[r:RELATED]->(:Study)\nRETURN r.key AS key, r.by AS by, r.saidAt AS saidAt, r.said AS said, r.changed AS changed",
  parameters: {"ids":{"list":"string"}},
  row: {"key":"string","by":{"optional":{"list":"string"}},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":{"optional":"integer"}},
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

/** Which links and records name these nodes in a field alone: no relationship leads there. */
export const namesInFields: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly kind: string; readonly element: string; readonly owner: string }> = {
  name: "read/names-in-fields",
  access: "read",
  text: "MATCH (c:Claim)-[r:RESTS_ON]->(:Entity)\nWHERE r.via IN $ids OR r.`in` IN $ids OR r.`for` IN $ids\nUNWIND [r.via, r.`in`, r.`for`] AS id\nWITH c, r, id\nWHERE id IN $ids\nRETURN id, 'item' AS kind, r.key AS element, c.id AS owner\nUNION ALL\nMATCH (c:Claim)<-[r:ASSERTS]-(:Study)\nWHERE r.via IN $ids OR r.`in` IN $ids\nUNWIND [r.via, r.`in`] AS id\nWITH c, r, id\nWHERE id IN $ids\nRETURN id, 'assertion' AS kind, r.key AS element, c.id AS owner\nUNION ALL\nMATCH (c:Citation)<-[r:MENTIONS]-(:Study)\nWHERE r.via IN $ids OR r.`in` IN $ids\nUNWIND [r.via, r.`in`] AS id\nWITH c, r, id\nWHERE id IN $ids\nRETURN id, 'mention' AS kind, r.key AS element, c.id AS owner\nUNION ALL\nMATCH (a:Author)\nWHERE a.successorOf IN $ids\nRETURN a.successorOf AS id, 'author' AS kind, a.id AS element, a.id AS owner\nUNION ALL\nMATCH (j:Judgement)\nWHERE j.target IN $ids\nRETURN j.target AS id, 'judgement' AS kind, j.id AS element, j.id AS owner",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","kind":"string","element":"string","owner":"string"},
};

/** Which links and records name these nodes by a relationship. */
export const namesOfNodes: Statement<{ readonly ids: readonly string[] }, { readonly id: string; readonly type: string; readonly key: string | null; readonly other: string; readonly start: string }> = {
  name: "read/names-of-nodes",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (n:Entity {id: id})-[r]-(m:Entity)\nRETURN n.id AS id, type(r) AS type, r.key AS key, m.id AS other,\n       startNode(r).id AS start",
  parameters: {"ids":{"list":"string"}},
  row: {"id":"string","type":"string","key":{"optional":"string"},"other":"string","start":"string"},
};

/** Nothing but an answer. */
export const ping: Statement<Record<string, never>, { readonly one: number }> = {
  name: "read/ping",
  access: "read",
  text: "RETURN 1 AS one",
  parameters: {},
  row: {"one":"integer"},
};

/** What people took away of these nodes, the nodes themselves included. */
export const removedOfOwners: Statement<{ readonly ids: readonly string[] }, { readonly key: string; readonly owner: string; readonly state: string; readonly changed: number }> = {
  name: "read/removed-of-owners",
  access: "read",
  text: "UNWIND $ids AS id\nMATCH (r:Removed {owner: id})\nRETURN r.key AS key, r.owner AS owner, r.state AS state, r.changed AS changed",
  parameters: {"ids":{"list":"string"}},
  row: {"key":"string","owner":"string","state":"string","changed":"integer"},
};

/** A page of all that people took away, by key. */
export const removed: Statement<{ readonly after: string; readonly limit: number }, { readonly key: string; readonly owner: string; readonly state: string; readonly changed: number }> = {
  name: "read/removed",
  access: "read",
  text: "MATCH (r:Removed)\nWHERE r.key > $after\nRETURN r.key AS key, r.owner AS owner, r.state AS state, r.changed AS changed\nORDER BY r.key\nLIMIT $limit",
  parameters: {"after":"string","limit":"integer"},
  row: {"key":"string","owner":"string","state":"string","changed":"integer"},
};

/** Changes that took another back, or brought it again. */
export const reversals: Statement<{ readonly numbers: readonly number[] }, { readonly number: number; readonly reverts: number }> = {
  name: "read/reversals",
  access: "read",
  text: "UNWIND $numbers AS reverted\nMATCH (c:Change {reverts: reverted})\nRETURN c.number AS number, c.reverts AS reverts\nORDER BY c.number",
  parameters: {"numbers":{"list":"integer"}},
  row: {"number":"integer","reverts":"integer"},
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

/** Every source that was ever brought in. */
export const sources: Statement<Record<string, never>, { readonly id: string; readonly name: string; readonly format: string; readonly digest: string; readonly change: number; readonly latest: number; readonly isOut: boolean; readonly same: string | null }> = {
  name: "read/sources",
  access: "read",
  text: "MATCH (s:Source)\nRETURN s.id AS id, s.name AS name, s.format AS format, s.digest AS digest,\n       s.change AS change, s.latest AS latest, s.isOut AS isOut, s.same AS same\nORDER BY s.id",
  parameters: {},
  row: {"id":"string","name":"string","format":"string","digest":"string","change":"integer","latest":"integer","isOut":"boolean","same":{"optional":"string"}},
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

/** Nodes of the evidence without the label or the id that each has, and nodes of no kind that is known here. */
export const verifyStrays: Statement<Record<string, never>, { readonly labels: readonly string[]; readonly times: number }> = {
  name: "read/verify-strays",
  access: "read",
  text: "MATCH (n)\nWHERE NOT (n:Source OR n:Change OR n:Edit OR n:Removed OR n:Ledger)\n  AND (n.id IS NULL OR NOT n:Entity)\nWITH labels(n) AS labels, count(n) AS times\nRETURN labels, times",
  parameters: {},
  row: {"labels":{"list":"string"},"times":"integer"},
};

/** Counts one more change, unless another has been counted since it was planned. Setting something first makes the database wait for others' changes before it looks at the head. */
export const advanceLedger: Statement<{ readonly head: number }, { readonly head: number }> = {
  name: "write/advance-ledger",
  access: "write",
  text: "MATCH (l:Ledger {id: 'ledger'})\nSET l.plannedAt = $head\nWITH l\nWHERE l.head = $head\nSET l.head = $head + 1\nRETURN l.head AS head",
  parameters: {"head":"integer"},
  row: {"head":"integer"},
};

/** Takes off the title page whoever is no longer on it. */
export const clearContributions: Statement<{ readonly rows: readonly { readonly study: string; readonly keys: readonly string[] }[] }, { readonly deleted: number }> = {
  name: "write/clear-contributions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (s:Study {id: row.study})<-[r:AUTHORED]-(:Author)\nWHERE NOT r.key IN row.keys\nDELETE r\nRETURN count(r) AS deleted",
  parameters: {"rows":{"list":{"map":{"study":"string","keys":{"list":"string"}}}}},
  row: {"deleted":"integer"},
};

/** Takes studies out of the volumes that they are no longer a part of; one that is part of nothing has an empty whole. */
export const clearParts: Statement<{ readonly rows: readonly { readonly part: string; readonly whole: string }[] }, { readonly deleted: number }> = {
  name: "write/clear-parts",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (part:Study {id: row.part})-[r:PART_OF]->(whole:Study)\nWHERE whole.id <> row.whole\nDELETE r\nRETURN count(r) AS deleted",
  parameters: {"rows":{"list":{"map":{"part":"string","whole":"string"}}}},
  row: {"deleted":"integer"},
};

/** Takes away that a citation is for a claim, where no item says so any longer. */
export const clearRelayedClaims: Statement<{ readonly citations: readonly string[] }, { readonly deleted: number }> = {
  name: "write/clear-relayed-claims",
  access: "write",
  text: "UNWIND $citations AS citation\nMATCH (c:Citation {id: citation})-[r:FOR]->(relayed:Claim)\nOPTIONAL MATCH (c)<-[item:RESTS_ON]-(:Claim)\nWHERE item.`for` = relayed.id\nWITH r, count(item) AS items\nWHERE items = 0\nDELETE r\nRETURN count(*) AS deleted",
  parameters: {"citations":{"list":"string"}},
  row: {"deleted":"integer"},
};

/** Who changed what, when and why. */
export const createChange: Statement<{ readonly number: number; readonly properties: { readonly number: number; readonly at: string; readonly who: string; readonly why?: string | null | undefined; readonly action: string; readonly source?: string | null | undefined; readonly reverts?: number | null | undefined; readonly request?: string | null | undefined; readonly asked?: string | null | undefined; readonly details: string } }, { readonly written: number }> = {
  name: "write/create-change",
  access: "write",
  text: "CREATE (c:Change {number: $number})\nSET c = $properties\nRETURN count(c) AS written",
  parameters: {"number":"integer","properties":{"map":{"number":"integer","at":"string","who":"string","why":{"optional":"string"},"action":"string","source":{"optional":"string"},"reverts":{"optional":"integer"},"request":{"optional":"string"},"asked":{"optional":"string"},"details":"string"}}},
  row: {"written":"integer"},
};

/** Citations that are not there yet, with the study that makes each and the study that it cites. What is remembered beside them is the same for all: it is sent once. */
export const createCitations: Statement<{ readonly by: readonly string[]; readonly changed: number; readonly rows: readonly ({ readonly id: string; readonly citing: string; readonly cited: string; readonly stance?: CitationStance | null | undefined; readonly entries?: string | null | undefined })[] }, { readonly written: number }> = {
  name: "write/create-citations",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (citing:Study {id: row.citing})\nMATCH (cited:Study {id: row.cited})\nCREATE (citing)-[:MAKES]->(c:Entity:Citation {id: row.id, by: $by, changed: $changed, stance: row.stance, entries: row.entries})-[:CITES]->(cited)\nRETURN count(c) AS written",
  parameters: {"by":{"list":"string"},"changed":"integer","rows":{"list":{"map":{"id":"string","citing":"string","cited":"string","stance":{"optional":{"words":["supports","disputes","mixed","neutral","unknown"]}},"entries":{"optional":"string"}}}}},
  row: {"written":"integer"},
};

/** What a change did to single elements, before and after. */
export const createEdits: Statement<{ readonly rows: readonly ({ readonly change: number; readonly place: number; readonly owner: string; readonly other?: string | null | undefined; readonly kind: string; readonly element: string; readonly before?: string | null | undefined; readonly after?: string | null | undefined })[] }, { readonly written: number }> = {
  name: "write/create-edits",
  access: "write",
  text: "UNWIND $rows AS row\nCREATE (e:Edit)\nSET e = row\nRETURN count(e) AS written",
  parameters: {"rows":{"list":{"map":{"change":"integer","place":"integer","owner":"string","other":{"optional":"string"},"kind":"string","element":"string","before":{"optional":"string"},"after":{"optional":"string"}}}}},
  row: {"written":"integer"},
};

/** Studies that are not there yet. */
export const createStudies: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly id: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly title?: string | null | undefined; readonly label?: string | null | undefined; readonly year?: number | null | undefined; readonly yearSuffix?: string | null | undefined; readonly type: StudyType; readonly evidence: EvidenceRole; readonly evidenceGround?: string | null | undefined; readonly traced?: Traced | null | undefined; readonly resolution?: StudyResolution | null | undefined; readonly status?: StudyStatusValue | null | undefined; readonly statusDate?: string | null | undefined; readonly statusReason?: string | null | undefined; readonly statusSource?: string | null | undefined; readonly doi?: string | null | undefined; readonly url?: string | null | undefined; readonly isbn?: string | null | undefined; readonly pmid?: string | null | undefined; readonly openalex?: string | null | undefined; readonly venue?: string | null | undefined; readonly publisher?: string | null | undefined; readonly document?: string | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/create-studies",
  access: "write",
  text: "UNWIND $rows AS row\nCREATE (s:Entity:Study {id: row.id})\nSET s = row.properties\nRETURN count(s) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"id":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","title":{"optional":"string"},"label":{"optional":"string"},"year":{"optional":"integer"},"yearSuffix":{"optional":"string"},"type":{"words":["article","preprint","review","report","book","chapter","thesis","pamphlet","guidance","policy","statute","parliamentary","news","blog","comment","webpage","dataset","legalNote","other"]},"evidence":{"words":["primary","secondary","opinion","unknown"]},"evidenceGround":{"optional":"string"},"traced":{"optional":{"words":["full","partial","none"]}},"resolution":{"optional":{"words":["identified","described","unresolved"]}},"status":{"optional":{"words":["current","corrected","concern","retracted"]}},"statusDate":{"optional":"string"},"statusReason":{"optional":"string"},"statusSource":{"optional":"string"},"doi":{"optional":"string"},"url":{"optional":"string"},"isbn":{"optional":"string"},"pmid":{"optional":"string"},"openalex":{"optional":"string"},"venue":{"optional":"string"},"publisher":{"optional":"string"},"document":{"optional":"string"},"note":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Takes links away that belong to these nodes. */
export const deleteLinks: Statement<{ readonly rows: readonly { readonly owner: string; readonly key: string }[] }, { readonly deleted: number }> = {
  name: "write/delete-links",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (:Entity {id: row.owner})-[r:MENTIONS|ASSERTS|RESTS_ON|CONTRADICTS|QUALIFIES|SUPPORTS|RESTATES|RELATED {key: row.key}]-(:Entity)\nDELETE r\nRETURN count(r) AS deleted",
  parameters: {"rows":{"list":{"map":{"owner":"string","key":"string"}}}},
  row: {"deleted":"integer"},
};

/** Takes nodes away, with whatever relationships follow from what they are. */
export const deleteNodes: Statement<{ readonly ids: readonly string[] }, { readonly deleted: number }> = {
  name: "write/delete-nodes",
  access: "write",
  text: "UNWIND $ids AS id\nMATCH (n:Entity {id: id})\nDETACH DELETE n\nRETURN count(*) AS deleted",
  parameters: {"ids":{"list":"string"}},
  row: {"deleted":"integer"},
};

/** Forgets that elements were taken away. */
export const deleteRemoved: Statement<{ readonly keys: readonly string[] }, { readonly deleted: number }> = {
  name: "write/delete-removed",
  access: "write",
  text: "UNWIND $keys AS key\nMATCH (r:Removed {key: key})\nDELETE r\nRETURN count(*) AS deleted",
  parameters: {"keys":{"list":"string"}},
  row: {"deleted":"integer"},
};

/** Who makes a claim, or passes it on. */
export const mergeAssertions: Statement<{ readonly rows: readonly ({ readonly key: string; readonly claim: string; readonly study: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly id: string; readonly position: number; readonly role: AssertionRole; readonly basis?: Basis | null | undefined; readonly in?: string | null | undefined; readonly via?: string | null | undefined; readonly certainty?: string | null | undefined; readonly line?: number | null | undefined; readonly pages?: string | null | undefined; readonly section?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-assertions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Claim {id: row.claim})\nMATCH (s:Study {id: row.study})\nMERGE (c)<-[r:ASSERTS {key: row.key}]-(s)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","claim":"string","study":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","id":"string","position":"integer","role":{"words":["asserts","reports"]},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"in":{"optional":"string"},"via":{"optional":"string"},"certainty":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Authors, created or brought up to date: a row is the whole of what a record holds. */
export const mergeAuthors: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly id: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly name: string; readonly kind: AuthorKind; readonly aliases?: readonly string[] | null | undefined; readonly orcid?: string | null | undefined; readonly successorOf?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-authors",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (a:Author {id: row.id})\nON CREATE SET a:Entity\nSET a = row.properties\nRETURN count(a) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"id":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","name":"string","kind":{"words":["person","organisation","unnamed"]},"aliases":{"optional":{"list":"string"}},"orcid":{"optional":"string"},"successorOf":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Citations with the study that makes them and the study that they cite. */
export const mergeCitations: Statement<{ readonly rows: readonly ({ readonly id: string; readonly citing: string; readonly cited: string; readonly properties: { readonly id: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly stance?: CitationStance | null | undefined; readonly entries?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-citations",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (citing:Study {id: row.citing})\nMATCH (cited:Study {id: row.cited})\nMERGE (c:Citation {id: row.id})\nON CREATE SET c:Entity\nSET c = row.properties\nMERGE (c)<-[:MAKES]-(citing)\nMERGE (c)-[:CITES]->(cited)\nRETURN count(c) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","citing":"string","cited":"string","properties":{"map":{"id":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","stance":{"optional":{"words":["supports","disputes","mixed","neutral","unknown"]}},"entries":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Claims, created or brought up to date: a row is the whole of what a record holds. */
export const mergeClaims: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly id: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly text: string; readonly direction: Direction; readonly kind: ClaimKind; readonly topics?: readonly string[] | null | undefined; readonly figures?: readonly string[] | null | undefined; readonly asAt?: string | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-claims",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (c:Claim {id: row.id})\nON CREATE SET c:Entity\nSET c = row.properties\nRETURN count(c) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"id":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","text":"string","direction":{"words":["positive","negative","none","mixed","gap","descriptive"]},"kind":{"words":["finding","statistic","record","definition","recommendation","prediction","opinion","question"]},"topics":{"optional":{"list":"string"}},"figures":{"optional":{"list":"string"}},"asAt":{"optional":"string"},"note":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** That one claim contradicts another. */
export const mergeContradicts: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-contradicts",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:CONTRADICTS {key: row.key}]->(b)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
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
export const mergeItems: Statement<{ readonly rows: readonly ({ readonly key: string; readonly claim: string; readonly target: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly id: string; readonly position: number; readonly stance: Stance; readonly group: string; readonly needs?: number | null | undefined; readonly in?: string | null | undefined; readonly for?: string | null | undefined; readonly basis?: Basis | null | undefined; readonly via?: string | null | undefined; readonly line?: number | null | undefined; readonly pages?: string | null | undefined; readonly section?: string | null | undefined; readonly verdict?: VerdictValue | null | undefined; readonly verdictAssessor?: string | null | undefined; readonly verdictDate?: string | null | undefined; readonly verdictNote?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-items",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Claim {id: row.claim})\nMATCH (t:Entity {id: row.target})\nMERGE (c)-[r:RESTS_ON {key: row.key}]->(t)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","claim":"string","target":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","id":"string","position":"integer","stance":{"words":["supports","contradicts","qualifies","mentions"]},"group":"string","needs":{"optional":"integer"},"in":{"optional":"string"},"for":{"optional":"string"},"basis":{"optional":{"words":["data","record","search","relay","argument","unknown"]}},"via":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"verdict":{"optional":{"words":["supports","partly","does_not_address","contradicts","no_access"]}},"verdictAssessor":{"optional":"string"},"verdictDate":{"optional":"string"},"verdictNote":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** Judgements, created or brought up to date: a row is the whole of what a record holds. */
export const mergeJudgements: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly id: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly target: string; readonly scheme: string; readonly version?: string | null | undefined; readonly value: string; readonly assessor: string; readonly rationale?: string | null | undefined; readonly date?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-judgements",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (j:Judgement {id: row.id})\nON CREATE SET j:Entity\nSET j = row.properties\nRETURN count(j) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"id":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","target":"string","scheme":"string","version":{"optional":"string"},"value":"string","assessor":"string","rationale":{"optional":"string"},"date":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** In-text places that cite, written from the end with fewer relationships. */
export const mergeMentions: Statement<{ readonly rows: readonly ({ readonly key: string; readonly citation: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly at: number; readonly in?: string | null | undefined; readonly line?: number | null | undefined; readonly pages?: string | null | undefined; readonly section?: string | null | undefined; readonly footnote?: string | null | undefined; readonly form?: string | null | undefined; readonly printed?: string | null | undefined; readonly via?: string | null | undefined; readonly intent?: string | null | undefined; readonly resolution?: MentionResolution | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-mentions",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (c:Citation {id: row.citation})<-[:MAKES]-(s:Study)\nMERGE (c)<-[r:MENTIONS {key: row.key}]-(s)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","citation":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","at":"integer","in":{"optional":"string"},"line":{"optional":"integer"},"pages":{"optional":"string"},"section":{"optional":"string"},"footnote":{"optional":"string"},"form":{"optional":"string"},"printed":{"optional":"string"},"via":{"optional":"string"},"intent":{"optional":"string"},"resolution":{"optional":{"words":["exact","corrected","ambiguous","unresolved"]}},"note":{"optional":"string"}}}}}}},
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
export const mergeQualifies: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-qualifies",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:QUALIFIES {key: row.key}]->(b)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
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

/** Elements that people took away, with all that is remembered of them. */
export const mergeRemoved: Statement<{ readonly rows: readonly ({ readonly key: string; readonly properties: { readonly key: string; readonly kind: string; readonly id: string; readonly owner: string; readonly into?: string | null | undefined; readonly by: readonly string[]; readonly state: string; readonly changed: number } })[] }, { readonly written: number }> = {
  name: "write/merge-removed",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (r:Removed {key: row.key})\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","properties":{"map":{"key":"string","kind":"string","id":"string","owner":"string","into":{"optional":"string"},"by":{"list":"string"},"state":"string","changed":"integer"}}}}}},
  row: {"written":"integer"},
};

/** That one claim restates another. */
export const mergeRestates: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-restates",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:RESTATES {key: row.key}]->(b)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** A source as it was last brought in, or that it was taken out. */
export const mergeSource: Statement<{ readonly id: string; readonly properties: { readonly id: string; readonly name: string; readonly format: string; readonly digest: string; readonly change: number; readonly latest: number; readonly isOut: boolean; readonly same?: string | null | undefined } }, { readonly written: number }> = {
  name: "write/merge-source",
  access: "write",
  text: "MERGE (s:Source {id: $id})\nSET s = $properties\nRETURN count(s) AS written",
  parameters: {"id":"string","properties":{"map":{"id":"string","name":"string","format":"string","digest":"string","change":"integer","latest":"integer","isOut":"boolean","same":{"optional":"string"}}}},
  row: {"written":"integer"},
};

/** Studies, created or brought up to date: a row is the whole of what a record holds. */
export const mergeStudies: Statement<{ readonly rows: readonly ({ readonly id: string; readonly properties: { readonly id: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly title?: string | null | undefined; readonly label?: string | null | undefined; readonly year?: number | null | undefined; readonly yearSuffix?: string | null | undefined; readonly type: StudyType; readonly evidence: EvidenceRole; readonly evidenceGround?: string | null | undefined; readonly traced?: Traced | null | undefined; readonly resolution?: StudyResolution | null | undefined; readonly status?: StudyStatusValue | null | undefined; readonly statusDate?: string | null | undefined; readonly statusReason?: string | null | undefined; readonly statusSource?: string | null | undefined; readonly doi?: string | null | undefined; readonly url?: string | null | undefined; readonly isbn?: string | null | undefined; readonly pmid?: string | null | undefined; readonly openalex?: string | null | undefined; readonly venue?: string | null | undefined; readonly publisher?: string | null | undefined; readonly document?: string | null | undefined; readonly note?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-studies",
  access: "write",
  text: "UNWIND $rows AS row\nMERGE (s:Study {id: row.id})\nON CREATE SET s:Entity\nSET s = row.properties\nRETURN count(s) AS written",
  parameters: {"rows":{"list":{"map":{"id":"string","properties":{"map":{"id":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","title":{"optional":"string"},"label":{"optional":"string"},"year":{"optional":"integer"},"yearSuffix":{"optional":"string"},"type":{"words":["article","preprint","review","report","book","chapter","thesis","pamphlet","guidance","policy","statute","parliamentary","news","blog","comment","webpage","dataset","legalNote","other"]},"evidence":{"words":["primary","secondary","opinion","unknown"]},"evidenceGround":{"optional":"string"},"traced":{"optional":{"words":["full","partial","none"]}},"resolution":{"optional":{"words":["identified","described","unresolved"]}},"status":{"optional":{"words":["current","corrected","concern","retracted"]}},"statusDate":{"optional":"string"},"statusReason":{"optional":"string"},"statusSource":{"optional":"string"},"doi":{"optional":"string"},"url":{"optional":"string"},"isbn":{"optional":"string"},"pmid":{"optional":"string"},"openalex":{"optional":"string"},"venue":{"optional":"string"},"publisher":{"optional":"string"},"document":{"optional":"string"},"note":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** How one study stands to another. */
export const mergeStudyRelations: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly kind: StudyRelationKind; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-study-relations",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Study {id: row.from})\nMATCH (b:Study {id: row.to})\nMERGE (a)-[r:RELATED {key: row.key}]->(b)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","kind":{"words":["summaryOf","versionOf","replicates","usesData","possiblySame"]},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** That one claim supports another. */
export const mergeSupports: Statement<{ readonly rows: readonly ({ readonly key: string; readonly from: string; readonly to: string; readonly properties: { readonly key: string; readonly by: readonly string[]; readonly saidAt?: readonly number[] | null | undefined; readonly said?: string | null | undefined; readonly changed: number; readonly id: string; readonly shift?: Shift | null | undefined; readonly group?: string | null | undefined; readonly note?: string | null | undefined; readonly assessor?: string | null | undefined } })[] }, { readonly written: number }> = {
  name: "write/merge-supports",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (a:Claim {id: row.from})\nMATCH (b:Claim {id: row.to})\nMERGE (a)-[r:SUPPORTS {key: row.key}]->(b)\nSET r = row.properties\nRETURN count(r) AS written",
  parameters: {"rows":{"list":{"map":{"key":"string","from":"string","to":"string","properties":{"map":{"key":"string","by":{"list":"string"},"saidAt":{"optional":{"list":"integer"}},"said":{"optional":"string"},"changed":"integer","id":"string","shift":{"optional":{"words":["same","weaker","narrower","stronger","broader","unknown"]}},"group":{"optional":"string"},"note":{"optional":"string"},"assessor":{"optional":"string"}}}}}}},
  row: {"written":"integer"},
};

/** The one node that counts the changes, made with the first of them. */
export const openLedger: Statement<Record<string, never>, { readonly head: number }> = {
  name: "write/open-ledger",
  access: "write",
  text: "MERGE (l:Ledger {id: 'ledger'})\nON CREATE SET l.head = 0\nRETURN l.head AS head",
  parameters: {},
  row: {"head":"integer"},
};

/** What a change did to single elements, where a later part of it went on with them. */
export const renewEdits: Statement<{ readonly rows: readonly ({ readonly change: number; readonly owner: string; readonly kind: string; readonly element: string; readonly after?: string | null | undefined })[] }, { readonly written: number }> = {
  name: "write/renew-edits",
  access: "write",
  text: "UNWIND $rows AS row\nMATCH (e:Edit {owner: row.owner})\nWHERE e.change = row.change AND e.kind = row.kind AND e.element = row.element\nSET e.after = row.after\nRETURN count(e) AS written",
  parameters: {"rows":{"list":{"map":{"change":"integer","owner":"string","kind":"string","element":"string","after":{"optional":"string"}}}}},
  row: {"written":"integer"},
};

/** Every statement, for the tests that look at them all. */
export const allStatements = [allKeys, allKinds, assertions, authorIds, authors, changeOfRequest, changesByNumber, changes, citationIds, citations, claimIds, claimRelations, claims, contributions, counts, editsOfChange, editsOfOwners, head, identitiesOfStudies, isEmpty, items, judgementIds, judgements, keys, kinds, labels, marksOfCitationLinks, marksOfClaimLinks, marksOfNodes, marksOfStudyLinks, mentionsOfCitations, mentionsOfStudies, namesInFields, namesOfNodes, ping, removedOfOwners, removed, reversals, searchNeo4j, searchWords, sources, studiesOfAuthors, studies, studyIds, studyRelations, verifyCitations, verifyIdentities, verifyKeys, verifyStrays, advanceLedger, clearContributions, clearParts, clearRelayedClaims, createChange, createCitations, createEdits, createStudies, deleteLinks, deleteNodes, deleteRemoved, mergeAssertions, mergeAuthors, mergeCitations, mergeClaims, mergeContradicts, mergeContributions, mergeItems, mergeJudgements, mergeMentions, mergeParts, mergeQualifies, mergeRelayedClaims, mergeRemoved, mergeRestates, mergeSource, mergeStudies, mergeStudyRelations, mergeSupports, openLedger, renewEdits] as const;

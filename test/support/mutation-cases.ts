/** A mutation with its arguments, each of which changes what is exported. */
export interface MutationCase {
  readonly mutation: string;
  readonly does: string;
  /** The arguments as they are written, `change` aside. */
  readonly given: string;
}

/** Every kind of edit, on the full document and a second comment under its post. */
export const EDITS: readonly MutationCase[] = [
  {
    mutation: 'setVerdict',
    does: 'gives a verdict',
    given: 'item: "a-second", verdict: { value: contradicts, note: "Seen." }',
  },
  { mutation: 'setVerdict', does: 'takes a verdict away', given: 'item: "z-first", verdict: null' },
  {
    mutation: 'setStudyStatus',
    does: 'has a study retracted',
    given: 'study: "post", status: { value: retracted, reason: "Made up." }',
  },
  {
    mutation: 'setStudyStatus',
    does: 'takes a status away',
    given: 'study: "report-2015a", status: null',
  },
  {
    mutation: 'setStudyEvidence',
    does: 'says what a study has',
    given: 'study: "post", evidence: opinion, ground: "It argues.", traced: partial',
  },
  { mutation: 'setNote', does: 'notes something', given: 'id: "none", note: "A note."' },
  { mutation: 'setNote', does: 'takes a note away', given: 'id: "against", note: null' },
  {
    mutation: 'upsertAuthor',
    does: 'makes an author',
    given: 'author: { id: "new", name: "New", kind: person }',
  },
  {
    mutation: 'upsertAuthor',
    does: 'corrects an author',
    given: 'author: { id: "öberg-a", aliases: ["Oeberg"], orcid: null }',
  },
  {
    mutation: 'upsertStudy',
    does: 'makes a study',
    given:
      'study: { title: "New", type: report, evidence: unknown, contributors: [{ author: "bureau", role: author }] }',
  },
  {
    mutation: 'upsertStudy',
    does: 'corrects a study',
    given:
      'study: { id: "report-2015a", year: 2014, yearSuffix: null, contributors: [{ author: "nobody", role: author, printed: "N." }] }',
  },
  {
    mutation: 'upsertStudy',
    does: 'takes a part out of its volume',
    given: 'study: { id: "comment-1", partOf: null }',
  },
  {
    mutation: 'upsertCitation',
    does: 'makes a citation',
    given:
      'citation: { citing: "summary-2015b", cited: "report-2015a", entries: [{ n: 3, printed: "x" }] }',
  },
  {
    mutation: 'upsertCitation',
    does: 'corrects a citation',
    given: 'citation: { citing: "post", cited: "report-2015a", stance: supports, entries: null }',
  },
  {
    mutation: 'upsertMention',
    does: 'adds a place',
    given: 'mention: { citation: "post>summary-2015b", at: 2, line: 30 }',
  },
  {
    mutation: 'upsertMention',
    does: 'corrects a place',
    given: 'mention: { citation: "post>report-2015a", at: 1, line: 13, via: null }',
  },
  {
    mutation: 'upsertClaim',
    does: 'makes a claim',
    given: 'claim: { text: "New.", direction: gap, kind: question }',
  },
  {
    mutation: 'upsertClaim',
    does: 'corrects a claim',
    given: 'claim: { id: "lifts", text: "Other words.", note: null, topics: [] }',
  },
  {
    mutation: 'upsertAssertion',
    does: 'has a study say a claim',
    given: 'assertion: { claim: "none", study: "post", role: asserts, line: 4 }',
  },
  {
    mutation: 'upsertAssertion',
    does: 'corrects who says it',
    given:
      'assertion: { id: "lifts-says", claim: "lifts", study: "summary-2015b", basis: argument }',
  },
  {
    mutation: 'linkEvidence',
    does: 'adds a line',
    given:
      'evidence: { claim: "none", stance: contradicts, needs: 1, items: [{ study: "post" }, { citation: "post>report-2015a", for: "lifts" }] }',
  },
  {
    mutation: 'linkEvidence',
    does: 'adds to a line',
    given:
      'evidence: { claim: "lifts", line: "a-second", items: [{ claim: "none", verdict: { value: supports } }] }',
  },
  {
    mutation: 'editEvidence',
    does: 'has an item rest on another source',
    given: 'item: "z-first", fields: { citation: "post>summary-2015b", for: null, line: 11 }',
  },
  {
    mutation: 'editLine',
    does: 'changes a line',
    given: 'line: "a-second", fields: { stance: qualifies, needs: 2 }',
  },
  {
    mutation: 'relateClaims',
    does: 'relates claims',
    given: 'relation: { from: "none", to: "lifts", type: RESTATES, shift: weaker }',
  },
  {
    mutation: 'relateClaims',
    does: 'makes another relation of one',
    given: 'relation: { id: "hedges", from: "none", type: CONTRADICTS, note: "It does." }',
  },
  {
    mutation: 'relateStudies',
    does: 'relates studies',
    given: 'relation: { from: "post", to: "report-2015a", kind: summaryOf }',
  },
  {
    mutation: 'relateStudies',
    does: 'corrects a relation',
    given:
      'relation: { from: "summary-2015b", to: "report-2015a", kind: summaryOf, note: "It says so on page 1." }',
  },
  {
    mutation: 'judge',
    does: 'stores a rating',
    given: 'judgement: { target: "none", scheme: "GRADE", value: "low", assessor: "me" }',
  },
  {
    mutation: 'judge',
    does: 'corrects a rating',
    given: 'judgement: { id: "grade-1", value: "high" }',
  },
  { mutation: 'removeLink', does: 'takes an item away', given: 'id: "a-second"' },
  { mutation: 'removeLink', does: 'takes an assertion away', given: 'id: "lifts-passed-on"' },
  { mutation: 'removeLink', does: 'takes a relation away', given: 'id: "says-again"' },
  { mutation: 'removeLink', does: 'takes a mention away', given: 'id: "post>report-2015a@3"' },
  {
    mutation: 'removeLink',
    does: 'takes a relation of studies away',
    given: 'id: "summary-2015b~usesData~report-2015a"',
  },
  { mutation: 'removeRecord', does: 'takes a judgement away', given: 'id: "padlock-1"' },
  { mutation: 'removeRecord', does: 'takes a study away', given: 'id: "comment-2"' },
  {
    mutation: 'mergeStudies',
    does: 'makes one of two studies',
    given: 'from: "summary-2015b", into: "report-2015a"',
  },
  {
    mutation: 'mergeStudies',
    does: 'makes one of them the other way round',
    given: 'from: "report-2015a", into: "summary-2015b"',
  },
  {
    mutation: 'mergeAuthors',
    does: 'makes one of two authors',
    given: 'from: "bureau", into: "old-bureau"',
  },
  {
    mutation: 'splitStudy',
    does: 'makes two of one study',
    given:
      'split: { study: "report-2015a", as: { id: "other-report", title: "Other", type: report, evidence: primary }, citations: ["post>report-2015a"], assertions: ["lifts-says"], items: ["a-second"] }',
  },
  {
    mutation: 'splitAuthor',
    does: 'makes two of one author',
    given:
      'split: { author: "öberg-a", as: { id: "oberg-b", name: "Öberg, B.", kind: person }, studies: ["post"] }',
  },
];

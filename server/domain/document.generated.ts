// Generated from seed/graph.schema.json by `npm run generate`: do not edit.

/**
 * A public id: given once, never reused, unique across all kinds of record.
 */
export type Id = string;
export type Text = string;
export type AuthorKind = 'person' | 'organisation' | 'unnamed';
/**
 * Year of publication, as printed; left out where it is not known.
 */
export type Year = number;
export type StudyType =
  | 'article'
  | 'preprint'
  | 'review'
  | 'report'
  | 'book'
  | 'chapter'
  | 'thesis'
  | 'pamphlet'
  | 'guidance'
  | 'policy'
  | 'statute'
  | 'parliamentary'
  | 'news'
  | 'blog'
  | 'comment'
  | 'webpage'
  | 'dataset'
  | 'legalNote'
  | 'other';
/**
 * primary: has data of its own. secondary: a review, relays others. opinion: argues. unknown: not known.
 */
export type EvidenceRole = 'primary' | 'secondary' | 'opinion' | 'unknown';
/**
 * How far the study's own sources are recorded here.
 */
export type Traced = 'full' | 'partial' | 'none';
/**
 * identified: we know which work it is. described: known by a description only. unresolved: named, and not to be identified.
 */
export type StudyResolution = 'identified' | 'described' | 'unresolved';
export type StudyStatusValue = 'current' | 'corrected' | 'concern' | 'retracted';
/**
 * ISO 8601 date, as exact as it is known: year, month, day or moment.
 */
export type CalendarDate = string;
export type ContributorRole =
  'author' | 'analyst' | 'editor' | 'publisher' | 'commissioner' | 'funder';
export type StudyRelationKind =
  'summaryOf' | 'versionOf' | 'replicates' | 'usesData' | 'possiblySame';
/**
 * For data that is coded by pair: whether the citing study takes the cited one as support.
 */
export type CitationStance = 'supports' | 'disputes' | 'mixed' | 'neutral' | 'unknown';
/**
 * 1-based line of the document's file.
 */
export type Line = number;
export type MentionResolution = 'exact' | 'corrected' | 'ambiguous' | 'unresolved';
/**
 * What the claim says of an effect; gap: that evidence is lacking.
 */
export type Direction = 'positive' | 'negative' | 'none' | 'mixed' | 'gap' | 'descriptive';
/**
 * record: says what a document itself says or enacts.
 */
export type ClaimKind =
  | 'finding'
  | 'statistic'
  | 'record'
  | 'definition'
  | 'recommendation'
  | 'prediction'
  | 'opinion'
  | 'question';
export type AssertionRole = 'asserts' | 'reports';
/**
 * What a source brings to this claim.
 */
export type Basis = 'data' | 'record' | 'search' | 'relay' | 'argument' | 'unknown';
export type Stance = 'supports' | 'contradicts' | 'qualifies' | 'mentions';
/**
 * One thing that a claim rests on: exactly one of a citation, a study (the asserting document's own data) or a claim.
 */
export type EvidenceItem = {
  id: Id;
  citation?: Id;
  study?: Id;
  claim?: Id;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  for?: string;
  basis?: Basis;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  via?: string;
  line?: Line;
  pages?: Text;
  section?: Text;
  verdict?: Verdict;
} & EvidenceItem1 & {
    id: Id;
    citation?: Id;
    study?: Id;
    claim?: Id;
    /**
     * A public id: given once, never reused, unique across all kinds of record.
     */
    for?: string;
    basis?: Basis;
    /**
     * A public id: given once, never reused, unique across all kinds of record.
     */
    via?: string;
    line?: Line;
    pages?: Text;
    section?: Text;
    verdict?: Verdict;
  } & EvidenceItem1;
export type VerdictValue = 'supports' | 'partly' | 'does_not_address' | 'contradicts' | 'no_access';
export type EvidenceItem1 =
  | {
      [k: string]: unknown;
    }
  | {
      [k: string]: unknown;
    }
  | {
      [k: string]: unknown;
    };
export type ClaimRelationType = 'CONTRADICTS' | 'QUALIFIES' | 'SUPPORTS' | 'RESTATES';
/**
 * What `from` says against `to`, which it restates.
 */
export type Shift = 'same' | 'weaker' | 'narrower' | 'stronger' | 'broader' | 'unknown';

/**
 * The interchange document of Underpin: authors, studies, citations and claims, and what rests on what. Ids are unique across all kinds of record.
 */
export interface EvidenceDocument {
  authors: Author[];
  studies: Study[];
  studyRelations: StudyRelation[];
  citations: Citation[];
  claims: Claim[];
  relations: ClaimRelation[];
  judgements: Judgement[];
}
/**
 * A person or organisation that writes, edits, publishes, commissions or funds studies.
 */
export interface Author {
  id: Id;
  name: Text;
  kind: AuthorKind;
  /**
   * Other names under which the same author is printed.
   */
  aliases?: Text[];
  orcid?: Text;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  successorOf?: string;
}
/**
 * Any document that makes or reports claims: an article, a report, a blog post, a comment, a statute, a data set.
 */
export interface Study {
  id: Id;
  /**
   * The title as printed.
   */
  title?: string;
  /**
   * What a source without a known title is called here.
   */
  label?: string;
  year?: Year;
  /**
   * The letter that tells two works of one year apart, as in 2017b.
   */
  yearSuffix?: string;
  type: StudyType;
  evidence: EvidenceRole;
  /**
   * What the evidence role rests on: the document's words, the title, the venue.
   */
  evidenceGround?: string;
  traced?: Traced;
  resolution?: StudyResolution;
  status?: StudyStatus;
  contributors: Contributor[];
  doi?: Text;
  url?: Text;
  isbn?: Text;
  pmid?: Text;
  openalex?: Text;
  /**
   * The journal, newspaper, series or site that it stands in.
   */
  venue?: string;
  publisher?: Text;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  partOf?: string;
  /**
   * Of a seed document, the first three digits of its file's name.
   */
  document?: string;
  note?: Text;
}
export interface StudyStatus {
  value: StudyStatusValue;
  date?: CalendarDate;
  reason?: Text;
  source?: Text;
}
/**
 * An author's part in a study; the order of contributors is the order of the title page.
 */
export interface Contributor {
  author: Id;
  role: ContributorRole;
  /**
   * The name as it stands on this study.
   */
  printed?: string;
}
/**
 * How one study stands to another: `from` is a summary of, a version of, … `to`.
 */
export interface StudyRelation {
  from: Id;
  to: Id;
  kind: StudyRelationKind;
  note?: Text;
  assessor?: Text;
}
/**
 * That one study cites another: one for each citing and cited pair. Its id is `citing>cited`.
 */
export interface Citation {
  id: Id;
  citing: Id;
  cited: Id;
  stance?: CitationStance;
  /**
   * Where it stands in the citing study's bibliography, one for each printed entry.
   */
  entries?: BibliographyEntry[];
  /**
   * Every place in the citing text that cites; none where it is listed and never cited.
   */
  mentions: Mention[];
}
export interface BibliographyEntry {
  /**
   * Number of the entry.
   */
  n?: number;
  line?: Line;
  printed?: Text;
}
/**
 * One in-text place that cites.
 */
export interface Mention {
  /**
   * Ordinal of the mention in the citing document.
   */
  at: number;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  in?: string;
  line?: Line;
  pages?: Text;
  section?: Text;
  footnote?: Text;
  /**
   * How it cites: parenthetical (in brackets), narrative (in the running sentence), footnote, named (by title or name alone), link; or a word of the source's own.
   */
  form?: string;
  /**
   * The citation as the text prints it.
   */
  printed?: string;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  via?: string;
  intent?: Text;
  resolution?: MentionResolution;
  note?: Text;
}
/**
 * One proposition, in the project's own words.
 */
export interface Claim {
  id: Id;
  text: Text;
  direction: Direction;
  kind: ClaimKind;
  topics?: Text[];
  /**
   * The figures of the claim, as printed.
   */
  figures?: Text[];
  /**
   * The time of which the claim is true, as printed.
   */
  asAt?: string;
  note?: Text;
  assertions: Assertion[];
  lines: EvidenceLine[];
}
/**
 * That a study makes the claim (asserts) or passes on that another makes it (reports).
 */
export interface Assertion {
  id: Id;
  study: Id;
  role: AssertionRole;
  basis?: Basis;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  in?: string;
  via?: Id;
  /**
   * How sure the study says it is, in its own word or two.
   */
  certainty?: string;
  line?: Line;
  pages?: Text;
  section?: Text;
}
/**
 * Items that are needed together, or `needs` of them. Lines are alternatives.
 */
export interface EvidenceLine {
  stance: Stance;
  /**
   * How many of the items are needed; all where left out.
   */
  needs?: number;
  /**
   * A public id: given once, never reused, unique across all kinds of record.
   */
  in?: string;
  /**
   * @minItems 1
   */
  items: [EvidenceItem, ...EvidenceItem[]];
}
/**
 * What a person found who opened the source and looked.
 */
export interface Verdict {
  value: VerdictValue;
  assessor?: Text;
  date?: CalendarDate;
  note?: Text;
}
/**
 * How one claim stands to another: `from` contradicts, qualifies, supports or restates `to`.
 */
export interface ClaimRelation {
  id: Id;
  from: Id;
  to: Id;
  type: ClaimRelationType;
  shift?: Shift;
  /**
   * Restatements of one group are needed together.
   */
  group?: string;
  note?: Text;
  assessor?: Text;
}
/**
 * A person's rating of anything that has an id, by a named scheme: stored, never computed.
 */
export interface Judgement {
  id: Id;
  target: Id;
  scheme: Text;
  version?: Text;
  value: Text;
  assessor: Text;
  rationale?: Text;
  date?: CalendarDate;
}

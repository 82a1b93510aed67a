import type {
  Assertion,
  Author,
  BibliographyEntry,
  Claim,
  ClaimRelation,
  Citation,
  Contributor,
  EvidenceItem,
  Judgement,
  Mention,
  Stance,
  Study,
  StudyRelation,
} from '../domain/document.generated.ts';
import type { NodeKind } from '../domain/elements.ts';
import type { ChangeRecord, Ledger, WrittenTransition } from './ledger.ts';

/** The kinds of record that have an id of their own as nodes. */
export type RecordKind = NodeKind;

/** A study without those who had a part in it, which are read by themselves. */
export type StudyRecord = Omit<Study, 'contributors'>;
export type ContributionRecord = Contributor & { readonly study: string };
/** A citation without its mentions. */
export interface CitationRecord {
  readonly id: string;
  readonly citing: string;
  readonly cited: string;
  readonly stance?: NonNullable<Citation['stance']>;
  readonly entries?: BibliographyEntry[];
}
export type MentionRecord = Mention & { readonly citation: string; readonly key: string };
/** A claim without who makes it and what it rests on. */
export type ClaimRecord = Omit<Claim, 'assertions' | 'lines'>;
export interface AssertionRecord extends Assertion {
  readonly claim: string;
  /** Its place among the assertions of the claim. */
  readonly position: number;
}
/** An item with its line; items of one group are one line. */
export interface ItemRecord {
  readonly claim: string;
  readonly item: EvidenceItem;
  readonly stance: Stance;
  readonly group: string;
  /** Its place among the items of the claim. */
  readonly position: number;
  readonly needs?: number;
  readonly in?: string;
}

/** What a study is known by. */
export type ListedWorkRecord = {
  readonly [Field in 'title' | 'doi' | 'pmid' | 'isbn' | 'openalex']: string | null;
} & { readonly id: string; readonly year: number | null; readonly type: Study['type'] };

/** What a card says of a node. */
export interface LabelRecord {
  readonly id: string;
  /** Of a claim its text, of a study its title or label, of an author the name. */
  readonly label: string | null;
  readonly year: number | null;
  readonly yearSuffix: string | null;
  /** Of a study: the names of its authors, in the order of the title page. */
  readonly authors: readonly string[];
}

/** Where an assertion, an item or a relation stands. */
export interface LinkRecord {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

export interface FoundRecords {
  /** How many there are in all. */
  readonly total: number;
  readonly hits: readonly { readonly id: string; readonly score: number }[];
}

/** A change that is being written, part by part, in one transaction. */
export interface OpenCommit {
  /** The store with all that is written so far; it is only read. */
  readonly store: EvidenceStore;
  readonly write: (transitions: readonly WrittenTransition[]) => Promise<void>;
}

/**
 * The store of evidence. Reading by ids gives what there is of them, in no
 * promised order of the ids; the records of one parent come in their own order.
 * Every method throws UNAVAILABLE when the database is gone.
 */
export interface EvidenceStore {
  readonly engine: 'neo4j' | 'embedded';

  /** Answers when the database does. */
  ping(): Promise<void>;
  /** Changes with every committed write, whoever wrote it; what is read afterwards has them all. */
  revision(): Promise<string>;
  isEmpty(): Promise<boolean>;

  /** A page of the ids of a kind, by key: those after `after`. */
  ids(kind: RecordKind, after: string, limit: number): Promise<string[]>;
  /** Which of these ids there are, and of which kind each is. */
  kinds(ids: readonly string[]): Promise<Map<string, RecordKind>>;
  labels(ids: readonly string[]): Promise<LabelRecord[]>;
  authors(ids: readonly string[]): Promise<Author[]>;
  studies(ids: readonly string[]): Promise<StudyRecord[]>;
  contributions(studies: readonly string[]): Promise<ContributionRecord[]>;
  studiesOfAuthors(
    authors: readonly string[],
  ): Promise<{ readonly author: string; readonly study: string }[]>;
  /** A page of what studies are known by, by key: those after `after`. */
  listedWorks(after: string, limit: number): Promise<ListedWorkRecord[]>;
  /** Relations of these studies to others, either way. */
  studyRelations(studies: readonly string[]): Promise<StudyRelation[]>;
  citations(ids: readonly string[]): Promise<CitationRecord[]>;
  mentionsOfCitations(citations: readonly string[]): Promise<MentionRecord[]>;
  mentionsOfStudies(
    studies: readonly string[],
  ): Promise<(MentionRecord & { readonly study: string })[]>;
  claims(ids: readonly string[]): Promise<ClaimRecord[]>;
  assertions(claims: readonly string[]): Promise<AssertionRecord[]>;
  items(claims: readonly string[]): Promise<ItemRecord[]>;
  /** Relations of these claims to others, either way. */
  claimRelations(claims: readonly string[]): Promise<ClaimRelation[]>;
  judgements(ids: readonly string[]): Promise<Judgement[]>;
  /** Where assertions, items and claim relations with these ids stand. */
  links(ids: readonly string[]): Promise<LinkRecord[]>;
  counts(): Promise<{ readonly authors: number; readonly mentions: number }>;
  search(text: string, kinds: readonly RecordKind[], limit: number): Promise<FoundRecords>;

  /** What was done to the evidence, and the only way to do more. */
  readonly ledger: Ledger;
  /**
   * Writes a change of which no more than a part is held at a time, in one transaction.
   * @param number of the change.
   * @param work writes its parts, and gives its record at the end; what it throws takes
   *   all of them back. It may be called again after a transient fault.
   * @throws as the ledger's `commit` does.
   */
  commitInParts(
    number: number,
    work: (open: OpenCommit) => Promise<ChangeRecord>,
    pace?: (written: number) => Promise<void>,
  ): Promise<void>;

  /** What is broken in the store, one sentence each. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

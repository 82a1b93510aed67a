import type { ElementState } from '../domain/change/element-state.ts';
import type { Transition } from '../domain/change/transition.ts';
import type { ElementName } from '../domain/elements.ts';

/** What kind of change was made. */
export type ChangeAction = 'IMPORT' | 'TAKE_OUT' | 'EDIT' | 'UNDO' | 'REDO' | 'RESTORE';

/** Who changed what, when and why. */
export interface ChangeRecord {
  /** Counts up from 1, without a gap. */
  readonly number: number;
  /** ISO 8601, to the millisecond. */
  readonly at: string;
  readonly who: string;
  readonly why: string | null;
  readonly action: ChangeAction;
  /** The one source that it brought in or took out; null where it was none, or several. */
  readonly source: string | null;
  /** The change that this one takes back, or brings again. */
  readonly reverts: number | null;
  /** The key that the request came with, so that it is not carried out twice. */
  readonly request: string | null;
  /** A digest of what was asked under that key. */
  readonly asked: string | null;
  readonly details: ChangeDetails;
}

/** How much a change did, and what became of the sources that it brought in or took out. */
export interface ChangeDetails {
  readonly created: number;
  readonly updated: number;
  readonly matched: number;
  readonly removed: number;
  readonly sources: readonly SourceChange[];
}

/** What became of a source. */
export interface SourceChange {
  /** Null where nobody had heard of it. */
  readonly before: SourceRecord | null;
  readonly after: SourceRecord;
}

/** Something that was brought in, whole or in versions. */
export interface SourceRecord {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  /** SHA-256 of the content that was brought last, as hex. */
  readonly digest: string;
  /** The change that brought it in first, since it was last out. */
  readonly change: number;
  /** The change that brought its latest version. */
  readonly latest: number;
  /** Whether it was taken out again. */
  readonly isOut: boolean;
  /** Works of it, as it calls them, that people said are works of the store under other ids. */
  readonly same?: readonly (readonly [record: string, work: string])[];
}

/** What is remembered of an element, and the number of the change that altered last what it shows. */
export interface StoredState {
  readonly state: ElementState;
  readonly changed: number;
}

/** What one change did to one element. */
export interface EditRecord extends Transition {
  readonly change: number;
  readonly place: number;
}

/** That an element names a record. */
export interface Naming {
  /** The record that is named. */
  readonly id: string;
  readonly by: ElementName;
}

/** A transition, ready to be written. */
export interface WrittenTransition extends Transition {
  /** The number of the change that altered last what the element shows. */
  readonly changed: number;
  /** Whether the transition is remembered by itself, or follows from the source that brought it. */
  readonly isRecorded: boolean;
  /** Of a change that is written in parts: whether an earlier part altered the element already. */
  readonly goesOn?: boolean;
}

/** One change, ready to be written. */
export interface Commit {
  readonly change: ChangeRecord;
  readonly transitions: readonly WrittenTransition[];
}

/** Thrown where another change was committed since this one was planned: it is to be planned anew. */
export class Overtaken extends Error {}

/** The record of all changes, and the one way to make another. */
export interface Ledger {
  /** The number of the last change; 0 before the first. */
  head(): Promise<number>;
  /** The number of the last change that was committed through this very ledger; 0 before the first. */
  written(): number;
  /** Changes below a number, the latest first. */
  changes(below: number, limit: number): Promise<ChangeRecord[]>;
  changesByNumber(numbers: readonly number[]): Promise<ChangeRecord[]>;
  changeOfRequest(request: string): Promise<number | null>;
  /** Changes that took these back, or brought them again. */
  reversals(
    numbers: readonly number[],
  ): Promise<readonly { readonly number: number; readonly reverts: number }[]>;
  /** Everything that one change did to elements, as far as it is recorded. */
  editsOf(change: number): Promise<EditRecord[]>;
  /** What was recorded of these nodes and the links that belong to them. */
  editsTo(ids: readonly string[]): Promise<(EditRecord & { readonly asked: string })[]>;
  sources(): Promise<SourceRecord[]>;
  /** What people took away of these nodes, the nodes themselves included. */
  removed(owners: readonly string[]): Promise<StoredState[]>;
  allRemoved(): Promise<StoredState[]>;
  /** Which sources speak of these nodes and of their links, by id or link key. */
  marks(ids: {
    readonly nodes: readonly string[];
    readonly claims: readonly string[];
    readonly citations: readonly string[];
    readonly studies: readonly string[];
  }): Promise<{ readonly nodes: Map<string, Marks>; readonly links: Map<string, Marks> }>;
  /** What names these records, by a relationship or in a field. */
  namings(ids: readonly string[]): Promise<Naming[]>;
  /**
   * Writes a change in one transaction.
   * @param pace is called before each step with how many rows are written; what it
   *   throws takes all of them back.
   * @throws Overtaken where the ledger's head is not the number before the change's.
   * @throws CONFLICT where an id belongs to a record of another kind.
   */
  commit(commit: Commit, pace?: (written: number) => Promise<void>): Promise<void>;
}

/** How a node or link remembers its state beside what it shows. */
export interface Marks {
  /** The sources that speak of it, in the order in which they did. */
  readonly by: readonly string[] | null;
  /** The change in which each of them last said so; null: the one that altered it last. */
  readonly saidAt: readonly number[] | null;
  /** As JSON, where it does not follow from what is shown: each source's own words, and people's. */
  readonly said: string | null;
  readonly changed: number | null;
}

import type { Conflict, Plan, PlanCounts, PlannedRecord } from '../domain/change/plan.ts';
import type { Transition } from '../domain/change/transition.ts';
import type { ElementName } from '../domain/elements.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { ChangeAction, ChangeRecord, SourceChange, StoredState } from '../store/ledger.ts';
import type { Course } from './course.ts';

/** Who asks for a change, and on what terms. */
export interface Asked {
  readonly who: string;
  readonly why: string | null;
  /** The number of the last change that whoever asks has seen; null: whatever there is. */
  readonly revision: number | null;
  /** A key under which the same request is carried out only once, and a digest of the request. */
  readonly request: { readonly key: string; readonly digest: string } | null;
  /** Whether only the plan is wanted. */
  readonly dryRun: boolean;
  /** Of what may take long: how it is followed, and stopped before it is written. */
  readonly course?: Course | undefined;
}

/** What a change would do, worked out from what the store holds. */
export interface Proposal {
  readonly action: ChangeAction;
  readonly transitions: readonly Transition[];
  /** What was read of the elements that it is about. */
  readonly states: ReadonlyMap<string, StoredState>;
  /** Elements that were asked for and are as they should be. */
  readonly matched: readonly ElementName[];
  /** What forbids it. */
  readonly conflicts: readonly Conflict[];
  /** The sources that it brings in or takes out, before and after. */
  readonly sources: readonly SourceChange[];
  readonly reverts: number | null;
  /**
   * Whether what a source brings needs no record of its own: taking the source out
   * tells it. True of the first version of a source alone.
   */
  readonly isFirstOfSource: boolean;
  /** Keeps beside the store what it is made from, before it is written; where it fails, nothing is. */
  readonly keep?: () => Promise<void>;
}

/**
 * A change of which no more than a part is held at a time. Its parts are worked out
 * while it is written, each from what the ones before it have written.
 */
export interface ProposalInParts extends Pick<
  Proposal,
  'action' | 'sources' | 'reverts' | 'isFirstOfSource' | 'keep'
> {
  /**
   * Each call begins anew.
   * @param store the store with the parts that are written so far.
   */
  readonly parts: (store: EvidenceStore) => AsyncIterable<Part>;
  /** How many records there are in all parts, about. */
  readonly records: number;
}

export interface Part extends Pick<Proposal, 'transitions' | 'states' | 'matched' | 'conflicts'> {
  /** The keys of elements with which an earlier part began. */
  readonly begun: ReadonlySet<string>;
  /** How many records it has, about. */
  readonly records: number;
  /** Says of a conflict where it comes from. */
  readonly inPlace: (conflict: Conflict) => Conflict;
  /** Takes note of records that are told one by one. */
  readonly told: (records: readonly PlannedRecord[]) => Promise<void>;
}

/** What came of it. */
export interface Outcome {
  /** Of a request that was carried out before: what of it is recorded element by element. */
  readonly plan: Plan;
  readonly counts: PlanCounts;
  /** Null where nothing was written. */
  readonly change: ChangeRecord | null;
  /** Whether all that was asked for is so now, be it that it was so before. */
  readonly isApplied: boolean;
  /** The number of the last change of all. */
  readonly revision: number;
}

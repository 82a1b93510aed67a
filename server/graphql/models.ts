import type { PlacedConflict, PlacedPlan, ImportReport } from '../curation/import-source.ts';
import type {
  Conflict,
  FieldChange,
  Plan,
  PlanCounts,
  PlannedRecord,
} from '../domain/change/plan.ts';
import type {
  Author,
  ClaimRelation,
  Contributor,
  StudyRelation,
} from '../domain/document.generated.ts';
import type { ClaimNode } from '../domain/evidence-graph.ts';
import type { Standing } from '../domain/standing.ts';
import type { TrailEdge, TrailStep } from '../domain/trail-graph.ts';
import type {
  AssertionRecord,
  CitationRecord,
  ClaimRecord,
  ItemRecord,
  LabelRecord,
  MentionRecord,
  StudyRecord,
} from '../store/evidence-store.ts';
import type { Questions } from '../reasoning/questions.ts';
import type { ChangeRecord, SourceRecord } from '../store/ledger.ts';

/** What resolvers hand to one another: the store's records, told apart by their type. */

export type AuthorModel = Author & { readonly __typename: 'Author' };
export type StudyModel = StudyRecord & { readonly __typename: 'Study' };
export type CitationModel = CitationRecord & { readonly __typename: 'Citation' };
export type ClaimModel = ClaimRecord & { readonly __typename: 'Claim' };
export type NodeModel = AuthorModel | StudyModel | CitationModel | ClaimModel;

export type ContributionModel = Contributor;
export type StudyRelationModel = StudyRelation;
export type MentionModel = MentionRecord;
export type AssertionModel = AssertionRecord;
export type EvidenceItemModel = ItemRecord;
export type ClaimRelationModel = ClaimRelation;

/** What a withdrawal does, by ids. */
export type WithdrawalModel = Questions['withdraw']['answer'] & { readonly revision: string };
export type FallModel = Questions['withdraw']['answer']['fallen'][number];
export type UncheckedModel = Questions['nextToCheck']['answer']['rows'][number];
export type LoadBearingModel = Questions['loadBearing']['answer']['rows'][number];
export interface CircularRingModel {
  readonly claims: readonly ClaimNode[];
}
/** Either an item of a claim, or another claim. */
export interface QualificationModel {
  readonly item: { readonly claim: string; readonly item: string } | null;
  readonly claim: string | null;
}
/** What is computed of a claim's reach; how firm it is only when it is asked for. */
export interface ReachModel {
  readonly claim: string;
  readonly standing: Standing;
  readonly lines: number;
  readonly contested: boolean;
  readonly depthToPrimary: number | null;
  readonly secondHandOnly: boolean;
  readonly echo: { readonly documents: number; readonly primaries: number };
  readonly authorIndependence: number | null;
  readonly qualified: boolean;
}

export type ChangeModel = ChangeRecord;
export type SourceModel = SourceRecord;
export type FieldChangeModel = FieldChange;
/** A plan; of an import, its conflicts have their places in the source. */
export interface ChangePlanModel {
  readonly plan: Plan | PlacedPlan;
  readonly counts: PlanCounts;
}

/** What came of an import, and the revision that the store is at afterwards. */
export interface ImportReportModel extends ImportReport {
  readonly revision: string;
}

export type { TableProfile as TableProfileModel } from '../curation/table-profiles.ts';

/** A record of a plan with what is to be done to it. */
export interface PlannedRecordModel extends PlannedRecord {
  readonly action: PlanAction;
  readonly changes: readonly FieldChange[];
  readonly conflict: Conflict | PlacedConflict | null;
}

export type PlanAction = 'CREATE' | 'UPDATE' | 'MATCH' | 'REMOVE' | 'CONFLICT';

/** A place in a text, of which the document may be unknown. */
export interface PlaceModel {
  readonly study: string | null;
  readonly line?: number;
  readonly pages?: string;
  readonly section?: string;
}

/** A step of a trail with what its card says. */
export interface TrailNodeModel {
  readonly step: TrailStep;
  readonly labels: ReadonlyMap<string, LabelRecord>;
  readonly standing: Standing | null;
  readonly standingBefore: Standing | null;
  readonly contested: boolean | null;
  readonly withdrawn: boolean | null;
}

/** An edge of a trail under the conditions that the trail was asked for. */
export interface TrailEdgeModel {
  readonly edge: TrailEdge;
  readonly isVoid: boolean | null;
  /** The place as a reader says it; null where the edge has none. */
  readonly locator: string | null;
}

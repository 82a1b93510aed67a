import type { CitationBias } from '../domain/citation-bias.ts';
import type { CitationNetwork, CitationSense } from '../domain/citation-network.ts';
import type { MissedCounterEvidence, MissedStudy } from '../domain/missed-counter-evidence.ts';
import type { PairOverlap, ReviewOverlap } from '../domain/review-overlap.ts';
import type { Position } from '../domain/same-claims.ts';
import type { StudyNode } from '../domain/evidence-graph.ts';
import type { SupportivePaths } from '../domain/supportive-paths.ts';

/** What the resolvers of measures hand to one another: what the domain computed, and at which revision. */

export interface ReviewOverlapModel {
  readonly overlap: ReviewOverlap;
  readonly revision: string;
}

export type ReviewPairOverlapModel = PairOverlap;

export interface CitationBiasModel {
  readonly network: CitationNetwork;
  readonly senses: Readonly<Record<CitationSense, number>>;
  readonly positions: ReadonlyMap<StudyNode, Position>;
  readonly paths: SupportivePaths;
  readonly bias: CitationBias;
  readonly revision: string;
}

export interface MissedCounterEvidenceModel {
  readonly found: MissedCounterEvidence;
  readonly revision: string;
}

export type MissedStudyModel = MissedStudy;

import type { BiasAsked, MissedListAsked } from '../reasoning/measure-questions.ts';
import type { Questions } from '../reasoning/questions.ts';

/** What the resolvers of measures hand to one another: what was answered or is still to be asked, and at which revision. */

export interface ReviewOverlapModel {
  readonly overlap: Questions['reviewOverlap']['answer'];
  readonly revision: string;
}

export type ReviewPairOverlapModel = Questions['reviewOverlap']['answer']['pairs'][number];

export interface CitationBiasModel {
  readonly asked: BiasAsked;
  readonly measured: Questions['citationBias']['answer'];
  readonly revision: string;
}

export interface MissedCounterEvidenceModel extends Pick<MissedListAsked, 'document' | 'atLeast'> {
  readonly revision: string;
}

/** A study that a document missed. */
export interface MissedStudyModel extends Pick<MissedListAsked, 'document' | 'atLeast'> {
  readonly study: string;
}

import type { ShouldStop } from '../domain/budget.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { ClaimNode, EvidenceGraph, StudyNode } from '../domain/evidence-graph.ts';
import type { Standings } from '../domain/standing.ts';

/** The evidence that a question is asked of. */
export interface Evidence {
  readonly graph: EvidenceGraph;
  /** As it stands, nothing withdrawn. */
  readonly standings: Standings;
}

/** What is asked, and what is answered, as plain data: both go to another thread. */
export interface Question {
  readonly asked: unknown;
  readonly answer: unknown;
}

/** What answers each of these questions about evidence. */
export type Answerers<Questions extends { readonly [Name in keyof Questions]: Question }> = {
  readonly [Name in keyof Questions]: (
    asked: Questions[Name]['asked'],
    evidence: Evidence,
    shouldStop: ShouldStop,
  ) => Questions[Name]['answer'];
};

/** The most ids that an error names. */
const MOST_NAMED = 5;

/** @throws NOT_FOUND where there is no such claim. */
export function claimNamed(id: string, { claims }: EvidenceGraph): ClaimNode {
  const claim = claims.get(id);
  if (claim === undefined) throw new UnderpinError('NOT_FOUND', `There is no claim “${id}”.`);
  return claim;
}

/** @throws NOT_FOUND where there is no such study. */
export function studyNamed(id: string, { studies }: EvidenceGraph): StudyNode {
  const study = studies.get(id);
  if (study === undefined) throw new UnderpinError('NOT_FOUND', `There is no study “${id}”.`);
  return study;
}

/**
 * Each of these studies once, in the order in which they are named.
 * @throws NOT_FOUND naming the first ids of which there is no study.
 */
export function studiesNamed(ids: readonly string[], graph: EvidenceGraph): Set<StudyNode> {
  const missing = [...new Set(ids)].filter((id) => !graph.studies.has(id));
  if (missing.length > 0) {
    const named = missing.slice(0, MOST_NAMED).map((id) => `“${id.slice(0, 100)}”`);
    const rest = missing.length - named.length;
    throw new UnderpinError(
      'NOT_FOUND',
      `There is no study ${named.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}.`,
    );
  }
  return new Set(ids.map((id) => studyNamed(id, graph)));
}

export function claimId({ claim }: ClaimNode): string {
  return claim.id;
}

export function studyId({ study }: StudyNode): string {
  return study.id;
}

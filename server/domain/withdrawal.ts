import type { EvidenceGraph, StudyNode } from './evidence-graph.ts';

/**
 * What is taken as absent when the graph is judged: studies that are withdrawn,
 * and studies that a year had not seen yet.
 */
export interface Conditions {
  /** Studies that are taken as withdrawn, with their parts. */
  readonly withdrawn: ReadonlySet<StudyNode>;
  /** Studies of which it is not known whether they were there: they may have been. */
  readonly uncertain: ReadonlySet<StudyNode>;
}

/** Everything there is, and nothing withdrawn. */
export const AS_IT_STANDS: Conditions = { withdrawn: new Set(), uncertain: new Set() };

/**
 * The conditions of a what-if.
 * @param withdrawn studies to withdraw; each takes its parts with it, all the
 *   way down, but not the comments under it.
 * @param asOf the year at whose end the graph is looked at: what was published
 *   later is not there, and of what has no year it is not known.
 */
export function conditionsOf(
  graph: EvidenceGraph,
  withdrawn: readonly StudyNode[],
  asOf?: number,
): Conditions {
  const absent = [...withdrawn];
  const uncertain = new Set<StudyNode>();
  if (asOf !== undefined)
    for (const node of graph.studies.values()) {
      if (node.study.year === undefined) uncertain.add(node);
      else if (node.study.year > asOf) absent.push(node);
    }
  return { withdrawn: withParts(absent), uncertain };
}

/** Studies with their parts, all the way down, but not the comments under them. */
export function withParts(studies: readonly StudyNode[]): Set<StudyNode> {
  const all = new Set(studies);
  for (const study of all)
    for (const part of study.parts) if (part.study.type !== 'comment') all.add(part);
  return all;
}

/** Whether a link that hangs on these documents counts for nothing. */
export function isVoid(documents: readonly StudyNode[], conditions: Conditions): boolean {
  return documents.some((study) => conditions.withdrawn.has(study));
}

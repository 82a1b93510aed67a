import type { ClaimNode, StudyNode } from './evidence-graph.ts';
import { assertionLines } from './support.ts';

/**
 * The studies that merely link a claim to its evidence: those that make the
 * claim's own evidence lines, as citing or as `in`, and the volumes that they are
 * parts of, save what is source or `via` of any item of the claim, whatever its
 * stance, or of an assertion that is a line of its own. Of course a claim falls
 * with the review that makes it; saying so of every claim would say nothing.
 */
export function merelyLinking(claim: ClaimNode): Set<StudyNode> {
  const asserting = assertionLines(claim);
  const linking = new Set<StudyNode>();
  for (const { stance, items } of claim.lines)
    if (stance === 'supports')
      for (const item of items) for (const study of item.linking) linking.add(study);
  for (const { place } of asserting) linking.add(place);
  for (const study of linking)
    if (study.volume !== null && study.study.type !== 'comment') linking.add(study.volume);
  for (const { items } of claim.lines)
    for (const { target, via } of items) {
      if (target.kind === 'citation') linking.delete(target.citation.cited);
      if (target.kind === 'study') linking.delete(target.study);
      if (via !== null) linking.delete(via);
    }
  for (const { study, via } of asserting) {
    linking.delete(study);
    if (via !== null) linking.delete(via);
  }
  return linking;
}

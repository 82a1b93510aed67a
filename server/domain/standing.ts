import type { ClaimNode } from './evidence-graph.ts';
import { itemMember, type Support, type SupportLine, type SupportMember } from './support.ts';
import { isVoid, type Conditions } from './withdrawal.ts';

/** Whether a claim reaches ground: the first of the four that holds. */
export type Standing = 'GROUNDED' | 'UNRESOLVED' | 'UNGROUNDED' | 'UNSUPPORTED';

/** The standing of every claim under the same conditions. */
export interface Standings {
  of(claim: ClaimNode): Standing;
  /**
   * Whether grounded evidence stands against a claim: a grounded item of stance
   * contradicts, or a grounded claim linked by CONTRADICTS, either way. It is
   * shown beside standing and never mixed into it.
   */
  isContested(claim: ClaimNode): boolean;
}

/** What a leaf that is no claim counts as, in one of the three fixpoints. */
type LeafTruth = (member: Pick<SupportMember, 'leaf' | 'documents'>) => boolean;

/**
 * Three least fixpoints of “some line has enough of its members”:
 * with what is not known taken as false, GROUNDED; as true, UNRESOLVED; with
 * every leaf that is not void taken as true, UNGROUNDED; else UNSUPPORTED.
 * Each is linear by the counting of W. F. Dowling and J. H. Gallier,
 * “Linear-time algorithms for testing the satisfiability of propositional Horn
 * formulae”, Journal of Logic Programming 1 (1984), 267–284.
 */
export function computeStandings(support: Support, conditions: Conditions): Standings {
  const isCertain: LeafTruth = (member) =>
    !member.documents.some((study) => conditions.uncertain.has(study));
  const grounded = leastFixpoint(
    support,
    conditions,
    (member) => member.leaf === 'GROUND' && isCertain(member),
    isCertain,
  );
  const possible = leastFixpoint(
    support,
    conditions,
    (member) => member.leaf !== 'NOT_GROUND',
    () => true,
  );
  const supported = leastFixpoint(
    support,
    conditions,
    () => true,
    () => true,
  );
  const holdsUp = (item: ClaimNode['lines'][number]['items'][number]): boolean => {
    const member = itemMember(item);
    if (member.refuted || isVoid(member.documents, conditions) || !isCertain(member)) return false;
    return typeof member.leaf === 'object'
      ? grounded[member.leaf.index] === 1
      : member.leaf === 'GROUND';
  };
  return {
    of: ({ index }) => {
      if (grounded[index] === 1) return 'GROUNDED';
      if (possible[index] === 1) return 'UNRESOLVED';
      return supported[index] === 1 ? 'UNGROUNDED' : 'UNSUPPORTED';
    },
    isContested: (claim) =>
      claim.lines.some((line) => line.stance === 'contradicts' && line.items.some(holdsUp)) ||
      contraries(claim).some((contrary) => grounded[contrary.index] === 1),
  };
}

/** Claims linked to this one by CONTRADICTS, either way. */
export function contraries(claim: ClaimNode): ClaimNode[] {
  return [
    ...claim.relationsFrom
      .filter((link) => link.relation.type === 'CONTRADICTS')
      .map((link) => link.to),
    ...claim.relationsTo
      .filter((link) => link.relation.type === 'CONTRADICTS')
      .map((link) => link.from),
  ];
}

/**
 * The claims that hold, as 1, when leaves count as `leafHolds` says.
 * @param linkHolds whether a link to another claim counts when that claim does.
 */
function leastFixpoint(
  support: Support,
  conditions: Conditions,
  leafHolds: LeafTruth,
  linkHolds: LeafTruth,
): Uint8Array {
  const holds = new Uint8Array(support.claims.length);
  const missing = Int32Array.from(support.lines, (line) => line.needs);
  const newlyHolding: ClaimNode[] = [];
  const fulfil = (line: SupportLine): void => {
    const left = (missing[line.index] ?? 0) - 1;
    missing[line.index] = left;
    if (left > 0 || holds[line.claim.index] === 1) return;
    holds[line.claim.index] = 1;
    newlyHolding.push(line.claim);
  };
  const counts = (member: SupportMember): boolean =>
    !member.refuted && !isVoid(member.documents, conditions);
  for (const line of support.lines)
    for (const member of line.members)
      if (typeof member.leaf === 'string' && counts(member) && leafHolds(member)) fulfil(line);
  for (let claim = newlyHolding.pop(); claim !== undefined; claim = newlyHolding.pop())
    for (const member of support.membersOn[claim.index] ?? [])
      if (counts(member) && linkHolds(member)) fulfil(member.line);
  return holds;
}

import type { ClaimNode, ItemLink } from './evidence-graph.ts';
import { judge, proofOf } from './judgement.ts';
import { itemMember, LEVEL, type Support } from './support.ts';
import { isVoid, type Conditions } from './withdrawal.ts';

/** Whether a claim reaches ground: the first of the four that holds. */
export type Standing = 'GROUNDED' | 'UNRESOLVED' | 'UNGROUNDED' | 'UNSUPPORTED';

/** How many claims have each standing. */
export type StandingCounts = Readonly<Record<Standing, number>>;

/** The standing of every claim under the same conditions. */
export interface Standings {
  of(claim: ClaimNode): Standing;
  /**
   * Whether grounded evidence stands against a claim: a grounded item of stance
   * contradicts, or a grounded claim linked by CONTRADICTS, either way. It is
   * shown beside standing and never mixed into it.
   */
  isContested(claim: ClaimNode): boolean;
  /** Whether an item holds with what is not known taken as false, whatever its stance. */
  isGrounded(item: ItemLink): boolean;
  readonly counts: StandingCounts;
  readonly support: Support;
  readonly conditions: Conditions;
  /** By member: the best level that it can count as under the conditions; 0 where it is void. */
  readonly caps: Uint8Array;
  /** By claim: its standing as a level, from 3 for GROUNDED to 0 for UNSUPPORTED. */
  readonly levels: Uint8Array;
  /**
   * By member: 1 where it is part of the proof of its claim's standing. Each claim
   * that anything holds has one proof, a line with just enough members; proofs
   * lead down to leaves without a ring. Only what breaks it can lower the standing.
   * Found when it is first asked for.
   */
  readonly proof: Uint8Array;
}

const BY_LEVEL: readonly Standing[] = ['UNSUPPORTED', 'UNGROUNDED', 'UNRESOLVED', 'GROUNDED'];

/** The standing that a level is. */
export function standingAt(level: number | undefined): Standing {
  return BY_LEVEL[level ?? 0] ?? 'UNSUPPORTED';
}

/**
 * Three least fixpoints of “some line has enough of its members”:
 * with what is not known taken as false, GROUNDED; as true, UNRESOLVED; with
 * every leaf that is not void taken as true, UNGROUNDED; else UNSUPPORTED.
 */
export function computeStandings(support: Support, conditions: Conditions): Standings {
  const caps = capsUnder(support, conditions);
  const judgement = judge(support, caps);
  const { levels } = judgement;
  let proof: Uint8Array | null = null;
  const isGrounded = (item: ItemLink): boolean => {
    const { leaf, documents, refuted } = itemMember(item);
    if (refuted || isVoid(documents, conditions)) return false;
    if (documents.some((study) => conditions.uncertain.has(study))) return false;
    return typeof leaf === 'object' ? levels[leaf.index] === LEVEL.GROUND : leaf === 'GROUND';
  };
  return {
    of: ({ index }) => standingAt(levels[index]),
    isContested: (claim) =>
      claim.lines.some((line) => line.stance === 'contradicts' && line.items.some(isGrounded)) ||
      contraries(claim).some((contrary) => levels[contrary.index] === LEVEL.GROUND),
    isGrounded,
    counts: countStandings(levels),
    support,
    conditions,
    caps,
    levels,
    get proof() {
      proof ??= proofOf(support, caps, judgement);
      return proof;
    },
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

function countStandings(levels: Uint8Array): StandingCounts {
  const counts = [0, 0, 0, 0];
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  const [UNSUPPORTED = 0, UNGROUNDED = 0, UNRESOLVED = 0, GROUNDED = 0] = counts;
  return { GROUNDED, UNRESOLVED, UNGROUNDED, UNSUPPORTED };
}

/** What each member can count as at best: nothing where it is void, not ground where it may be absent. */
function capsUnder(support: Support, { withdrawn, uncertain }: Conditions): Uint8Array {
  const { starts, values } = support.studyMembers;
  const caps = support.memberLevel.slice();
  const lower = (study: number, cap: number): void => {
    for (let at = starts[study] ?? 0; at < (starts[study + 1] ?? 0); at += 1) {
      const member = values[at] ?? 0;
      if ((caps[member] ?? 0) > cap) caps[member] = cap;
    }
  };
  for (const { index } of uncertain) lower(index, LEVEL.NOT_KNOWN);
  for (const { index } of withdrawn) lower(index, LEVEL.NOTHING);
  return caps;
}

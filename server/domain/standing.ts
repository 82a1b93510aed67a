import type { ClaimNode, ItemLink } from './evidence-graph.ts';
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

interface Judgement {
  readonly levels: Uint8Array;
  /** By claim: the line that first held. */
  readonly provenBy: Int32Array;
  /** The claims that hold, in the order in which they came to. */
  readonly order: Int32Array;
}

/**
 * The level of every claim: the three fixpoints in one, each going on from where
 * the one before stopped, as what holds in one holds in the next. A member counts
 * once, so the whole is linear, by the counting of W. F. Dowling and J. H. Gallier,
 * “Linear-time algorithms for testing the satisfiability of propositional Horn
 * formulae”, Journal of Logic Programming 1 (1984), 267–284. What is asked of the
 * members of a claim stands side by side, as a graph beyond the processor's caches
 * is slow by its jumps and not by its steps.
 */
function judge(support: Support, caps: Uint8Array): Judgement {
  const { claims, leaves, lineClaim, lineNeeds, memberLine, claimDependents } = support;
  const { starts, values } = support.claimMembers;
  const levels = new Uint8Array(claims.length);
  const provenBy = new Int32Array(claims.length);
  const missing = lineNeeds.slice();
  const queue = new Int32Array(claims.length);
  let [head, tail] = [0, 0];
  const settle = (claim: number, line: number, level: number): void => {
    if (levels[claim] !== 0) return;
    levels[claim] = level;
    provenBy[claim] = line;
    queue[tail] = claim;
    tail += 1;
  };
  const follow = (at: number, level: number): void => {
    const line = support.claimDependentLines[at] ?? 0;
    if (line >= 0) {
      const left = (missing[line] ?? 0) - 1;
      missing[line] = left;
      if (left !== 0) return;
    }
    settle(claimDependents[at] ?? 0, line < 0 ? ~line : line, level);
  };
  // Links to grounded claims of which it is not known whether they were there.
  const uncertain: number[] = [];
  for (let level = 3; level >= 1; level -= 1) {
    for (let at = 0; at < leaves.length; at += 1) {
      const member = leaves[at] ?? 0;
      if (caps[member] !== level) continue;
      const line = memberLine[member] ?? 0;
      const left = (missing[line] ?? 0) - 1;
      missing[line] = left;
      if (left === 0) settle(lineClaim[line] ?? 0, line, level);
    }
    if (level === 2) for (const at of uncertain) follow(at, level);
    for (; head < tail; head += 1) {
      const claim = queue[head] ?? 0;
      const end = starts[claim + 1] ?? 0;
      for (let at = starts[claim] ?? 0; at < end; at += 1) {
        // Most of what rests on a claim holds already: nothing else of it is looked at.
        if (levels[claimDependents[at] ?? 0] !== 0) continue;
        const cap = caps[values[at] ?? 0] ?? 0;
        if (cap >= level) follow(at, level);
        else if (cap > 0) uncertain.push(at);
      }
    }
  }
  return { levels, provenBy, order: queue.subarray(0, tail) };
}

/** The first members that held of each line that proves a claim, just enough of them. */
function proofOf(
  { lineMembers, lineNeeds, memberClaim }: Support,
  caps: Uint8Array,
  { levels, provenBy, order }: Judgement,
): Uint8Array {
  const proof = new Uint8Array(caps.length);
  const isBefore = new Uint8Array(levels.length);
  for (const claim of order) {
    const level = levels[claim] ?? 0;
    const line = provenBy[claim] ?? 0;
    const end = lineMembers[line + 1] ?? 0;
    let needed = lineNeeds[line] ?? 0;
    for (let at = lineMembers[line] ?? 0; at < end && needed > 0; at += 1) {
      const other = memberClaim[at] ?? -1;
      if ((caps[at] ?? 0) < level || (other !== -1 && isBefore[other] !== 1)) continue;
      proof[at] = 1;
      needed -= 1;
    }
    isBefore[claim] = 1;
  }
  return proof;
}

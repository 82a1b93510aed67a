import type { ClaimNode } from './evidence-graph.ts';
import type { Standings } from './standing.ts';
import { LEVEL } from './support.ts';

/** How far a claim is from data, and whether all it has is hearsay. */
export interface PrimaryDepths {
  /** The fewest citations to ground; null where the claim is not grounded. */
  of(claim: ClaimNode): number | null;
}

/**
 * Depth to primary data: an item that goes through a citation costs 1 and a
 * study's own data 0; a line is as far as the greatest of its `needs` nearest
 * members that hold, a claim as near as its nearest line. One pass from the data
 * outwards, by the generalisation of Dijkstra's algorithm to such lines in
 * D. E. Knuth, “A generalization of Dijkstra's algorithm”, Information Processing
 * Letters 6 (1977), 1–5; with costs of 0 and 1 it is linear.
 */
export function computeDepths({ support, caps }: Standings): PrimaryDepths {
  const { claims, lineClaim, memberLine, memberClaim, memberCitations, claimMembers } = support;
  const depths = new Int32Array(claims.length).fill(-1);
  const missing = support.lineNeeds.slice();
  let near: number[] = [];
  let further: number[] = [];
  const reach = (member: number): void => {
    if (caps[member] !== LEVEL.GROUND) return;
    (memberCitations[member] === 1 ? further : near).push(member);
  };
  for (let member = 0; member < caps.length; member += 1)
    if ((memberClaim[member] ?? -1) < 0) reach(member);
  for (let depth = 0; near.length > 0 || further.length > 0; depth += 1) {
    for (const member of near) {
      const line = memberLine[member] ?? 0;
      missing[line] = (missing[line] ?? 0) - 1;
      const claim = lineClaim[line] ?? 0;
      if ((missing[line] ?? 0) > 0 || depths[claim] !== -1) continue;
      depths[claim] = depth;
      const end = claimMembers.starts[claim + 1] ?? 0;
      for (let at = claimMembers.starts[claim] ?? 0; at < end; at += 1)
        reach(claimMembers.values[at] ?? 0);
    }
    near = further;
    further = [];
  }
  return {
    of: ({ index }) => {
      const depth = depths[index] ?? -1;
      return depth < 0 ? null : depth;
    },
  };
}

/**
 * Second-hand only: something is said for the claim, and every end that its lines
 * come to is a relay, a source that passes on what others found with no claim of
 * its own to follow. A line comes to the ends of those of its members that hold
 * once every leaf that is not void counts; a line that lacks members says nothing.
 * Linear: what has any other end passes it on upwards.
 */
export function computeSecondHandOnly({
  support,
  caps,
  levels,
}: Standings): (claim: ClaimNode) => boolean {
  const { lineClaim, lineNeeds, lineMembers, memberLine, memberClaim, claimMembers } = support;
  const holds = (member: number): boolean => {
    const other = memberClaim[member] ?? -1;
    return (caps[member] ?? 0) > 0 && (other < 0 || (levels[other] ?? 0) > 0);
  };
  const lineHolds = Uint8Array.from(lineNeeds, (needs, line) => {
    let holding = 0;
    for (let at = lineMembers[line] ?? 0; at < (lineMembers[line + 1] ?? 0); at += 1)
      if (holds(at)) holding += 1;
    return holding >= needs ? 1 : 0;
  });
  const hasOther = new Uint8Array(levels.length);
  const reached: number[] = [];
  const mark = (member: number): void => {
    const line = memberLine[member] ?? 0;
    const claim = lineClaim[line] ?? 0;
    if (lineHolds[line] !== 1 || !holds(member) || hasOther[claim] === 1) return;
    hasOther[claim] = 1;
    reached.push(claim);
  };
  for (const [member, { origin }] of support.members.entries())
    if ((memberClaim[member] ?? -1) < 0 && basisOf(origin) !== 'relay') mark(member);
  for (const claim of reached) {
    const end = claimMembers.starts[claim + 1] ?? 0;
    for (let at = claimMembers.starts[claim] ?? 0; at < end; at += 1)
      mark(claimMembers.values[at] ?? 0);
  }
  return ({ index }) => (levels[index] ?? 0) > 0 && hasOther[index] === 0;
}

function basisOf(origin: Standings['support']['members'][number]['origin']): string | null {
  if (origin.kind === 'ITEM') return origin.item.basis;
  return origin.kind === 'ASSERTION' ? origin.assertion.basis : null;
}

import type { ClaimNode, ItemLink } from './evidence-graph.ts';
import { standingAt, type Standing, type Standings } from './standing.ts';
import type { SupportMember } from './support.ts';

/** Why a claim stands as it does. */
export interface Reasons {
  readonly standing: Standing;
  /**
   * The fixpoint that decided: `CERTAIN`, what is not known taken as false;
   * `POSSIBLE`, taken as true; `SAID`, with every leaf that is not void; null where
   * none of them holds the claim.
   */
  readonly decidedBy: 'CERTAIN' | 'POSSIBLE' | 'SAID' | null;
  readonly lines: readonly LineReason[];
  /** How many of the lines reach ground, may reach it, have anything said for them. */
  readonly reaching: { readonly ground: number; readonly possible: number; readonly said: number };
}

/** How far one evidence line reaches. */
export interface LineReason {
  readonly kind: 'ITEMS' | 'ASSERTION' | 'RESTATEMENT' | 'AGREEMENT';
  /** The standing that the claim would have by this line alone. */
  readonly standing: Standing;
  /** How many of its members are needed. */
  readonly needs: number;
  readonly members: readonly { readonly member: SupportMember; readonly standing: Standing }[];
}

const FIXPOINTS = [null, 'SAID', 'POSSIBLE', 'CERTAIN'] as const;

/** Which of a claim's evidence lines reach how far, and by which of their members. */
export function reasonsFor(claim: ClaimNode, standings: Standings): Reasons {
  const { support, caps, levels } = standings;
  const reaching = [0, 0, 0, 0];
  const lines: LineReason[] = [];
  const end = support.claimLinesEnd[claim.index] ?? 0;
  for (let line = support.claimLines[claim.index] ?? 0; line < end; line += 1) {
    const values: number[] = [];
    const members: { member: SupportMember; standing: Standing }[] = [];
    const last = support.lineMembers[line + 1] ?? 0;
    for (let at = support.lineMembers[line] ?? 0; at < last; at += 1) {
      const member = support.members[at];
      const other = support.memberClaim[at] ?? -1;
      const value = other < 0 ? (caps[at] ?? 0) : Math.min(caps[at] ?? 0, levels[other] ?? 0);
      values.push(value);
      if (member !== undefined) members.push({ member, standing: standingAt(value) });
    }
    const needs = support.lineNeeds[line] ?? 0;
    // A line holds as much as the least of the members that it cannot do without.
    const level = values.toSorted((a, b) => b - a)[needs - 1] ?? 0;
    for (let at = 1; at <= level; at += 1) reaching[at] = (reaching[at] ?? 0) + 1;
    lines.push({ kind: kindOf(members[0]?.member), standing: standingAt(level), needs, members });
  }
  const [, said = 0, possible = 0, ground = 0] = reaching;
  return {
    standing: standings.of(claim),
    decidedBy: FIXPOINTS[levels[claim.index] ?? 0] ?? null,
    lines,
    reaching: { ground, possible, said },
  };
}

function kindOf(member: SupportMember | undefined): LineReason['kind'] {
  if (member?.origin.kind === 'ASSERTION') return 'ASSERTION';
  if (member?.origin.kind !== 'RELATION') return 'ITEMS';
  return member.origin.relation.relation.type === 'RESTATES' ? 'RESTATEMENT' : 'AGREEMENT';
}

/**
 * What qualifies a claim: its grounded items of stance qualifies, and the grounded
 * claims linked by QUALIFIES towards it. It is shown beside standing and never
 * mixed into it.
 */
export function qualifiedBy(
  claim: ClaimNode,
  standings: Standings,
): { readonly items: readonly ItemLink[]; readonly claims: readonly ClaimNode[] } {
  return {
    items: claim.lines
      .filter(({ stance }) => stance === 'qualifies')
      .flatMap(({ items }) => items.filter((item) => standings.isGrounded(item))),
    claims: [
      ...new Set(
        claim.relationsTo
          .filter(({ relation, from }) => {
            return relation.type === 'QUALIFIES' && standings.of(from) === 'GROUNDED';
          })
          .map(({ from }) => from),
      ),
    ],
  };
}

import type { ClaimNode, ItemLink } from './evidence-graph.ts';
import { FallProbe, membersFallingWith } from './falls.ts';
import type { Neighbour } from './neighbours.ts';
import { reasonsFor } from './reasons.ts';
import { contraries, type Standing, type Standings } from './standing.ts';
import type { SupportMember } from './support.ts';
import { idOf, targetOf, type TrailThing } from './trail-graph.ts';

/** What a neighbour is put before all others, or after them, for. */
const FIRST = -1;
const OTHERS = 3;

/**
 * Puts the neighbours of a node in order by what they mean for standing, under the
 * conditions that the standings were computed under:
 * - beside a claim, what one of its evidence lines holds by and which, with that line,
 *   reaches ground; what may reach it; what is grounded and stands against the claim; others;
 * - beside a study, the claims that fall when it is withdrawn; grounded claims; others;
 * - beside a citation, its two studies; the claims that fall when all that rests on it
 *   is void; grounded claims; others.
 * Of those that are alike the first is that on which most claims rest directly, then
 * by id: the order depends on nothing else.
 */
export class NeighbourOrder {
  readonly #standings: Standings;
  #probe: FallProbe | null = null;

  constructor(standings: Standings) {
    this.#standings = standings;
  }

  ordered(of: TrailThing, neighbours: readonly Neighbour[]): Neighbour[] {
    const tierOf = this.#tiers(of);
    return neighbours
      .map((neighbour) => ({
        neighbour,
        tier: tierOf(neighbour.thing),
        dependents: countDependents(neighbour.thing),
      }))
      .sort(
        (a, b) =>
          a.tier - b.tier ||
          b.dependents - a.dependents ||
          (a.neighbour.id < b.neighbour.id ? -1 : 1),
      )
      .map(({ neighbour }) => neighbour);
  }

  #tiers(of: TrailThing): (thing: TrailThing) => number {
    switch (of.kind) {
      case 'CLAIM': {
        const tiers = tiersBesideClaim(of, this.#standings);
        return (thing) => tiers.get(idOf(thing)) ?? OTHERS;
      }
      case 'STUDY':
        return this.#tiersByFall(membersFallingWith(this.#standings.support, of.study.index));
      case 'CITATION': {
        const byFall = this.#tiersByFall(this.#membersOf(of.citation.items));
        return (thing) => (thing.kind === 'STUDY' ? FIRST : byFall(thing));
      }
      case 'AUTHOR':
        return () => OTHERS;
    }
  }

  #tiersByFall(members: readonly number[]): (thing: TrailThing) => number {
    this.#probe ??= new FallProbe(this.#standings);
    const fallen = new Set(this.#probe.fallenWithout(members));
    return (thing) => {
      if (thing.kind !== 'CLAIM') return OTHERS;
      if (fallen.has(thing.claim.index)) return 0;
      return this.#standings.of(thing.claim) === 'GROUNDED' ? 1 : OTHERS;
    };
  }

  /** The members of evidence lines that these items are. */
  #membersOf(items: readonly ItemLink[]): number[] {
    const { claimLines, claimLinesEnd, lineMembers, members } = this.#standings.support;
    const wanted = new Set(items);
    const found: number[] = [];
    for (const { index } of new Set(items.map(({ line }) => line.claim))) {
      const end = lineMembers[claimLinesEnd[index] ?? 0] ?? 0;
      for (let at = lineMembers[claimLines[index] ?? 0] ?? 0; at < end; at += 1) {
        const origin = members[at]?.origin;
        if (origin?.kind === 'ITEM' && wanted.has(origin.item)) found.push(at);
      }
    }
    return found;
  }
}

const BY_STANDING: Readonly<Record<Standing, number>> = {
  GROUNDED: 0,
  UNRESOLVED: 1,
  UNGROUNDED: OTHERS,
  UNSUPPORTED: OTHERS,
};

function tiersBesideClaim(
  { claim }: TrailThing & { readonly kind: 'CLAIM' },
  standings: Standings,
): Map<string, number> {
  const tiers = new Map<string, number>();
  const raise = (things: readonly TrailThing[], tier: number): void => {
    for (const thing of things) {
      const id = idOf(thing);
      tiers.set(id, Math.min(tiers.get(id) ?? OTHERS, tier));
    }
  };
  for (const { standing, members } of reasonsFor(claim, standings).lines)
    for (const { member, standing: own } of members)
      raise(cardsOf(member), Math.max(BY_STANDING[standing], BY_STANDING[own]));
  for (const { stance, items } of claim.lines)
    for (const item of items)
      if (stance === 'contradicts' && standings.isGrounded(item)) raise(cardsOfItem(item), 2);
  for (const contrary of contraries(claim))
    if (standings.of(contrary) === 'GROUNDED') raise([{ kind: 'CLAIM', claim: contrary }], 2);
  return tiers;
}

/** The cards by which a member of an evidence line is drawn. */
function cardsOf({ origin, leaf }: SupportMember): TrailThing[] {
  if (origin.kind === 'ITEM') return cardsOfItem(origin.item);
  if (origin.kind === 'ASSERTION') return [{ kind: 'STUDY', study: origin.assertion.study }];
  return typeof leaf === 'object' ? [{ kind: 'CLAIM', claim: leaf }] : [];
}

function cardsOfItem(item: ItemLink): TrailThing[] {
  if (item.target.kind !== 'citation') return [targetOf(item)];
  const { citation } = item.target;
  return [
    { kind: 'CITATION', citation },
    { kind: 'STUDY', study: citation.cited },
    ...(item.relays === null ? [] : [{ kind: 'CLAIM', claim: item.relays } as const]),
  ];
}

/**
 * How many claims rest on a node directly: of a claim, those that have an item on it,
 * relay it or restate it; of a study, those that it says and those that rest on its
 * data or a citation of it; of a citation, those that rest on it; on an author none.
 */
function countDependents(thing: TrailThing): number {
  const dependents = new Set<ClaimNode>();
  const addAll = (items: readonly ItemLink[]): void => {
    for (const { line } of items) dependents.add(line.claim);
  };
  switch (thing.kind) {
    case 'CLAIM':
      addAll(thing.claim.restedOnBy);
      addAll(thing.claim.relayedBy);
      for (const { relation, from } of thing.claim.relationsTo)
        if (relation.type === 'RESTATES') dependents.add(from);
      dependents.delete(thing.claim);
      break;
    case 'STUDY':
      for (const { claim } of thing.study.assertions) dependents.add(claim);
      addAll(thing.study.restedOnBy);
      for (const { items } of thing.study.citedBy) addAll(items);
      break;
    case 'CITATION':
      addAll(thing.citation.items);
      break;
    case 'AUTHOR':
      break;
  }
  return dependents.size;
}

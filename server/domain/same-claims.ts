import { Budget, type ShouldStop } from './budget.ts';
import type { ClaimNode, ItemLink, StudyNode } from './evidence-graph.ts';
import { contraries } from './standing.ts';
import { isRefuted } from './support.ts';

/**
 * The claims that say what any of these says, these included: whatever is reached
 * over restatements, of any shift and either way, and over relays.
 *
 * A relay joins two claims where the relayed one is the whole of a supporting line,
 * and nobody who looked found that the source does not say so. In a line of several
 * items (a comparison, a conjunction) none of them says the claim by itself.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function sayingTheSame(
  claims: Iterable<ClaimNode>,
  shouldStop?: ShouldStop,
): Set<ClaimNode> {
  const budget = new Budget(shouldStop);
  const all = new Set(claims);
  for (const claim of all) {
    const { relationsFrom, relationsTo, lines, relayedBy } = claim;
    budget.spend(1 + relationsFrom.length + relationsTo.length + lines.length + relayedBy.length);
    for (const { relation, from, to } of [...relationsFrom, ...relationsTo])
      if (relation.type === 'RESTATES') all.add(from).add(to);
    for (const { items } of lines)
      for (const item of items) if (item.relays !== null && isWholeLine(item)) all.add(item.relays);
    for (const item of relayedBy) if (isWholeLine(item)) all.add(item.line.claim);
  }
  return all;
}

function isWholeLine(item: ItemLink): boolean {
  const { stance, items } = item.line;
  return stance === 'supports' && items.length === 1 && !isRefuted(item);
}

/** Two sides of a question. No claim is on both. */
export interface Sides {
  /** The claims that say it. */
  readonly saying: ReadonlySet<ClaimNode>;
  /** The claims that contradict any of these, either way, and those that say the same as they do. */
  readonly denying: ReadonlySet<ClaimNode>;
}

/**
 * The sides of what these claims say. What contradicts them and says the same too is on their side.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function sidesOf(claims: Iterable<ClaimNode>, shouldStop?: ShouldStop): Sides {
  const saying = sayingTheSame(claims, shouldStop);
  const denying = sayingTheSame([...saying].flatMap(contraries), shouldStop);
  return { saying, denying: new Set([...denying].filter((claim) => !saying.has(claim))) };
}

/** Where a study stands on a question. */
export type Position = 'SUPPORTIVE' | 'CRITICAL' | 'MIXED' | 'NOT_KNOWN';

/** Where a study stands, and the claims that this is told by. */
export interface PlacedStudy {
  readonly study: StudyNode;
  readonly position: Position;
  readonly saying: readonly ClaimNode[];
  readonly denying: readonly ClaimNode[];
}

/** How many steps it takes to place a study. */
export function stepsToPlace({ assertions, restedOnBy, citedBy }: StudyNode): number {
  return 1 + assertions.length + restedOnBy.length + citedBy.length;
}

/**
 * Where a study stands: by the claims that it asserts (what it only reports is
 * another's). Of a study that asserts none of either side it is told by what it is
 * cited for: it is the source of an item that supports or contradicts one of these
 * claims, and nobody who looked found that it does not say so.
 */
export function placeStudy(study: StudyNode, sides: Sides): PlacedStudy {
  const asserted = study.assertions
    .filter(({ assertion }) => assertion.role === 'asserts')
    .map(({ claim }) => ({ claim, isFor: true }));
  const own = bySide(asserted, sides);
  if (own.saying.length > 0 || own.denying.length > 0) return placed(study, own);
  const items = [...study.restedOnBy, ...study.citedBy.flatMap((citation) => citation.items)];
  const citedFor = items
    .filter((item) => DECIDED.has(item.line.stance) && !isRefuted(item))
    .map((item) => ({ claim: item.line.claim, isFor: item.line.stance === 'supports' }));
  return placed(study, bySide(citedFor, sides));
}

const DECIDED: ReadonlySet<string> = new Set(['supports', 'contradicts']);

interface BySide {
  readonly saying: readonly ClaimNode[];
  readonly denying: readonly ClaimNode[];
}

/** Claims by the side that is taken with them: for a claim that says it, or against one that denies it. */
function bySide(
  taken: readonly { readonly claim: ClaimNode; readonly isFor: boolean }[],
  { saying, denying }: Sides,
): BySide {
  const of = (here: ReadonlySet<ClaimNode>, there: ReadonlySet<ClaimNode>): ClaimNode[] => [
    ...new Set(
      taken
        .filter(({ claim, isFor }) => (isFor ? here : there).has(claim))
        .map(({ claim }) => claim),
    ),
  ];
  return { saying: of(saying, denying), denying: of(denying, saying) };
}

function placed(study: StudyNode, { saying, denying }: BySide): PlacedStudy {
  const [isFor, isAgainst] = [saying.length > 0, denying.length > 0];
  const position = isFor
    ? isAgainst
      ? 'MIXED'
      : 'SUPPORTIVE'
    : isAgainst
      ? 'CRITICAL'
      : 'NOT_KNOWN';
  return { study, position, saying, denying };
}

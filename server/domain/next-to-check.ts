import { Budget, type ShouldStop } from './budget.ts';
import type { ItemLink } from './evidence-graph.ts';
import { FallProbe } from './falls.ts';
import type { Standings } from './standing.ts';

/** An item that nobody has checked, and what hangs on it. */
export interface Unchecked {
  readonly item: ItemLink;
  /** How many claims fall if the source turns out not to say so: the item counted as void. */
  readonly falls: number;
}

/**
 * Next to check: the items without a verdict, that with which most claims fall
 * first, then by id. Items that hold nothing up, those against a claim too, are
 * last, with 0.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function nextToCheck(standings: Standings, shouldStop?: ShouldStop): Unchecked[] {
  const { claims, members } = standings.support;
  const budget = new Budget(shouldStop);
  const probe = new FallProbe(standings);
  const falls = new Map<ItemLink, number>();
  for (const [member, { origin }] of members.entries()) {
    if (origin.kind !== 'ITEM' || origin.item.item.verdict !== undefined) continue;
    const fallen = probe.fallenWithout([member]).length;
    if (fallen > 0) falls.set(origin.item, fallen);
    budget.spend(probe.steps + 1);
  }
  const unchecked: Unchecked[] = [];
  for (const { lines } of claims)
    for (const { items } of lines)
      for (const item of items)
        if (item.item.verdict === undefined) unchecked.push({ item, falls: falls.get(item) ?? 0 });
  return unchecked.sort((a, b) => b.falls - a.falls || (a.item.item.id < b.item.item.id ? -1 : 1));
}

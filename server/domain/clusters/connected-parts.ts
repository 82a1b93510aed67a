import type { Budget } from '../budget.ts';
import type { Network } from './network.ts';
import type { Partition } from './partition.ts';

/**
 * The same communities, each that falls apart divided into what is connected within
 * it. To divide so is never a loss, whatever the quality function: no link is cut.
 * Numbered in the order in which they first occur.
 * @throws TOO_COSTLY when the budget is spent.
 */
export function connectedParts(
  { offsets, targets }: Network,
  { communityOf }: Partition,
  budget: Budget,
): Partition {
  const partOf = new Int32Array(communityOf.length).fill(-1);
  const found = new Int32Array(communityOf.length);
  let count = 0;
  for (let start = 0; start < communityOf.length; start += 1) {
    if (partOf[start] !== -1) continue;
    let last = 0;
    const find = (node: number): void => {
      partOf[node] = count;
      found[last] = node;
      last += 1;
    };
    find(start);
    for (let next = 0; next < last; next += 1) {
      const node = found[next] ?? 0;
      const end = offsets[node + 1] ?? 0;
      budget.spend(1 + end - (offsets[node] ?? 0));
      for (let at = offsets[node] ?? 0; at < end; at += 1) {
        const other = targets[at] ?? 0;
        if (partOf[other] === -1 && communityOf[other] === communityOf[node]) find(other);
      }
    }
    count += 1;
  }
  return { communityOf: partOf, count };
}

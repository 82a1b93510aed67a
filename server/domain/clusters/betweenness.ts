import type { Budget } from '../budget.ts';
import type { Network } from './network.ts';
import { randomNumbers, shuffled } from './random.ts';

/** From where shortest paths are followed. */
export interface Pivots {
  /** How many nodes; as many as there are give the exact figure. */
  readonly pivots: number;
  readonly seed: number;
}

/**
 * By node: the betweenness, on how many shortest paths between two others it lies,
 * where there are several of a pair each for its share. Weights do not matter, a pair
 * counts once. It is estimated from the shortest paths that begin at some nodes picked
 * by chance, times how many more there are: right on average, exact where all are
 * picked. Linear in links times pivots.
 *
 * U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical
 * Sociology 25 (2001), 163–177; U. Brandes, C. Pich, “Centrality estimation in large
 * networks”, International Journal of Bifurcation and Chaos 17 (2007), 2303–2318.
 * @throws TOO_COSTLY when the budget is spent.
 */
export function betweennessOf(
  { offsets, targets }: Network,
  { pivots, seed }: Pivots,
  budget: Budget,
): Float64Array {
  const count = offsets.length - 1;
  const betweenness = new Float64Array(count);
  const picked = shuffled(count, randomNumbers(seed)).subarray(0, Math.max(0, pivots));
  // In the order of numbers, so that all nodes give one sum whatever the seed.
  picked.sort();
  const order = new Int32Array(count);
  const distance = new Int32Array(count).fill(-1);
  const paths = new Float64Array(count);
  const dependency = new Float64Array(count);
  for (const pivot of picked) {
    order[0] = pivot;
    distance[pivot] = 0;
    paths[pivot] = 1;
    let last = 1;
    for (let next = 0; next < last; next += 1) {
      const node = order[next] ?? 0;
      const further = (distance[node] ?? 0) + 1;
      const end = offsets[node + 1] ?? 0;
      budget.spend(2 + 2 * (end - (offsets[node] ?? 0)));
      for (let at = offsets[node] ?? 0; at < end; at += 1) {
        const other = targets[at] ?? 0;
        if (distance[other] === -1) {
          distance[other] = further;
          order[last] = other;
          last += 1;
        }
        if (distance[other] === further) paths[other] = (paths[other] ?? 0) + (paths[node] ?? 0);
      }
    }
    for (let next = last - 1; next > 0; next -= 1) {
      const node = order[next] ?? 0;
      const nearer = (distance[node] ?? 0) - 1;
      const share = (1 + (dependency[node] ?? 0)) / (paths[node] ?? 1);
      for (let at = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; at < end; at += 1) {
        const other = targets[at] ?? 0;
        if (distance[other] === nearer)
          dependency[other] = (dependency[other] ?? 0) + (paths[other] ?? 0) * share;
      }
      betweenness[node] = (betweenness[node] ?? 0) + (dependency[node] ?? 0);
    }
    for (let at = 0; at < last; at += 1) {
      const node = order[at] ?? 0;
      distance[node] = -1;
      paths[node] = dependency[node] = 0;
    }
  }
  // Each pair is met from both of its ends.
  const scale = picked.length === 0 ? 0 : count / picked.length / 2;
  return betweenness.map((sum) => sum * scale);
}

import type { Network } from './network.ts';
import type { Partition } from './partition.ts';

/** By which measure communities are sought. */
export type QualityFunction = 'MODULARITY' | 'CPM';

/**
 * Modularity: the share of the weight that is inside communities, less the share
 * that would be there if links were laid at random between nodes of the same
 * strengths: Σ (e/m − γ (k/2m)²) over communities, e being the weight inside one, k
 * the strength of its nodes, m the weight of all. From below 1 down to −γ; null
 * where there is no link.
 *
 * M. E. J. Newman, M. Girvan, “Finding and evaluating community structure in
 * networks”, Physical Review E 69 (2004), 026113; with the resolution γ of J.
 * Reichardt, S. Bornholdt, Physical Review E 74 (2006), 016110.
 */
export function modularityOf(
  network: Network,
  partition: Partition,
  resolution = 1,
): number | null {
  const { inside, strengths, all } = weightsOf(network, partition);
  if (all === 0) return null;
  let squares = 0;
  for (const strength of strengths) squares += (strength / all) ** 2;
  return inside / all - resolution * squares;
}

/**
 * The constant Potts model: the weight inside communities, less the resolution for
 * each pair of nodes inside one: Σ (e − γ n(n − 1)/2), in the unit of the weights. So
 * γ is the density that a community exceeds, and that the links between two do not.
 *
 * V. A. Traag, P. Van Dooren, Y. Nesterov, “Narrow scope for resolution-limit-free
 * community detection”, Physical Review E 84 (2011), 016114.
 */
export function constantPottsOf(
  network: Network,
  partition: Partition,
  resolution: number,
): number {
  const sizes = new Float64Array(partition.count);
  for (const community of partition.communityOf) sizes[community] = (sizes[community] ?? 0) + 1;
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return weightsOf(network, partition).inside / 2 - resolution * pairs;
}

interface Weights {
  /** The weight inside communities, every link counted at both of its ends. */
  readonly inside: number;
  /** By community: the strength of its nodes. */
  readonly strengths: Float64Array;
  /** The strength of all nodes. */
  readonly all: number;
}

function weightsOf(
  { offsets, targets, weights }: Network,
  { communityOf, count }: Partition,
): Weights {
  const strengths = new Float64Array(count);
  let [inside, all] = [0, 0];
  for (let node = 0; node < communityOf.length; node += 1) {
    const community = communityOf[node] ?? 0;
    let strength = 0;
    for (let at = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; at < end; at += 1) {
      const weight = weights[at] ?? 0;
      strength += weight;
      if (communityOf[targets[at] ?? 0] === community) inside += weight;
    }
    strengths[community] = (strengths[community] ?? 0) + strength;
    all += strength;
  }
  return { inside, strengths, all };
}

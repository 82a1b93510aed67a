import type { Network } from './network.ts';
import type { Partition } from './partition.ts';

/** A work that ties clusters together. */
export interface Bridge {
  readonly study: number;
  /**
   * How evenly its ties are spread over clusters, from 0, all in one, to below 1: the
   * participation coefficient 1 − Σ (kₛ/k)², kₛ being the weight of its ties to cluster s.
   * R. Guimerà, L. A. N. Amaral, “Functional cartography of complex metabolic networks”,
   * Nature 433 (2005), 895–900.
   */
  readonly participation: number;
  /** See `betweennessOf`; an estimate unless every study was a pivot. */
  readonly betweenness: number;
  /** How many ties it has to each cluster, its own included: most first, then by the cluster's number. */
  readonly ties: readonly { readonly cluster: number; readonly ties: number }[];
}

/** By node: the participation coefficient; 0 where it has no link. */
export function participationOf(
  { offsets, targets, weights }: Network,
  { communityOf, count }: Partition,
): Float64Array {
  const weightTo = new Float64Array(count);
  return Float64Array.from({ length: communityOf.length }, (_, node) => {
    let strength = 0;
    const end = offsets[node + 1] ?? 0;
    for (let at = offsets[node] ?? 0; at < end; at += 1) {
      const community = communityOf[targets[at] ?? 0] ?? 0;
      strength += weights[at] ?? 0;
      weightTo[community] = (weightTo[community] ?? 0) + (weights[at] ?? 0);
    }
    let squares = 0;
    for (let at = offsets[node] ?? 0; at < end; at += 1) {
      const community = communityOf[targets[at] ?? 0] ?? 0;
      squares += ((weightTo[community] ?? 0) / strength) ** 2;
      weightTo[community] = 0;
    }
    // All in one is 0, and not what rounding leaves of it.
    return squares === 0 || squares >= 1 ? 0 : 1 - squares;
  });
}

/**
 * The works that tie clusters together: those with ties to two or more, the largest
 * product of participation and betweenness first, then by number. The one says that a
 * work has its ties in several clusters, the other that much of what leads from one to
 * another goes by it; a hub in the midst of its cluster has only the second.
 * @param betweenness see `betweennessOf`.
 * @param most how many are wanted.
 */
export function bridgesOf(
  network: Network,
  clusters: Partition,
  betweenness: Float64Array,
  most: number,
): Bridge[] {
  const participation = participationOf(network, clusters);
  const strengthOf = (study: number): number =>
    (participation[study] ?? 0) * (betweenness[study] ?? 0);
  return Array.from(participation.keys())
    .filter((study) => (participation[study] ?? 0) > 0)
    .sort((a, b) => strengthOf(b) - strengthOf(a) || a - b)
    .slice(0, most)
    .map((study) => ({
      study,
      participation: participation[study] ?? 0,
      betweenness: betweenness[study] ?? 0,
      ties: tiesOf(study, network, clusters),
    }));
}

function tiesOf(study: number, { offsets, targets }: Network, { communityOf }: Partition) {
  const counts = new Map<number, number>();
  for (const other of targets.subarray(offsets[study], offsets[study + 1])) {
    const cluster = communityOf[other] ?? 0;
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  return [...counts]
    .map(([cluster, ties]) => ({ cluster, ties }))
    .sort((a, b) => b.ties - a.ties || a.cluster - b.cluster);
}

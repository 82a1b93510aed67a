import type { Network } from './network.ts';
import { membersOf, type Partition } from './partition.ts';

/**
 * A network at one level of the aggregation, and what is gained on it. Both quality
 * functions have one form: a community C is worth the weight of the links inside it,
 * less ρ/2 times the square of the sum of its nodes' masses. So a node v gains
 * w(v, C) − ρ · mass(v) · mass(C) by being with the others of C.
 */
export interface Level {
  readonly network: Network;
  /** By node: its strength for modularity, the number of its nodes for CPM. */
  readonly masses: Float64Array;
  /** ρ: the resolution for CPM, the resolution through the sum of all strengths for modularity. */
  readonly density: number;
  /** What a gain must exceed to be more than what rounding makes of none. */
  readonly tolerance: number;
}

/** The level above: each community of this partition is one node; links within one are dropped. */
export function aggregated({ network, masses, ...rest }: Level, partition: Partition): Level {
  const { communityOf, count } = partition;
  const { offsets, targets, weights } = network;
  const { starts, values } = membersOf(partition);
  const above = {
    offsets: new Int32Array(count + 1),
    targets: new Int32Array(targets.length),
    weights: new Float64Array(targets.length),
  };
  const massesAbove = new Float64Array(count);
  const weightTo = new Float64Array(count);
  let last = 0;
  for (let community = 0; community < count; community += 1) {
    const first = last;
    for (let at = starts[community] ?? 0; at < (starts[community + 1] ?? 0); at += 1) {
      const node = values[at] ?? 0;
      massesAbove[community] = (massesAbove[community] ?? 0) + (masses[node] ?? 0);
      for (let link = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; link < end; link += 1) {
        const other = communityOf[targets[link] ?? 0] ?? 0;
        if (other === community) continue;
        const known = weightTo[other] ?? 0;
        if (known === 0) {
          above.targets[last] = other;
          last += 1;
        }
        weightTo[other] = known + (weights[link] ?? 0);
      }
    }
    for (let at = first; at < last; at += 1) {
      const other = above.targets[at] ?? 0;
      above.weights[at] = weightTo[other] ?? 0;
      weightTo[other] = 0;
    }
    above.offsets[community + 1] = last;
  }
  return {
    ...rest,
    masses: massesAbove,
    network: {
      offsets: above.offsets,
      targets: above.targets.slice(0, last),
      weights: above.weights.slice(0, last),
    },
  };
}

/** The sum of masses of each community. */
export function massesOf({ communityOf, count }: Partition, masses: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let node = 0; node < communityOf.length; node += 1) {
    const community = communityOf[node] ?? 0;
    sums[community] = (sums[community] ?? 0) + (masses[node] ?? 0);
  }
  return sums;
}

import type { Level } from './level.ts';
import { membersOf, renumbered, type Partition } from './partition.ts';

/** A level whose nodes stand in another order. */
export interface Arranged {
  readonly level: Level;
  /** By place in the new order: where the node stood before. */
  readonly places: Int32Array;
  /** The communities by which it was arranged, in the new order. */
  readonly partition: Partition;
}

/**
 * The same level with the nodes of each community side by side. Nothing changes but
 * where things lie in memory: a node's neighbours are mostly of its community, and a
 * network beyond the processor's caches is slow by its jumps and not by its steps.
 */
export function arrangedBy({ network, masses, ...rest }: Level, partition: Partition): Arranged {
  const nodes = membersOf(partition).values;
  const place = new Int32Array(nodes.length);
  for (let at = 0; at < nodes.length; at += 1) place[nodes[at] ?? 0] = at;
  const { offsets, targets, weights } = network;
  const arranged = {
    offsets: new Int32Array(offsets.length),
    targets: new Int32Array(targets.length),
    weights: new Float64Array(weights.length),
  };
  let last = 0;
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] ?? 0;
    for (let link = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; link < end; link += 1) {
      arranged.targets[last] = place[targets[link] ?? 0] ?? 0;
      arranged.weights[last] = weights[link] ?? 0;
      last += 1;
    }
    arranged.offsets[at + 1] = last;
  }
  return {
    places: nodes,
    partition: renumbered(nodes.map((node) => partition.communityOf[node] ?? 0)),
    level: {
      ...rest,
      network: arranged,
      masses: Float64Array.from(nodes, (node) => masses[node] ?? 0),
    },
  };
}

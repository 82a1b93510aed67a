/** Which community each node is in: by node its number; the numbers run from 0 without a gap. */
export interface Partition {
  readonly communityOf: Int32Array;
  /** How many communities there are. */
  readonly count: number;
}

/** The same communities, numbered in the order in which they first occur. */
export function renumbered(communityOf: Int32Array): Partition {
  const numbers = new Int32Array(communityOf.length).fill(-1);
  const result = new Int32Array(communityOf.length);
  let count = 0;
  for (let node = 0; node < communityOf.length; node += 1) {
    const community = communityOf[node] ?? 0;
    if (numbers[community] === -1) {
      numbers[community] = count;
      count += 1;
    }
    result[node] = numbers[community] ?? 0;
  }
  return { communityOf: result, count };
}

/** Every node by itself. */
export function singletons(count: number): Partition {
  return { communityOf: Int32Array.from({ length: count }, (_, node) => node), count };
}

/** The nodes of each community, end to end: those of `i` from starts[i] to starts[i + 1] - 1, in their order. */
export function membersOf({ communityOf, count }: Partition): {
  readonly starts: Int32Array;
  readonly values: Int32Array;
} {
  const starts = new Int32Array(count + 1);
  for (const community of communityOf) starts[community + 1] = (starts[community + 1] ?? 0) + 1;
  for (let community = 0; community < count; community += 1)
    starts[community + 1] = (starts[community + 1] ?? 0) + (starts[community] ?? 0);
  const next = starts.slice();
  const values = new Int32Array(communityOf.length);
  for (let node = 0; node < communityOf.length; node += 1) {
    const community = communityOf[node] ?? 0;
    const place = next[community] ?? 0;
    values[place] = node;
    next[community] = place + 1;
  }
  return { starts, values };
}

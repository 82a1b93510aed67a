import { rowOf, rowsFrom, type Rows } from './rows.ts';

/**
 * The strongly connected components of a directed graph: two nodes are in one
 * where each is reached from the other. A component comes after all those that it
 * leads to, so that whatever is computed from the ends backwards can be computed in
 * this order.
 *
 * @param next the nodes that a node leads to; all of them among `nodes`.
 */
export function strongComponents<Node>(
  nodes: Iterable<Node>,
  next: (node: Node) => readonly Node[],
): Node[][] {
  const all = [...nodes];
  const numbers = new Map(all.map((node, number) => [node, number] as const));
  const edges = rowsFrom(all, (node) => next(node).map((other) => numbers.get(other) ?? -1));
  const components = numberedComponents(edges);
  return Array.from({ length: components.starts.length - 1 }, (_, component) =>
    [...rowOf(components, component)].flatMap((number) => all[number] ?? []),
  );
}

/**
 * The same of nodes that are numbers: row `i` is where node `i` leads to, and each
 * row of the answer is a component. Linear in nodes and edges, and without
 * recursion: chains may be long.
 *
 * R. E. Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on
 * Computing 1 (1972), 146–160.
 */
export function numberedComponents({ starts, values }: Rows): Rows {
  const count = starts.length - 1;
  const next = starts.slice();
  /** When a node was entered, from 1 on; 0 for not yet. */
  const entered = new Int32Array(count);
  /** The earliest node still open that is known to be reached from here, by when it was entered. */
  const earliest = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  const path: number[] = [];
  const members: number[] = [];
  const ends = [0];
  let clock = 0;
  const enter = (node: number): void => {
    clock += 1;
    entered[node] = earliest[node] = clock;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  };
  const reach = (node: number, time: number | undefined): void => {
    earliest[node] = Math.min(earliest[node] ?? 0, time ?? 0);
  };
  const close = (first: number): void => {
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      isOpen[node] = 0;
      members.push(node);
      if (node === first) break;
    }
    ends.push(members.length);
  };
  for (let start = 0; start < count; start += 1) {
    if (entered[start] === 0) enter(start);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const edge = next[node] ?? 0;
      if (edge < (starts[node + 1] ?? 0)) {
        next[node] = edge + 1;
        const other = values[edge] ?? 0;
        if (entered[other] === 0) enter(other);
        else if (isOpen[other] === 1) reach(node, entered[other]);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) reach(before, earliest[node]);
      if (earliest[node] === entered[node]) close(node);
    }
  }
  return { starts: Int32Array.from(ends), values: Int32Array.from(members) };
}

/**
 * The strongly connected components of a directed graph: two nodes are in one
 * where each is reached from the other. A component comes after all those that it
 * leads to, so that whatever is computed from the ends backwards can be computed in
 * this order. Linear in nodes and edges, and without recursion: chains may be long.
 *
 * R. E. Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on
 * Computing 1 (1972), 146–160.
 *
 * @param next the nodes that a node leads to; all of them among `nodes`.
 */
export function strongComponents<Node>(
  nodes: Iterable<Node>,
  next: (node: Node) => readonly Node[],
): Node[][] {
  const components: Node[][] = [];
  const visits = new Map<Node, Visit<Node>>();
  const open: Visit<Node>[] = [];
  const visit = (node: Node): Visit<Node> => {
    const number = visits.size;
    const made = { node, number, lowest: number, isOpen: true, left: next(node).values() };
    visits.set(node, made);
    open.push(made);
    return made;
  };
  for (const start of nodes) {
    if (visits.has(start)) continue;
    const path = [visit(start)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const step = at.left.next();
      if (step.done !== true) {
        const known = visits.get(step.value);
        if (known === undefined) path.push(visit(step.value));
        else if (known.isOpen) at.lowest = Math.min(at.lowest, known.number);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) before.lowest = Math.min(before.lowest, at.lowest);
      if (at.lowest === at.number) components.push(close(open, at));
    }
  }
  return components;
}

interface Visit<Node> {
  readonly node: Node;
  readonly number: number;
  /** The lowest number of a node still open that is known to be reached from here. */
  lowest: number;
  isOpen: boolean;
  readonly left: Iterator<Node>;
}

/** Takes from the open nodes those that came after this one, and itself. */
function close<Node>(open: Visit<Node>[], first: Visit<Node>): Node[] {
  const members = open.splice(open.lastIndexOf(first));
  for (const member of members) member.isOpen = false;
  return members.map(({ node }) => node);
}

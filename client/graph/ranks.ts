/** Says that `to` stands at least `step` ranks further towards the evidence than `from`. */
export interface Constraint {
  readonly from: string;
  readonly to: string;
  readonly step: 0 | 1;
}

/**
 * The rank of each node: the least that keeps every constraint, rings aside. A
 * ring is opened where a walk from the first node, in the given order, would
 * return to where it has been.
 */
export function rankNodes(
  nodes: readonly string[],
  constraints: readonly Constraint[],
): ReadonlyMap<string, number> {
  const kept = openRings(nodes, constraints);
  const incoming = groupBy(kept, (constraint) => constraint.to);
  const ranks = new Map<string, number>();
  const rankOf = (node: string): number => {
    const known = ranks.get(node);
    if (known !== undefined) return known;
    let rank = 0;
    for (const { from, step } of incoming.get(node) ?? [])
      rank = Math.max(rank, rankOf(from) + step);
    ranks.set(node, rank);
    return rank;
  };
  for (const node of nodes) rankOf(node);
  return ranks;
}

/** The constraints that are left when every ring is opened. */
export function openRings(
  nodes: readonly string[],
  constraints: readonly Constraint[],
): readonly Constraint[] {
  const outgoing = groupBy(constraints, (constraint) => constraint.from);
  const state = new Map<string, 'open' | 'done'>();
  const returning = new Set<Constraint>();
  const visit = (node: string): void => {
    state.set(node, 'open');
    for (const constraint of outgoing.get(node) ?? []) {
      const there = state.get(constraint.to);
      if (there === 'open') returning.add(constraint);
      else if (there === undefined) visit(constraint.to);
    }
    state.set(node, 'done');
  };
  for (const node of nodes) if (!state.has(node)) visit(node);
  return constraints.filter((constraint) => !returning.has(constraint));
}

/** Groups things by a key, in order. */
export function groupBy<Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

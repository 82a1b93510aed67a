import { stoodBefore } from './picture.ts';
import type { TrailAnswer, TrailEdge, TrailNode } from './picture.ts';

/** As many nodes as are taken in at a glance. */
export const GLANCE = 14;
/** Claims that face the root are never left out altogether. */
const LEAST_FACING = 2;

/** A trail with as many of the claims that face it as leave it readable. */
export interface Glance {
  readonly trail: TrailAnswer;
  /** How many claims that face it were left out. */
  readonly left: number;
}

/**
 * Leaves out claims that only face the root, where the trail is more than a
 * glance takes in: those that contradict it come before those that qualify it,
 * and the grounded before the rest. Evidence is never left out. What faces the
 * root is joined to the root alone: how it stands to the rest is its own trail's.
 */
export function atAGlance(trail: TrailAnswer): Glance {
  const evidence = evidenceOf(trail);
  const facing = trail.nodes.filter((node) => !evidence.has(node.id));
  const room = Math.max(LEAST_FACING, GLANCE - evidence.size);
  const contradicting = new Set(
    trail.edges
      .filter((edge) => edge.type === 'CONTRADICTS')
      .filter(({ source, target }) => source === trail.root || target === trail.root)
      .flatMap(({ source, target }) => [source, target]),
  );
  const weight = (node: TrailNode): number =>
    // As it stood: what is withdrawn to see what falls leaves all in its place.
    (contradicting.has(node.id) ? 2 : 0) + (stoodBefore(node) === 'GROUNDED' ? 1 : 0);
  const left = facing
    .toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
    .slice(room);
  const without = new Set(left.map((node) => node.id));
  const isShown = ({ source, target }: TrailEdge): boolean => {
    if (without.has(source) || without.has(target)) return false;
    if (evidence.has(source) && evidence.has(target)) return true;
    return source === trail.root || target === trail.root;
  };
  return {
    trail: {
      ...trail,
      nodes: trail.nodes.filter((node) => !without.has(node.id)),
      edges: trail.edges.filter(isShown),
    },
    left: left.length,
  };
}

/** What the root is reached from by evidence: what it rests on, who says it, what it restates. */
function evidenceOf({ root, edges }: TrailAnswer): ReadonlySet<string> {
  const onward = new Map<string, string[]>();
  for (const { type, source, target } of edges) {
    if (type === 'CONTRADICTS' || type === 'QUALIFIES' || type === 'SUPPORTS') continue;
    const [from, to] = type === 'ASSERTS' ? [target, source] : [source, target];
    onward.set(from, [...(onward.get(from) ?? []), to]);
  }
  const reached = new Set([root]);
  for (const id of reached) for (const next of onward.get(id) ?? []) reached.add(next);
  return reached;
}

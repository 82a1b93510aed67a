import type { TrailAnswer } from './picture.ts';

/**
 * The cards that stand beside a node in what is drawn: joined to it by an edge,
 * or by a citation between the two.
 */
export function besideOf(
  id: string,
  { nodes, edges }: Pick<TrailAnswer, 'nodes' | 'edges'>,
): readonly string[] {
  const beads = new Set(nodes.filter((node) => node.kind === 'CITATION').map((node) => node.id));
  const beside = new Set<string>();
  const joints = new Set<string>();
  const meet = (other: string): void => void (beads.has(other) ? joints : beside).add(other);
  for (const { source, target, for: relayed } of edges) {
    if (source === id) meet(target);
    if (target === id) meet(source);
    if (relayed === id) beside.add(source);
    if (source === id && relayed !== null) beside.add(relayed);
  }
  for (const { source, target } of edges) {
    if (joints.has(source)) beside.add(target);
    if (joints.has(target)) beside.add(source);
  }
  return [...beside].filter((other) => other !== id && !beads.has(other)).toSorted();
}

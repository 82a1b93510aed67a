import type { CitationGraph } from './citation-graph.ts';
import type { Partition } from './partition.ts';

/** A work that its cluster builds on. */
export interface Anchor {
  readonly study: number;
  /** How many studies of its cluster cite it. */
  readonly citationsInside: number;
}

/** By study: how many studies of its own cluster cite it. */
export function citationsInside(
  { ids, citedBy }: CitationGraph,
  { communityOf }: Partition,
): Int32Array {
  return Int32Array.from(ids, (_, study) => {
    let inside = 0;
    const end = citedBy.starts[study + 1] ?? 0;
    for (let at = citedBy.starts[study] ?? 0; at < end; at += 1)
      if (communityOf[citedBy.values[at] ?? 0] === communityOf[study]) inside += 1;
    return inside;
  });
}

/**
 * The studies of a cluster that are cited most within it; then by who is cited most by
 * all, then by id.
 * @param inside see `citationsInside`.
 */
export function anchorsOf(
  studies: Int32Array,
  inside: Int32Array,
  { citedBy: { starts } }: CitationGraph,
  most: number,
): Anchor[] {
  const ofAll = (study: number): number => (starts[study + 1] ?? 0) - (starts[study] ?? 0);
  return Array.from(studies)
    .sort((a, b) => (inside[b] ?? 0) - (inside[a] ?? 0) || ofAll(b) - ofAll(a) || a - b)
    .slice(0, most)
    .map((study) => ({ study, citationsInside: inside[study] ?? 0 }));
}

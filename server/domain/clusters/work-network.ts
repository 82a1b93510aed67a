import { rowOf } from '../rows.ts';
import { anchorsOf, type Anchor } from './anchors.ts';
import type { CitationGraph } from './citation-graph.ts';

/** Works, and who of them cites whom. */
export interface WorkNetwork {
  /** Those that most of their own clusters cite first. */
  readonly works: readonly Anchor[];
  /** By the numbers of the ends, in the order of the works that cite. */
  readonly citations: readonly { readonly citing: number; readonly cited: number }[];
}

/**
 * The studies that their clusters build on most, and every citation among them: what
 * can be drawn of a body of work that is too large to be drawn whole.
 * @param inside see `citationsInside`.
 */
export function networkOf(
  studies: Int32Array,
  inside: Int32Array,
  graph: CitationGraph,
  most: number,
): WorkNetwork {
  const works = anchorsOf(studies, inside, graph, most);
  const drawn = new Set(works.map(({ study }) => study));
  const citations = works.flatMap(({ study: citing }) =>
    Array.from(rowOf(graph.cites, citing))
      .filter((cited) => drawn.has(cited))
      .map((cited) => ({ citing, cited })),
  );
  return { works, citations };
}

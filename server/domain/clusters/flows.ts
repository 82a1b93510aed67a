import type { CitationGraph } from './citation-graph.ts';
import type { Partition } from './partition.ts';

/** How often the studies of one cluster cite those of another. */
export interface Flow {
  /** The number of the citing cluster. */
  readonly citing: number;
  /** The number of the cited cluster; the same for the citations within one. */
  readonly cited: number;
  readonly citations: number;
}

/** All flows that there are, the largest first, then by the numbers of their ends. Linear in citations. */
export function flowsBetween({ ids, cites }: CitationGraph, clusters: Partition): Flow[] {
  const { communityOf, count } = clusters;
  const counts = new Map<number, number>();
  for (let study = 0; study < ids.length; study += 1) {
    const citing = (communityOf[study] ?? 0) * count;
    for (let at = cites.starts[study] ?? 0; at < (cites.starts[study + 1] ?? 0); at += 1) {
      const pair = citing + (communityOf[cites.values[at] ?? 0] ?? 0);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([pair, citations]) => ({
      citing: Math.floor(pair / count),
      cited: pair % count,
      citations,
    }))
    .sort((a, b) => b.citations - a.citations || a.citing - b.citing || a.cited - b.cited);
}

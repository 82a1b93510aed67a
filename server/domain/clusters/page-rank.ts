import type { Budget } from '../budget.ts';
import type { CitationGraph } from './citation-graph.ts';

/** How likely a reader follows a citation rather than begins anew. */
const DAMPING = 0.85;

/** It is done when the sum of all changes of a round is below this. */
const TOLERANCE = 1e-10;

/**
 * By study: where a reader is found who goes from each study to one that it cites,
 * any as likely, and now and then, and wherever nothing is cited, to any study of the
 * graph. The shares sum to 1; each is exact to about the tolerance, 10⁻¹⁰ in the sum of
 * all. A round shrinks what is wrong by the damping at least, so there are fewer than
 * 160 of them, and each is linear.
 *
 * S. Brin, L. Page, “The anatomy of a large-scale hypertextual web search engine”,
 * Computer Networks and ISDN Systems 30 (1998), 107–117; damping 0.85.
 * @throws TOO_COSTLY when the budget is spent.
 */
export function pageRank({ ids, cites, citedBy }: CitationGraph, budget: Budget): Float64Array {
  const count = ids.length;
  const outward = Float64Array.from(
    { length: count },
    (_, study) => (cites.starts[study + 1] ?? 0) - (cites.starts[study] ?? 0),
  );
  let ranks = new Float64Array(count).fill(1 / count);
  let next = new Float64Array(count);
  let change = count === 0 ? 0 : 1;
  while (change >= TOLERANCE) {
    budget.spend(count + citedBy.values.length);
    let dangling = 0;
    for (let study = 0; study < count; study += 1)
      if (outward[study] === 0) dangling += ranks[study] ?? 0;
    const everywhere = (1 - DAMPING + DAMPING * dangling) / count;
    change = 0;
    for (let study = 0; study < count; study += 1) {
      let inflow = 0;
      const end = citedBy.starts[study + 1] ?? 0;
      for (let at = citedBy.starts[study] ?? 0; at < end; at += 1) {
        const citing = citedBy.values[at] ?? 0;
        inflow += (ranks[citing] ?? 0) / (outward[citing] ?? 1);
      }
      const rank = everywhere + DAMPING * inflow;
      change += Math.abs(rank - (ranks[study] ?? 0));
      next[study] = rank;
    }
    [ranks, next] = [next, ranks];
  }
  return ranks;
}

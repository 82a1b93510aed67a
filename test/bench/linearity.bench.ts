import { bench, describe } from 'vitest';
import { buildEvidenceGraph, type ClaimNode } from '../../server/domain/evidence-graph.ts';
import { computeStandings } from '../../server/domain/standing.ts';
import { layOutSupport, type Support } from '../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../server/domain/withdrawal.ts';
import { largeEvidence } from '../support/large-evidence.ts';

/** What a standing pass reads of a graph, without the graph: ten of them fit into memory. */
function arraysOf(citations: number, seed: number): Support {
  const support = layOutSupport(buildEvidenceGraph(largeEvidence(citations, seed)));
  const claims = Array.from<ClaimNode>({ length: support.claims.length });
  return { ...support, claims, studies: [], members: [] };
}

/**
 * Ten graphs against one that is ten times as large: the same work, so that what is
 * compared is neither how well a small graph sits in the processor's caches nor how
 * well the processor comes to know its branches by heart.
 */
for (const citations of [10_000, 100_000])
  describe(`the standing of all claims, ten graphs of ${citations} citations and one of ten times as many (the one takes at most 1.2 times as long)`, () => {
    const ten = Array.from({ length: 10 }, (_, seed) => arraysOf(citations, seed));
    const one = arraysOf(citations * 10, 7);
    bench(
      'ten graphs',
      () => {
        for (const support of ten) computeStandings(support, AS_IT_STANDS);
      },
      { time: 4000, warmupTime: 500 },
    );
    bench(
      'one graph',
      () => {
        computeStandings(one, AS_IT_STANDS);
      },
      { time: 4000, warmupTime: 500 },
    );
    bench(
      'one of the ten, again and again',
      () => {
        const [first = one] = ten;
        computeStandings(first, AS_IT_STANDS);
      },
      { time: 4000, warmupTime: 500 },
    );
  });

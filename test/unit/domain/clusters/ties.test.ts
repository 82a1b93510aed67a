import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../server/domain/budget.ts';
import { betweennessOf } from '../../../../server/domain/clusters/betweenness.ts';
import { participationOf } from '../../../../server/domain/clusters/bridges.ts';
import type { CitationGraph } from '../../../../server/domain/clusters/citation-graph.ts';
import type { Normalisation } from '../../../../server/domain/clusters/co-occurrence.ts';
import type { Network } from '../../../../server/domain/clusters/network.ts';
import { tieStudies, type BasisOptions } from '../../../../server/domain/clusters/tied-studies.ts';
import { citationGraph, network, partition } from '../../../support/clusters.ts';

/** Each tie once, as “a-b”, with its weight. */
function tiesOf(
  { ids }: CitationGraph,
  { offsets, targets, weights }: Network,
): Record<string, number> {
  return Object.fromEntries(
    ids.flatMap((id, node) =>
      Array.from(targets.subarray(offsets[node], offsets[node + 1]), (other, at) => {
        const weight = weights[(offsets[node] ?? 0) + at] ?? 0;
        return [`${id}-${ids[other]}`, Math.round(weight * 1e6) / 1e6] as const;
      }).filter(([tie]) => tie.slice(0, tie.indexOf('-')) < tie.slice(tie.indexOf('-') + 1)),
    ),
  );
}

function tied(text: string, options: Omit<BasisOptions, 'seed'>) {
  const graph = citationGraph(text);
  const { network: ties, leftOut } = tieStudies(graph, { ...options });
  return { ties: tiesOf(graph, ties), leftOut };
}

/** x cites a, b and c; y cites a and b; z cites c alone. */
const THREE = 'x>a x>b x>c y>a y>b z>c';

describe('Studies are tied', () => {
  test('by who cites whom, however often and in whichever direction', () => {
    const { ties } = tied('a>b a>b b>a a>a c>b', { basis: 'DIRECT' });
    expect(ties).toEqual({ 'a-b': 1, 'b-c': 1 });
  });

  test('by who cites both, each citing study shared out among its pairs', () => {
    const pairs = { normalisation: 'NONE' } as const;
    expect(tied(THREE, { basis: 'CO_CITATION', pairs }).ties).toEqual({
      'a-b': 1.5,
      'a-c': 0.5,
      'b-c': 0.5,
    });
  });

  test('by what both cite', () => {
    const pairs = { counting: 'FULL', normalisation: 'NONE' } as const;
    expect(tied(THREE, { basis: 'COUPLING', pairs }).ties).toEqual({ 'x-y': 2, 'x-z': 1 });
  });

  // a is cited twice, b twice, c twice; a and b together twice, by two of the three that cite at all.
  test.each<[Normalisation, number, number]>([
    ['ASSOCIATION_STRENGTH', (2 * 3) / (2 * 2), 3 / (2 * 2)],
    ['COSINE', 1, 1 / 2],
    ['JACCARD', 1, 1 / 3],
  ])('as the field sets counts against how often each occurs: %s', (normalisation, ab, ac) => {
    const pairs = { counting: 'FULL', normalisation } as const;
    const { ties } = tied('x>a x>b x>c y>a y>b z>c', { basis: 'CO_CITATION', pairs });
    expect(ties['a-b']).toBeCloseTo(ab, 5);
    expect(ties['a-c']).toBeCloseTo(ac, 5);
  });
});

describe('What has too many pairs is left out', () => {
  const review = 'r>a r>b r>c r>d';

  test('from the largest down, and counted', () => {
    const { ties, leftOut } = tied(`${review} x>a x>b y>b y>c`, {
      basis: 'CO_CITATION',
      pairs: { mostPairs: 2, counting: 'FULL', normalisation: 'JACCARD' },
    });
    expect(leftOut).toEqual({ occasions: 1, pairs: 6, mostMembers: 2 });
    // Without the review b is cited twice, a and c once each.
    expect(ties).toEqual({ 'a-b': 0.5, 'b-c': 0.5 });
  });

  test('with all others of its size, so that none is preferred', () => {
    const { ties, leftOut } = tied('x>a x>b y>c y>d', {
      basis: 'CO_CITATION',
      pairs: { mostPairs: 1 },
    });
    expect(leftOut).toEqual({ occasions: 2, pairs: 2, mostMembers: 0 });
    expect(ties).toEqual({});
  });

  test('and nothing is where all fit', () => {
    expect(tied(review, { basis: 'CO_CITATION' }).leftOut).toEqual({
      occasions: 0,
      pairs: 0,
      mostMembers: 4,
    });
  });
});

describe('Between clusters', () => {
  /** Two triangles with a node between them. */
  const bow = network(7, '0-1 0-2 1-2 2-3 3-4 4-5 4-6 5-6');
  const clusters = partition(0, 0, 0, 0, 1, 1, 1);

  test('a node takes part as evenly as its links are spread', () => {
    const found = participationOf(bow, clusters);
    expect([found[0], found[2], found[5]]).toEqual([0, 0, 0]);
    expect(found[3]).toBe(0.5);
    expect(found[4]).toBeCloseTo(1 - 4 / 9 - 1 / 9, 12);
    expect(participationOf(network(1, ''), partition(0))).toEqual(Float64Array.of(0));
  });

  test('a node lies on as many shortest paths as are counted, all of them from all pivots', () => {
    const found = betweennessOf(bow, { pivots: 7, seed: 1 }, new Budget());
    expect(Array.from(found)).toEqual([0, 0, 8, 9, 8, 0, 0]);
    expect(betweennessOf(bow, { pivots: 7, seed: 2 }, new Budget())).toEqual(found);
    expect(betweennessOf(bow, { pivots: 0, seed: 1 }, new Budget())).toEqual(new Float64Array(7));
  });
});

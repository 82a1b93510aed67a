import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../server/domain/budget.ts';
import { betweennessOf } from '../../../server/domain/clusters/betweenness.ts';
import { participationOf } from '../../../server/domain/clusters/bridges.ts';
import { citationGraphOf } from '../../../server/domain/clusters/citation-graph.ts';
import { findCommunities } from '../../../server/domain/clusters/leiden.ts';
import { mainPathOf } from '../../../server/domain/clusters/main-path.ts';
import type { Links } from '../../../server/domain/clusters/network.ts';
import { pageRank } from '../../../server/domain/clusters/page-rank.ts';
import { constantPottsOf, modularityOf } from '../../../server/domain/clusters/quality.ts';
import { tieStudies } from '../../../server/domain/clusters/tied-studies.ts';
import { rowOf } from '../../../server/domain/rows.ts';
import { citationCorpus } from '../../support/citation-corpus.ts';
import { groupsOf, isEachConnected, linked, stepsTaken } from '../../support/clusters.ts';
import {
  allPartitions,
  allWays,
  citesMatrix,
  matrixOf,
  naiveBetweenness,
  naiveConstantPotts,
  naiveCoOccurrence,
  naiveModularity,
  naivePageRank,
  sum,
  waysThrough,
} from '../../support/naive-clusters.ts';

const PARTITIONS = Array.from({ length: 8 }, (_, nodes) => allPartitions(nodes));

interface RandomLinks {
  readonly count: number;
  readonly links: Required<Links>;
}

/** Up to so many nodes and any links between them, loops and parallel ones too, weights in quarters. */
function randomLinks(most: number): fc.Arbitrary<RandomLinks> {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const node = fc.integer({ min: 0, max: count - 1 });
    const weight = fc.integer({ min: 1, max: 8 }).map((quarters) => quarters / 4);
    return fc.array(fc.tuple(node, node, weight), { maxLength: 3 * count }).map((all) => ({
      count,
      links: {
        from: all.map(([from]) => from),
        to: all.map(([, to]) => to),
        weights: all.map(([, , each]) => each),
      },
    }));
  });
}

function randomCitations(most: number) {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const id = fc.integer({ min: 0, max: count - 1 }).map((number) => `s${number}`);
    const studies = Array.from({ length: count }, (_, number) => ({ id: `s${number}` }));
    return fc
      .array(fc.record({ citing: id, cited: id }), { maxLength: 3 * count })
      .map((citations) => citationGraphOf(studies, citations));
  });
}

const SEED = fc.integer({ min: 0, max: 1000 });
const RESOLUTION = fc.constantFrom(0.3, 0.7, 1, 2);

describe('A network', () => {
  test('has each pair once, with the sum of its weights, and no loop', () => {
    fc.assert(
      fc.property(randomLinks(8), ({ count, links }) => {
        const weight = (i: number, j: number): number =>
          sum(
            Array.from(links.weights).filter((_, at) => {
              const [a, b] = [links.from[at], links.to[at]];
              return i !== j && ((a === i && b === j) || (a === j && b === i));
            }),
          );
        const nodes = Array.from({ length: count }, (_, node) => node);
        const network = linked(count, links);
        expect(matrixOf(network)).toEqual(nodes.map((i) => nodes.map((j) => weight(i, j))));
        for (const node of nodes) {
          const row = network.targets.subarray(network.offsets[node], network.offsets[node + 1]);
          expect(row).toEqual(row.toSorted());
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('Communities', () => {
  test('are worth what the definitions say', () => {
    fc.assert(
      fc.property(randomLinks(7), fc.nat(), RESOLUTION, ({ count, links }, at, resolution) => {
        const network = linked(count, links);
        const matrix = matrixOf(network);
        const all = PARTITIONS[count] ?? [];
        const each = all[at % all.length] ?? { communityOf: new Int32Array(0), count: 0 };
        expect(constantPottsOf(network, each, resolution)).toBeCloseTo(
          naiveConstantPotts(matrix, each, resolution),
          9,
        );
        expect(modularityOf(network, each, resolution) ?? 0).toBeCloseTo(
          network.targets.length === 0 ? 0 : naiveModularity(matrix, each, resolution),
          9,
        );
      }),
      { numRuns: 1000 },
    );
  });

  for (const quality of ['MODULARITY', 'CPM'] as const)
    test(`are the best of all by ${quality} on nearly every small network, from the best of ten seeds, and never far from it`, () => {
      let [networks, best] = [0, 0];
      fc.assert(
        fc.property(randomLinks(7), RESOLUTION, ({ count, links }, resolution) => {
          const network = linked(count, links);
          const worth = (each: (typeof PARTITIONS)[number][number]): number =>
            quality === 'CPM'
              ? constantPottsOf(network, each, resolution)
              : (modularityOf(network, each, resolution) ?? 0);
          const optimum = Math.max(...(PARTITIONS[count] ?? []).map(worth));
          const found = Array.from({ length: 10 }, (_, seed) =>
            worth(findCommunities(network, { quality, resolution, seed, iterations: Infinity })),
          );
          const reached = Math.max(...found);
          expect(reached).toBeLessThanOrEqual(optimum + 1e-9);
          expect(reached).toBeGreaterThan(optimum - 0.2 * Math.abs(optimum) - 1e-9);
          networks += 1;
          if (reached > optimum - 1e-9) best += 1;
        }),
        { numRuns: 400 },
      );
      expect(best / networks).toBeGreaterThan(0.98);
    });

  test('are connected, gain nothing by one node that moves, nor by two that become one', () => {
    fc.assert(
      fc.property(
        randomLinks(14),
        fc.constantFrom('MODULARITY' as const, 'CPM' as const),
        RESOLUTION,
        SEED,
        ({ count, links }, quality, resolution, seed) => {
          const network = linked(count, links);
          const found = findCommunities(network, {
            quality,
            resolution,
            seed,
            iterations: Infinity,
          });
          expect(isEachConnected(network, found)).toBe(true);
          const worth = (communityOf: Int32Array): number =>
            quality === 'CPM'
              ? constantPottsOf(network, { communityOf, count: count + 1 }, resolution)
              : (modularityOf(network, { communityOf, count: count + 1 }, resolution) ?? 0);
          const most = worth(found.communityOf) + 1e-9;
          const communities = Array.from({ length: found.count }, (_, community) => community);
          for (const community of communities)
            for (const other of communities)
              expect(
                worth(found.communityOf.map((each) => (each === other ? community : each))),
              ).toBeLessThanOrEqual(most);
          for (const community of [...communities, found.count])
            for (let node = 0; node < count; node += 1)
              expect(worth(found.communityOf.with(node, community))).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('are the same whatever the order of the links', () => {
    fc.assert(
      fc.property(
        randomLinks(30).chain(({ count, links }) =>
          fc
            .shuffledSubarray([...Array.from(links.from).keys()], { minLength: links.from.length })
            .map((order) => ({ count, links, order })),
        ),
        SEED,
        fc.constantFrom(0, 0.2),
        ({ count, links, order }, seed, randomness) => {
          const at = (values: ArrayLike<number>) => order.map((link) => (values[link] ?? 0) / 3);
          const options = { quality: 'MODULARITY', resolution: 1, seed, randomness } as const;
          const thirds = { ...links, weights: Array.from(links.weights, (weight) => weight / 3) };
          const other = {
            from: order.map((link) => links.to[link] ?? 0),
            to: order.map((link) => links.from[link] ?? 0),
            weights: at(links.weights),
          };
          expect(linked(count, other)).toEqual(linked(count, thirds));
          expect(groupsOf(findCommunities(linked(count, other), options))).toEqual(
            groupsOf(findCommunities(linked(count, thirds), options)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('The search takes as many steps for each tie, however many there are', () => {
  const [small = 0, large = 0] = [10_000, 200_000].map((citations) => {
    const { network } = tieStudies(citationCorpus(citations), {
      basis: 'DIRECT',
    });
    const options = { quality: 'MODULARITY', resolution: 1, seed: 1 } as const;
    const steps = stepsTaken((look) => findCommunities(network, options, look));
    return (2 * steps) / network.targets.length;
  });
  expect(small).toBeGreaterThan(10);
  expect(large).toBeLessThan(1.2 * small);
});

describe('What lies between', () => {
  test('betweenness is that of all shortest paths, one by one, where every node is a pivot', () => {
    fc.assert(
      fc.property(randomLinks(8), SEED, ({ count, links }, seed) => {
        const network = linked(count, links);
        const found = betweennessOf(network, { pivots: count, seed }, new Budget());
        const naive = naiveBetweenness(matrixOf(network));
        for (const [node, each] of naive.entries()) expect(found[node]).toBeCloseTo(each, 9);
      }),
      { numRuns: 500 },
    );
  });

  test('betweenness from single pivots is right on average', () => {
    fc.assert(
      fc.property(randomLinks(8), ({ count, links }) => {
        const network = linked(count, links);
        const exact = betweennessOf(network, { pivots: count, seed: 0 }, new Budget());
        const seeds = 600;
        const mean = new Float64Array(count);
        for (let seed = 0; seed < seeds; seed += 1) {
          const found = betweennessOf(network, { pivots: 1, seed }, new Budget());
          for (let node = 0; node < count; node += 1)
            mean[node] = (mean[node] ?? 0) + (found[node] ?? 0) / seeds;
        }
        for (let node = 0; node < count; node += 1)
          expect(Math.abs((mean[node] ?? 0) - (exact[node] ?? 0))).toBeLessThan(4);
      }),
      { numRuns: 20 },
    );
  });

  test('participation is what the definition says', () => {
    fc.assert(
      fc.property(randomLinks(7), fc.nat(), ({ count, links }, at) => {
        const network = linked(count, links);
        const all = PARTITIONS[count] ?? [];
        const each = all[at % all.length] ?? { communityOf: new Int32Array(0), count: 0 };
        const found = participationOf(network, each);
        for (const [node, row] of matrixOf(network).entries()) {
          const squares = Array.from({ length: each.count }, (_, community) => {
            const inside = row.filter((_weight, other) => each.communityOf[other] === community);
            return (sum(inside) / sum(row)) ** 2;
          });
          expect(found[node]).toBeCloseTo(sum(row) === 0 ? 0 : 1 - sum(squares), 9);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('Measures of citation graphs', () => {
  test('pairs are counted as the definitions say', () => {
    fc.assert(
      fc.property(
        randomCitations(8),
        fc.constantFrom('CO_CITATION' as const, 'COUPLING' as const),
        fc.constantFrom('FULL' as const, 'FRACTIONAL' as const),
        fc.constantFrom(
          'NONE' as const,
          'ASSOCIATION_STRENGTH' as const,
          'COSINE' as const,
          'JACCARD' as const,
        ),
        fc.constantFrom(5, 1000),
        (graph, basis, counting, normalisation, mostPairs) => {
          const pairs = { counting, normalisation, mostPairs };
          const { network, leftOut } = tieStudies(graph, { basis, pairs });
          const rows = basis === 'CO_CITATION' ? graph.cites : graph.citedBy;
          const occasions = graph.ids.map((_, study) => Array.from(rowOf(rows, study)));
          const counted = occasions.filter(({ length }) => length <= leftOut.mostMembers);
          expect(leftOut.occasions).toBe(occasions.length - counted.length);
          const naive = naiveCoOccurrence(counted, graph.ids.length, pairs);
          for (const [i, row] of matrixOf(network).entries())
            for (const [j, weight] of row.entries())
              expect(weight).toBeCloseTo(naive[i]?.[j] ?? 0, 9);
          const pairsOf = sum(counted.map(({ length }) => (length * (length - 1)) / 2));
          expect(pairsOf).toBeLessThanOrEqual(mostPairs);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('PageRank is what a thousand rounds of the definition come to', () => {
    fc.assert(
      fc.property(randomCitations(8), (graph) => {
        const found = pageRank(graph, new Budget());
        const naive = naivePageRank(citesMatrix(graph));
        for (const [study, rank] of naive.entries()) expect(found[study]).toBeCloseTo(rank, 8);
        expect(sum(Array.from(found))).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('the main path is one with the largest sum of all ways, walked one by one', () => {
    fc.assert(
      fc.property(randomCitations(8), (graph) => {
        const ways = allWays(citesMatrix(graph));
        const weightsOf = (way: readonly string[]): number[] =>
          way.slice(1).map((citing, at) => waysThrough(ways, way[at] ?? '', citing));
        const found = mainPathOf(graph, new Budget());
        const way = found.map(({ studies }) => studies.join('+'));
        const weights = found.slice(0, -1).map(({ weight }) => Number(weight));
        expect(weights).toEqual(weightsOf(way));
        expect(ways.length === 0 || ways.some((each) => each.join() === way.join())).toBe(true);
        expect(sum(weights)).toBe(Math.max(0, ...ways.map((each) => sum(weightsOf(each)))));
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { layOutNetwork } from '../../../../server/domain/citation-network.ts';
import {
  citationGraphIn,
  type CitationGraph,
} from '../../../../server/domain/clusters/citation-graph.ts';
import { claimsOfClusters, originsOf } from '../../../../server/domain/clusters/cluster-claims.ts';
import { clusterStudies, type Clustering } from '../../../../server/domain/clusters/clustering.ts';
import { matchClusters } from '../../../../server/domain/clusters/matching.ts';
import { termsOf } from '../../../../server/domain/clusters/terms.ts';
import {
  betweennessIn,
  tieStudies,
  type ClusterBasis,
} from '../../../../server/domain/clusters/tied-studies.ts';
import { bridgesOf, type Bridge } from '../../../../server/domain/clusters/bridges.ts';
import { buildEvidenceGraph } from '../../../../server/domain/evidence-graph.ts';
import { computeStandings } from '../../../../server/domain/standing.ts';
import { layOutSupport } from '../../../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../../../server/domain/withdrawal.ts';
import { citationGraph } from '../../../support/clusters.ts';
import { citation, claim, evidenceDocument, study } from '../../../support/evidence.ts';

function clustered(
  graph: CitationGraph,
  options: { basis?: ClusterBasis; titles?: Readonly<Record<string, string>> } = {},
): Clustering {
  const ties = tieStudies(graph, { basis: options.basis ?? 'DIRECT' });
  const titles = graph.ids.map((id) => options.titles?.[id] ?? null);
  return clusterStudies(ties, termsOf(titles), { quality: 'MODULARITY', resolution: 1, seed: 1 });
}

function bridgesIn(graph: CitationGraph, basis: ClusterBasis = 'DIRECT'): readonly Bridge[] {
  const ties = tieStudies(graph, { basis });
  const { clusterOf, clusters } = clustered(graph, { basis });
  const partition = { communityOf: clusterOf, count: clusters.length };
  return bridgesOf(ties.network, partition, betweennessIn(ties), 50);
}

function idsOf({ clusters, graph }: Clustering): string[][] {
  return clusters.map(({ studies }) => Array.from(studies, (number) => graph.ids[number] ?? ''));
}

/** Four studies that cite each other around m1, three around a3, one bridge n, one alone. */
const SCHOOLS = `m2>m1 m3>m1 m3>m2 m4>m1 m4>m3 n>m1 n>m2 n>a3 a1>a3 a2>a3 a1>a2
  m1:1990 m2:1992 m3:1992 m4 a3:2001 z:2010`;

describe('A clustering', () => {
  const graph = citationGraph(SCHOOLS);
  const found = clustered(graph, {
    titles: { m2: 'Peer tutoring', m3: 'Peer tutoring again', a1: 'School federations' },
  });

  test('has the largest cluster first, and what is tied to nothing by itself', () => {
    expect(idsOf(found)).toEqual([['m1', 'm2', 'm3', 'm4', 'n'], ['a1', 'a2', 'a3'], ['z']]);
    expect(found.ties).toBe(11);
    expect(Array.from(found.clusterOf)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 2]);
  });

  test('orders clusters of one size by the smallest id', () => {
    expect(idsOf(clustered(citationGraph('d>c b>a')))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('names each after the study that is cited most within it', () => {
    expect(found.clusters.map(({ id }) => id)).toEqual(['m1', 'a3', 'z']);
    expect(found.clusters[0]?.anchors.slice(0, 2)).toEqual([
      { study: graph.numbers.get('m1'), citationsInside: 4 },
      { study: graph.numbers.get('m2'), citationsInside: 2 },
    ]);
  });

  test('labels each by its titles', () => {
    const labels = found.clusters.map(({ label }) => label.map(({ text }) => text));
    expect(labels).toEqual([['Peer tutoring'], ['School federations'], []]);
  });

  test('says when each lived, and of how many that is not known', () => {
    expect(found.clusters[0]?.tempo).toEqual({
      firstYear: 1990,
      lastYear: 1992,
      years: [
        { year: 1990, studies: 1 },
        { year: 1992, studies: 2 },
      ],
      unknown: 2,
    });
    expect(clustered(citationGraph('a>b')).clusters[0]?.tempo).toEqual({
      firstYear: null,
      lastYear: null,
      years: [],
      unknown: 2,
    });
  });

  test('counts the citations within clusters and from one to another', () => {
    expect(found.flows).toEqual([
      { citing: 0, cited: 0, citations: 7 },
      { citing: 1, cited: 1, citations: 3 },
      { citing: 0, cited: 1, citations: 1 },
    ]);
  });

  test('names the works that tie clusters together, with their ties', () => {
    const [first, second, ...rest] = bridgesIn(graph);
    expect(graph.ids[first?.study ?? 0]).toBe('n');
    expect(first).toMatchObject({
      ties: [
        { cluster: 0, ties: 2 },
        { cluster: 1, ties: 1 },
      ],
    });
    expect(first?.participation).toBeCloseTo(4 / 9, 12);
    expect(graph.ids[second?.study ?? 0]).toBe('a3');
    expect(rest).toEqual([]);
  });
});

describe('Degenerate graphs have a clustering too', () => {
  test.each<[string, string, string[][]]>([
    ['no study', '', []],
    ['one study', 'a', [['a']]],
    ['no citation', 'a b', [['a'], ['b']]],
    ['a study that cites itself alone', 'a>a', [['a']]],
    ['all in one', 'a>b a>c b>c', [['a', 'b', 'c']]],
  ])('%s', (_name, text, expected) => {
    expect(idsOf(clustered(citationGraph(text)))).toEqual(expected);
    for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'] as const) {
      const found = clustered(citationGraph(text), { basis });
      expect(idsOf(found).flat().toSorted()).toEqual(expected.flat());
      expect(found.modularity === null).toBe(found.ties === 0);
      for (const { betweenness, participation } of bridgesIn(citationGraph(text), basis))
        expect([betweenness, participation].every(Number.isFinite)).toBe(true);
    }
  });
});

describe('Of evidence', () => {
  const item = (id: string, rest: object) => ({ id, ...rest });
  const document = evidenceDocument({
    studies: ['a1', 'a2', 'b1', 'b2', 'review'].map((id) => study(id)),
    citations: [
      citation('a1', 'a2'),
      citation('b1', 'b2'),
      citation('review', 'a1'),
      citation('review', 'a2'),
      citation('review', 'b2'),
    ],
    claims: [
      claim('works', {
        assertions: [{ id: 'w1', study: 'review', role: 'asserts' }],
        lines: [
          { stance: 'supports', items: [item('i1', { citation: 'review>a1', for: 'held' })] },
          { stance: 'supports', items: [item('i2', { citation: 'review>b2' })] },
          { stance: 'contradicts', items: [item('i3', { study: 'b1' })] },
        ],
      }),
      claim('held', {
        assertions: [
          { id: 'h1', study: 'a1', role: 'asserts' },
          { id: 'h2', study: 'b1', role: 'reports' },
        ],
        lines: [{ stance: 'supports', items: [item('i4', { citation: 'a1>a2' })] }],
      }),
      claim('bare', {
        assertions: [{ id: 'b1a', study: 'b2', role: 'asserts', basis: 'argument' }],
      }),
    ],
  });
  const evidence = buildEvidenceGraph(document);
  const standings = computeStandings(layOutSupport(evidence), AS_IT_STANDS);
  const found = clustered(citationGraphIn(layOutNetwork(evidence)));

  test('each cluster carries the claims that its studies assert, and those that rest on them', () => {
    expect(idsOf(found)).toEqual([
      ['a1', 'a2', 'review'],
      ['b1', 'b2'],
    ]);
    const carried = claimsOfClusters(found, evidence, standings).map(({ asserted, rested }) => ({
      asserted: asserted.claims.map(({ claim: { id } }) => id),
      rested: rested.claims.map(({ claim: { id } }) => id),
    }));
    expect(carried).toEqual([
      { asserted: ['held', 'works'], rested: ['held', 'works'] },
      { asserted: ['bare'], rested: ['works'] },
    ]);
  });

  test('they are counted by how they stand', () => {
    const [, other] = claimsOfClusters(found, evidence, standings);
    expect(other?.rested.standings).toEqual({
      GROUNDED: 1,
      UNRESOLVED: 0,
      UNGROUNDED: 0,
      UNSUPPORTED: 0,
    });
    expect(other?.asserted.standings.UNGROUNDED).toBe(1);
  });

  test('a claim’s evidence comes from the clusters of what supports it, down to the ends', () => {
    const works = evidence.claims.get('works');
    const origins = works === undefined ? null : originsOf(works, found);
    expect(
      origins?.clusters.map(({ cluster, studies }) => [cluster, studies.map((at) => at.study.id)]),
    ).toEqual([
      [0, ['a1', 'a2']],
      [1, ['b2']],
    ]);
    expect(origins?.outside).toEqual([]);
  });

  test('what no cluster has is named apart', () => {
    const works = evidence.claims.get('works');
    const part = clustered(citationGraphIn(layOutNetwork(evidence, { studies: [] })));
    const origins = works === undefined ? null : originsOf(works, part);
    expect(origins?.clusters).toEqual([]);
    expect(origins?.outside.map(({ study: { id } }) => id)).toEqual(['a1', 'a2', 'b2']);
  });
});

describe('Clusters are matched to those of another clustering', () => {
  test('by the largest share of studies in common, each once', () => {
    const before = [['a', 'b', 'c', 'd'], ['e', 'f'], ['g']];
    const after = [['a', 'b'], ['c', 'd', 'e', 'f'], ['x']];
    // e and f are half of the one that they went into; a and b are half of the first.
    expect(matchClusters(before, after)).toEqual([0, 1, null]);
    expect(matchClusters(after, before)).toEqual([0, 1, null]);
  });

  test('and the same clusters to themselves, in whatever order they stand', () => {
    expect(matchClusters([['a'], ['b', 'c']], [['c', 'b'], ['a']])).toEqual([1, 0]);
    expect(matchClusters([], [['a']])).toEqual([null]);
  });
});

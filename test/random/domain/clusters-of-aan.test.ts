import { describe, expect, test } from 'vitest';
import { citationGraphOf } from '../../../server/domain/clusters/citation-graph.ts';
import { clusterStudies } from '../../../server/domain/clusters/clustering.ts';
import { findCommunities } from '../../../server/domain/clusters/leiden.ts';
import { modularityOf } from '../../../server/domain/clusters/quality.ts';
import { randomNumbers, shuffled } from '../../../server/domain/clusters/random.ts';
import { termsOf } from '../../../server/domain/clusters/terms.ts';
import { bridgesOf } from '../../../server/domain/clusters/bridges.ts';
import { betweennessIn, tieStudies } from '../../../server/domain/clusters/tied-studies.ts';
import { aanNetwork, hasAan } from '../../support/aan.ts';
import { isEachConnected } from '../../support/clusters.ts';

const usual = { quality: 'MODULARITY', resolution: 1 } as const;

const aan = aanNetwork();

/** The network of AAN, its records in another order for each seed; as they come for none. */
function graph(order?: number) {
  const { studies, citations } = aan;
  const reordered = <Each>(all: readonly Each[]): Each[] =>
    order === undefined
      ? [...all]
      : Array.from(shuffled(all.length, randomNumbers(order))).flatMap((at) => all[at] ?? []);
  return citationGraphOf(reordered(studies), reordered(citations));
}

function network(order?: number) {
  return tieStudies(graph(order), { basis: 'DIRECT' }).network;
}

describe.skipIf(!hasAan)('On the citation network of AAN', () => {
  test('there are 16,587 studies and 94,544 ties', () => {
    const { offsets, targets } = network();
    expect(offsets.length - 1).toBe(16_587);
    expect(targets.length / 2).toBe(94_544);
  });

  test('the median modularity of ten seeds is 0.655 or more, and every community is connected', () => {
    const within = network();
    const reached = Array.from({ length: 10 }, (_, seed) => {
      const found = findCommunities(within, { ...usual, seed });
      expect(isEachConnected(within, found)).toBe(true);
      return modularityOf(within, found) ?? 0;
    });
    const [, , , , fifth = 0, sixth = 0] = reached.toSorted();
    expect((fifth + sixth) / 2).toBeGreaterThanOrEqual(0.655);
  });

  test('communities are the same whatever the order of the records', () => {
    const { communityOf } = findCommunities(network(), { ...usual, seed: 1 });
    for (const order of [1, 2])
      expect(findCommunities(network(order), { ...usual, seed: 1 }).communityOf).toEqual(
        communityOf,
      );
  });

  test('the largest clusters say what they are about, and when', () => {
    const studies = graph();
    const titles = termsOf(studies.ids.map((id) => aan.titles.get(id) ?? null));
    for (const basis of ['DIRECT', 'CO_CITATION', 'COUPLING'] as const) {
      const ties = tieStudies(studies, { basis });
      const { clusters } = clusterStudies(ties, titles, { ...usual, seed: 1 });
      const labels = clusters.map(({ label }) => label.map(({ text }) => text.toLowerCase()));
      for (const topic of ['machine translation', 'word sense disambiguation', 'sentiment'])
        expect(labels.flat().some((text) => text.includes(topic))).toBe(true);
      for (const { label, tempo } of clusters.slice(0, 10)) {
        expect(label.length).toBe(3);
        expect(tempo.firstYear).toBeGreaterThanOrEqual(1965);
        expect(tempo.lastYear).toBe(2011);
      }
    }
  });

  test('the corpus that all of the field trains on is what ties most of it together', () => {
    const studies = graph();
    const ties = tieStudies(studies, { basis: 'DIRECT' });
    const untitled = termsOf(studies.ids.map(() => null));
    const { clusterOf, clusters } = clusterStudies(ties, untitled, { ...usual, seed: 1 });
    const partition = { communityOf: clusterOf, count: clusters.length };
    const [first] = bridgesOf(ties.network, partition, betweennessIn(ties), 1);
    expect(aan.titles.get(studies.ids[first?.study ?? 0] ?? '')).toMatch(/Penn Treebank/u);
  });
});

import { describe, expect, test } from 'vitest';
import { citationGraphOf } from '../../../server/domain/clusters/citation-graph.ts';
import { findCommunities } from '../../../server/domain/clusters/leiden.ts';
import { modularityOf } from '../../../server/domain/clusters/quality.ts';
import { randomNumbers, shuffled } from '../../../server/domain/clusters/random.ts';
import { tieStudies } from '../../../server/domain/clusters/tied-studies.ts';
import { aanNetwork, hasAan } from '../../support/aan.ts';
import { isEachConnected } from '../../support/clusters.ts';

const usual = { quality: 'MODULARITY', resolution: 1 } as const;

const aan = hasAan ? aanNetwork() : { studies: [], citations: [] };

/** The network of AAN, its records in another order for each seed; as they come for none. */
function network(order?: number) {
  const { studies, citations } = aan;
  const reordered = <Each>(all: readonly Each[]): Each[] =>
    order === undefined
      ? [...all]
      : Array.from(shuffled(all.length, randomNumbers(order))).flatMap((at) => all[at] ?? []);
  const graph = citationGraphOf(reordered(studies), reordered(citations));
  return tieStudies(graph, { basis: 'DIRECT', pivots: 0, seed: 1 }).network;
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
});

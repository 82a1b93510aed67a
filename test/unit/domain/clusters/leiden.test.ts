import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../server/domain/budget.ts';
import { connectedParts } from '../../../../server/domain/clusters/connected-parts.ts';
import { findCommunities } from '../../../../server/domain/clusters/leiden.ts';
import { constantPottsOf, modularityOf } from '../../../../server/domain/clusters/quality.ts';
import { randomNumbers, shuffled } from '../../../../server/domain/clusters/random.ts';
import {
  groupsOf,
  isEachConnected,
  linked,
  network,
  normalisedMutualInformation,
  partition,
  plantedPartition,
} from '../../../support/clusters.ts';
import { KARATE_CLUB, LES_MISERABLES } from '../../../support/published-networks.ts';

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);
const usual = { quality: 'MODULARITY', resolution: 1, seed: 1 } as const;

/** So many cliques of a size, each with one link to the next. */
function ringOfCliques(cliques: number, size: number) {
  const links = Array.from({ length: cliques }, (_, clique) => {
    const first = clique * size;
    const inside = Array.from({ length: size }, (_each, a) =>
      Array.from({ length: a }, (_other, b) => `${first + a}-${first + b}`),
    ).flat();
    return [...inside, `${first}-${(first + size + 1) % (cliques * size)}`];
  });
  return network(cliques * size, links.flat().join(' '));
}

describe('Networks whose best modularity is proven reach it', () => {
  const { from, to } = LES_MISERABLES.links;
  test.each([
    { ...KARATE_CLUB, best: 0.4197896, communities: 4 },
    { ...LES_MISERABLES, best: 0.566688, communities: 6 },
    {
      ...LES_MISERABLES,
      name: 'Les Misérables, unweighted',
      links: { from, to },
      best: 0.560008,
      communities: 6,
    },
  ])('$name: $best in $communities communities', ({ nodes, links, best, communities }) => {
    const within = linked(nodes, links);
    const found = SEEDS.map((seed) => findCommunities(within, { ...usual, seed }));
    const reached = found.map((each) => modularityOf(within, each) ?? 0);
    expect(Math.max(...reached)).toBeCloseTo(best, 6);
    // From hardly any seed is it missed, and by no more than a node in the wrong place.
    expect(reached.filter((each) => best - each < 1e-6).length).toBeGreaterThanOrEqual(9);
    expect(Math.min(...reached)).toBeGreaterThan(best - 0.001);
    expect(found[reached.indexOf(Math.max(...reached))]?.count).toBe(communities);
  });
});

describe('A ring of thirty cliques of five', () => {
  const ring = ringOfCliques(30, 5);

  const inGroupsOf = (nodes: number) =>
    partition(...Array.from({ length: 150 }, (_, node) => Math.floor(node / nodes)));

  test('is better told in pairs of cliques by modularity, which cannot tell what is that small', () => {
    const cliques = modularityOf(ring, inGroupsOf(5)) ?? 0;
    const pairs = modularityOf(ring, inGroupsOf(10)) ?? 0;
    expect(cliques).toBeCloseTo(1 - 1 / 11 - 1 / 30, 12);
    expect(pairs).toBeCloseTo(1 - 1 / 22 - 1 / 15, 12);
    const found = findCommunities(ring, usual);
    expect(modularityOf(ring, found)).toBeGreaterThan(cliques);
    expect(found.count).toBeLessThan(20);
  });

  test('is told clique by clique at a higher resolution', () => {
    expect(findCommunities(ring, { ...usual, resolution: 3 }).count).toBe(30);
  });

  test('is told clique by clique by the constant Potts model, which has no such limit', () => {
    const found = findCommunities(ring, { ...usual, quality: 'CPM', resolution: 0.5 });
    expect(found.count).toBe(30);
    expect(constantPottsOf(ring, found, 0.5)).toBe(30 * (10 - 0.5 * 10));
  });
});

test('A planted partition is found where it can be detected', () => {
  for (const seed of SEEDS.slice(0, 4)) {
    const { planted, network: within } = plantedPartition(10, 40, {
      inside: 16,
      outside: 4,
      random: randomNumbers(seed),
    });
    const found = findCommunities(within, { ...usual, seed });
    expect(normalisedMutualInformation(planted, found)).toBeGreaterThanOrEqual(0.95);
  }
});

describe('The same links and seed give the same communities', () => {
  const { from, to, weights } = LES_MISERABLES.links;
  const reordered = (seed: number) => {
    const random = randomNumbers(seed);
    const order = Array.from(shuffled(from.length, random));
    const turned = order.map(() => random() < 0.5);
    const at = (values: ArrayLike<number>, link: number): number => values[link] ?? 0;
    return linked(77, {
      from: order.map((link, place) => at(turned[place] === true ? to : from, link)),
      to: order.map((link, place) => at(turned[place] === true ? from : to, link)),
      weights: order.map((link) => at(weights, link) / 3),
    });
  };

  test('in whatever order and direction the links come', () => {
    const communities = SEEDS.map(
      (order) => findCommunities(reordered(order), { ...usual, randomness: 0.05 }).communityOf,
    );
    for (const each of communities) expect(each).toEqual(communities[0]);
  });

  test('to the last bit of a sum of parallel links', () => {
    const thirds = [0.1, 0.2, 0.3, 1e16, 1, 1];
    const sums = SEEDS.map((seed) => {
      const order = shuffled(thirds.length, randomNumbers(seed));
      const ends = { from: thirds.map(() => 0), to: thirds.map(() => 1) };
      return linked(2, { ...ends, weights: Array.from(order, (at) => thirds[at] ?? 0) }).weights;
    });
    for (const each of sums) expect(each).toEqual(sums[0]);
  });

  test('and another seed may give others, as good', () => {
    const within = linked(77, LES_MISERABLES.links);
    const found = SEEDS.map((seed) =>
      findCommunities(within, { ...usual, seed }).communityOf.join(),
    );
    expect(new Set(found).size).toBeGreaterThan(1);
  });
});

describe('Every community is connected', () => {
  test('and one that falls apart is divided, which is never a loss', () => {
    const within = network(6, '0-1 2-3 4-5 1-4');
    const apart = partition(0, 0, 0, 0, 1, 1);
    const divided = connectedParts(within, apart, new Budget());
    expect(groupsOf(divided)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(modularityOf(within, divided) ?? 0).toBeGreaterThan(modularityOf(within, apart) ?? 0);
  });

  test('on networks that hang together loosely, at any resolution', () => {
    for (const seed of SEEDS.slice(0, 4))
      for (const resolution of [0.1, 1, 4]) {
        const { network: within } = plantedPartition(20, 10, {
          inside: 2,
          outside: 1,
          random: randomNumbers(seed),
        });
        const found = findCommunities(within, { ...usual, resolution, seed, randomness: 0.1 });
        expect(isEachConnected(within, found)).toBe(true);
      }
  });
});

describe('What is hardly a network', () => {
  test('without nodes has no community', () => {
    expect(findCommunities(network(0, ''), usual)).toEqual(partition());
  });

  test('without links is nodes by themselves, and has no modularity', () => {
    const found = findCommunities(network(3, '1-1'), usual);
    expect(found).toEqual(partition(0, 1, 2));
    expect(modularityOf(network(3, ''), found)).toBeNull();
    expect(findCommunities(network(3, ''), { ...usual, quality: 'CPM' })).toEqual(found);
  });

  test('that is a single clique is one community', () => {
    const clique = network(5, '0-1 0-2 0-3 0-4 1-2 1-3 1-4 2-3 2-4 3-4');
    expect(findCommunities(clique, usual).count).toBe(1);
    expect(modularityOf(clique, findCommunities(clique, usual))).toBe(0);
  });

  test('at resolution 0 is one community for each part that hangs together', () => {
    const found = findCommunities(network(5, '0-1 1-2 3-4'), { ...usual, resolution: 0 });
    expect(groupsOf(found)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });
});

test('It is given up when the caller says that it is enough', () => {
  const { network: within } = plantedPartition(20, 50, {
    inside: 8,
    outside: 2,
    random: randomNumbers(1),
  });
  expect(() => findCommunities(within, usual, () => true)).toThrow(
    /takes longer than one answer may/u,
  );
});

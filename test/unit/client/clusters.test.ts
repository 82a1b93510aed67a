import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bubbleMap,
  drawnClusters,
  placeBubbles,
  radiiOf,
  SMALLEST_RADIUS,
  tiesBetween,
} from '../../../client/clusters/bubbles.ts';
import type { ClusteringAnswer } from '../../../client/clusters/bubbles.ts';
import { COLOURS, colourClusters } from '../../../client/clusters/colours.ts';
import { labelsOf } from '../../../client/clusters/labels.ts';
import { boundsOf, worksTiedTo } from '../../../client/clusters/map.ts';
import { placeDiscs } from '../../../client/clusters/places.ts';
import { caveats, nothingText, restText } from '../../../client/clusters/words.ts';
import { binsOf, publishedText, studiesIn } from '../../../client/clusters/years.ts';
import { overlap } from '../../../client/graph/labels.ts';
import { disc, mapOf } from './cluster-maps.ts';

const NO_YEARS = { first: null, last: null, unknown: 0, tempo: [] };
const measure = (text: string): number => 7 * text.length;

function years(...known: number[]): ClusteringAnswer['years'] {
  const counts = new Map<number, number>();
  for (const year of known) counts.set(year, (counts.get(year) ?? 0) + 1);
  return {
    first: Math.min(...known),
    last: Math.max(...known),
    unknown: 0,
    tempo: [...counts].map(([year, studies]) => ({ year, studies })),
  };
}

/** A clustering of clusters of these sizes, with the flows that are given. */
function clustering(
  sizes: readonly number[],
  parts: Partial<ClusteringAnswer> = {},
): ClusteringAnswer {
  return {
    revision: '1',
    basis: 'DIRECT',
    resolution: 1,
    modularity: 0.5,
    studies: sizes.reduce((sum, size) => sum + size, 0),
    ties: 1,
    leftOut: { studies: 0, pairs: 0, mostCitations: 0 },
    clusterCount: sizes.length,
    singles: sizes.filter((size) => size === 1).length,
    flowCount: 0,
    years: NO_YEARS,
    clusters: sizes.map((size, index) => ({
      id: `c${index}`,
      size,
      name: `Cluster ${index}`,
      was: null,
      years: NO_YEARS,
    })),
    flows: [],
    ...parts,
  };
}

describe('Colours of clusters', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 });

  test('stay with what goes on, however the others come and go', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const first = colourClusters(
          before.map((id) => ({ id, was: null })),
          new Map(),
        );
        const next = colourClusters(
          after.map((id) => ({ id: `new ${id}`, was: before.includes(id) ? id : null })),
          first,
        );
        const kept = after.filter((id) => before.includes(id));
        expect(kept.map((id) => next.get(`new ${id}`))).toEqual(kept.map((id) => first.get(id)));
        expect(next.size).toBe(after.length);
      }),
    );
  });

  test('are all different while there are as many colours as clusters', () => {
    const clusters = Array.from({ length: COLOURS }, (_, index) => ({ id: `${index}`, was: null }));
    expect(new Set(colourClusters(clusters, new Map()).values()).size).toBe(COLOURS);
    const kept = new Map([['old', 3]]);
    const [first = { id: '', was: null }, ...others] = clusters;
    const colours = colourClusters([{ ...first, was: 'old' }, ...others], kept);
    expect(colours.get('0')).toBe(3);
    expect(new Set(colours.values()).size).toBe(COLOURS);
  });
});

describe('Places', () => {
  const discs = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), radius: fc.integer({ min: 5, max: 90 }) }),
    { selector: ({ id }) => id, maxLength: 30 },
  );

  test('are the same for the same, and no disc lies on another', () => {
    fc.assert(
      fc.property(discs, fc.array(fc.nat(), { maxLength: 40 }), (bodies, ends) => {
        const pulls = ends.flatMap((end, index) => {
          const [from, to] = [bodies[end % bodies.length], bodies[index % bodies.length]];
          if (from === undefined || to === undefined || from === to) return [];
          return [{ from: from.id, to: to.id, strength: (end % 10) / 10 }];
        });
        const places = placeDiscs(bodies, pulls);
        expect(placeDiscs(bodies, pulls)).toEqual(places);
        for (const [index, a] of bodies.entries())
          for (const b of bodies.slice(index + 1)) {
            const [one, other] = [places.get(a.id), places.get(b.id)];
            if (one === undefined || other === undefined) throw new Error('No place.');
            const apart = Math.hypot(one.x - other.x, one.y - other.y);
            expect(apart).toBeGreaterThan((a.radius + b.radius) * 0.97);
          }
      }),
      { numRuns: 30 },
    );
  });

  test('are nearer where clusters cite each other more', () => {
    const flows = [
      { citing: 'c0', cited: 'c1', citations: 90 },
      { citing: 'c1', cited: 'c0', citations: 60 },
      { citing: 'c0', cited: 'c2', citations: 3 },
      { citing: 'c2', cited: 'c3', citations: 80 },
    ];
    const places = placeBubbles(clustering([50, 50, 50, 50], { flows }), new Map());
    const apart = (a: string, b: string): number => {
      const [one = { x: 0, y: 0 }, other = { x: 0, y: 0 }] = [places.get(a), places.get(b)];
      return Math.hypot((one.x - other.x) / 1.45, one.y - other.y);
    };
    expect(apart('c0', 'c1')).toBeLessThan(apart('c0', 'c2'));
    expect(apart('c2', 'c3')).toBeLessThan(apart('c1', 'c3'));
  });

  test('begin where a cluster stood that goes on', () => {
    const before = new Map([['old', { x: 400, y: -300 }]]);
    const [cluster] = clustering([5]).clusters;
    if (cluster === undefined) throw new Error('No cluster.');
    const answer = clustering([5, 5], {
      clusters: [
        { ...cluster, was: 'old' },
        { ...cluster, id: 'other' },
      ],
    });
    const places = placeBubbles(answer, before);
    expect(places.get('c0')?.x ?? 0).toBeGreaterThan(places.get('other')?.x ?? 0);
  });
});

describe('Bubbles', () => {
  test('have areas as their sizes, down to what can be seen', () => {
    const radii = radiiOf([
      { id: 'a', size: 4000 },
      { id: 'b', size: 1000 },
      { id: 'c', size: 2 },
    ]);
    expect((radii.get('a') ?? 0) / (radii.get('b') ?? 1)).toBeCloseTo(2);
    expect(radii.get('c')).toBe(SMALLEST_RADIUS);
  });

  test('are tied once a pair, with both ways told apart, and not by what stays within', () => {
    const flows = [
      { citing: 'a', cited: 'a', citations: 9 },
      { citing: 'a', cited: 'b', citations: 5 },
      { citing: 'b', cited: 'a', citations: 2 },
    ];
    expect(tiesBetween({ flows })).toEqual([{ from: 'a', to: 'b', there: 5, back: 2 }]);
  });

  test('show what share of them is of the years that are looked at', () => {
    const answer = clustering([4]);
    const [cluster] = answer.clusters;
    if (cluster === undefined) throw new Error('No cluster.');
    const dated = { ...answer, clusters: [{ ...cluster, years: years(1990, 1991, 1991) }] };
    const { discs } = bubbleMap(dated, new Map(), new Map(), [1991, 2000]);
    expect(discs[0]?.share).toBe(0.5);
    expect(bubbleMap(dated, new Map(), new Map(), null).discs[0]?.share).toBe(1);
  });

  test('are of clusters of several studies; what is left out is counted', () => {
    const answer = clustering([9, 4, 1, 1], { clusterCount: 50, singles: 20, studies: 100 });
    expect(drawnClusters(answer).map(({ size }) => size)).toEqual([9, 4]);
    expect(restText(answer)).toBe(
      'Not listed: 28 smaller clusters with 67 studies; 20 single studies.',
    );
    expect(restText(clustering([9, 4]))).toBeNull();
  });
});

describe('What cannot be clustered', () => {
  test.each([
    [clustering([], { ties: 0 }), 'No study is here: there is nothing to cluster.'],
    [clustering([1], { ties: 0 }), 'One study is here, and one alone makes no cluster.'],
    [clustering([1, 1], { ties: 0 }), 'No study here cites another: there is nothing to cluster.'],
    [
      clustering([1, 1], { ties: 0, basis: 'COUPLING' }),
      'No two studies here cite the same: there is nothing to cluster.',
    ],
  ])('is a sentence and a picture', (answer, sentence) => {
    expect(nothingText(answer)).toBe(sentence);
    const map = bubbleMap(answer, placeBubbles(answer, new Map()), new Map(), null);
    expect(map.discs).toHaveLength(answer.clusters.length);
    expect(Object.values(boundsOf(map)).every(Number.isFinite)).toBe(true);
    expect(restText(answer)).toBeNull();
  });

  test('and what is but one body of work, or undated, says so', () => {
    expect(nothingText(clustering([99, 2]))).toBeNull();
    expect(caveats(clustering([99, 2]))).toEqual([
      'One cluster has 99 of 101 studies: try a higher resolution.',
      'No year of publication is known.',
    ]);
    expect(caveats(clustering([16500], { years: years(1990) }))).toEqual([
      'One cluster has 16,500 of 16,500 studies: try a higher resolution.',
    ]);
    expect(caveats(clustering([5, 5], { years: years(1990) }))).toEqual([]);
  });
});

describe('Labels', () => {
  const discs = fc.array(
    fc.record({
      x: fc.integer({ min: -300, max: 300 }),
      y: fc.integer({ min: -200, max: 200 }),
      radius: fc.integer({ min: 4, max: 80 }),
      label: fc.constantFrom('Parsing', 'Word Sense · Semantic', 'Machine Translation · Alignment'),
      kind: fc.constantFrom('CLUSTER' as const, 'STUDY' as const),
    }),
    { maxLength: 40 },
  );

  test('beside discs lie on no other label, nor on a bubble, at any zoom', () => {
    fc.assert(
      fc.property(discs, fc.double({ min: 0.2, max: 3, noNaN: true }), (parts, zoom) => {
        const map = mapOf(...parts.map((part, index) => disc(`d${index}`, part)));
        const names = labelsOf(map, zoom, [], new Map(), measure).filter(({ isName }) => isName);
        const beside = names.filter(({ id, box }) => {
          const own = map.discs.find((each) => each.id === id);
          return (
            own !== undefined &&
            Math.hypot(
              own.x * zoom - (box.x + box.width / 2),
              own.y * zoom - (box.y + box.height / 2),
            ) > 1
          );
        });
        for (const [index, one] of beside.entries())
          for (const other of beside.slice(index + 1))
            expect(overlap(one.box, other.box)).toBe(false);
      }),
    );
  });

  test('beside discs stay within the room that there is for them', () => {
    const map = mapOf(disc('a', { kind: 'CLUSTER', radius: 12, label: 'Machine Translation' }));
    const room = { x: -20, y: -40, width: 220, height: 200 };
    const [free] = labelsOf(map, 1, [], new Map(), measure);
    const [kept] = labelsOf(map, 1, [], new Map(), measure, room);
    expect(free?.box.x).toBeLessThan(room.x);
    expect(kept?.box.x).toBeGreaterThanOrEqual(room.x);
  });

  test('of the largest lie across it where its neighbours leave no other place, and on no number', () => {
    const ring = Array.from({ length: 12 }, (_, at) => {
      const angle = (at * Math.PI) / 6;
      return disc(`d${at}`, {
        kind: 'CLUSTER',
        x: 62 * Math.cos(angle),
        y: 62 * Math.sin(angle),
        radius: 16,
        sign: String(at + 2),
      });
    });
    const label = 'Word Sense Disambiguation';
    const map = mapOf(disc('a', { kind: 'CLUSTER', radius: 40, label, sign: '1' }), ...ring);
    const found = labelsOf(map, 1, [], new Map(), measure);
    const [name, ...others] = found.toSorted(
      (one, other) => Number(other.id === 'a') - Number(one.id === 'a'),
    );
    if (name === undefined) throw new Error('No name.');
    expect(name.lines).toEqual(['Word Sense', 'Disambiguation']);
    expect(others.filter(({ box }) => overlap(box, name.box))).toEqual([]);
  });

  test('of what is chosen come first, then of what citations tie to it', () => {
    const far = (at: number): { x: number; y: number } => ({ x: at * 300, y: 0 });
    const works = Array.from({ length: 40 }, (_, at) => disc(`d${at}`, { ...far(at), radius: 20 }));
    const tie = { from: 'd39', to: 'd38', there: 1, back: 0 };
    const map = { ...mapOf(...works), ties: [tie] };
    const first = ['d38', ...worksTiedTo(['d38'], map)];
    expect(first).toEqual(['d38', 'd39']);
    const named = labelsOf(map, 1, first, new Map(), measure).filter(({ isName }) => isName);
    expect(named.slice(0, 3).map(({ id }) => id)).toEqual(['d38', 'd39', 'd0']);
  });

  test('begin no line with the mark between two terms', () => {
    const label = 'Multi-academy Trusts · school-to-school';
    const [name] = labelsOf(mapOf(disc('a', { label })), 1, [], new Map(), measure);
    expect(name?.lines).toEqual(['Multi-academy Trusts']);
  });

  test('stand within a disc that has room, with fewer terms where it has less', () => {
    const [whole] = labelsOf(
      mapOf(disc('a', { radius: 90, label: 'Opinion · Review' })),
      1,
      [],
      new Map(),
      measure,
    );
    expect(whole?.lines.join(' ')).toBe('Opinion · Review');
    const [short] = labelsOf(
      mapOf(disc('a', { radius: 30, label: 'Opinion · Classification' })),
      1,
      [],
      new Map(),
      measure,
    );
    expect(short?.lines).toEqual(['Opinion']);
  });
});

describe('Years', () => {
  test('are counted from the first to the last, unknown ones in none', () => {
    const published = { ...years(1990, 1995, 1995, 2001), unknown: 3 };
    expect(studiesIn(published, [1991, 2001])).toBe(3);
    expect(publishedText(published, null)).toBe('1990–2001: 4 studies; year not known of 3 more.');
    expect(publishedText(NO_YEARS, null)).toBeNull();
  });

  test('lie in at most sixty bins that hold them all, gaps included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1500, max: 2030 }), { minLength: 1 }), (known) => {
        const bins = binsOf(years(...known));
        expect(bins.length).toBeLessThanOrEqual(60);
        expect(bins.reduce((sum, { studies }) => sum + studies, 0)).toBe(known.length);
        for (const [index, bin] of bins.entries())
          expect(bin.from).toBe(index === 0 ? Math.min(...known) : (bins[index - 1]?.to ?? 0) + 1);
      }),
    );
    expect(binsOf(NO_YEARS)).toEqual([]);
  });
});

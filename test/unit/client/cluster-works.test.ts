import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveBetween } from '../../../client/clusters/curves.ts';
import { hullAround } from '../../../client/clusters/hulls.ts';
import { discAt } from '../../../client/clusters/map.ts';
import {
  neighbourMap,
  neighboursOf,
  placeNeighbours,
} from '../../../client/clusters/neighbourhood.ts';
import { placeWorks, workMap } from '../../../client/clusters/works.ts';
import { disc, mapOf } from './cluster-maps.ts';

describe('Works', () => {
  const work = (id: string, cluster: string, citationsInside: number) => ({
    id,
    label: `Title of ${id}`,
    shortLabel: id,
    year: id === 'old' ? 1990 : null,
    status: null,
    cluster,
    citationsInside,
  });
  const network = {
    works: [work('m1', 'm', 4), work('m2', 'm', 1), work('old', 'a', 0), work('a2', 'a', 1)],
    citations: [
      { citing: 'm2', cited: 'm1' },
      { citing: 'm1', cited: 'm2' },
      { citing: 'old', cited: 'a2' },
    ],
  };

  test('are larger the more they are cited within, and tied once a pair', () => {
    const { discs, ties } = workMap(network, placeWorks(network), new Map([['m', 2]]), null);
    expect((discs[0]?.radius ?? 0) > (discs[1]?.radius ?? 0)).toBe(true);
    expect(discs.map(({ colour }) => colour)).toEqual([2, 2, null, null]);
    expect(ties).toEqual([
      { from: 'm2', to: 'm1', there: 1, back: 1 },
      { from: 'old', to: 'a2', there: 1, back: 0 },
    ]);
  });

  test('are faint where they are not of the years, or their year is not known', () => {
    const { discs } = workMap(network, new Map(), new Map(), [1989, 1991]);
    expect(discs.map(({ id, share }) => [id, share])).toEqual([
      ['m1', 0],
      ['m2', 0],
      ['old', 1],
      ['a2', 0],
    ]);
  });

  test('stand apart by their clusters', () => {
    const places = placeWorks(network);
    const at = (id: string) => places.get(id) ?? { x: NaN, y: NaN };
    const apart = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
    expect(apart('m1', 'm2')).toBeLessThan(apart('m1', 'a2'));
  });

  test('around one stand to its left where they cite it, to its right where it cites them', () => {
    const name = (id: string) => ({
      id,
      title: null,
      label: id,
      shortLabel: id,
      status: null,
      year: null,
    });
    const known = {
      ...name('w'),
      made: {
        totalCount: 2,
        nodes: [
          { id: 'w>x', cited: name('x') },
          { id: 'w>y', cited: name('y') },
        ],
      },
      received: {
        totalCount: 2,
        nodes: [
          { id: 'z>w', citing: name('z') },
          { id: 'y>w', citing: name('y') },
        ],
      },
    };
    expect(neighboursOf(known).map(({ study, side }) => [study.id, side])).toEqual([
      ['z', 'cites'],
      ['y', 'both'],
      ['x', 'cited'],
    ]);
    const { discs, ties } = neighbourMap(known, placeNeighbours(known), null, () => null);
    const at = (id: string): number => discs.find((each) => each.id === id)?.x ?? NaN;
    expect(at('z')).toBeLessThan(at('w'));
    expect(at('x')).toBeGreaterThan(at('w'));
    expect(ties).toContainEqual({ from: 'y', to: 'w', there: 1, back: 1 });
  });
});

describe('Shapes', () => {
  test('a hull holds every disc that it surrounds', () => {
    const point = fc.record({
      x: fc.integer({ min: -99, max: 99 }),
      y: fc.integer({ min: -99, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const corners = hullAround(points.map((each) => ({ ...each, radius: 5 })));
        for (const { x, y } of points)
          for (const [index, a] of corners.entries()) {
            const b = corners[(index + 1) % corners.length] ?? a;
            expect((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)).toBeGreaterThan(0);
          }
      }),
    );
  });

  test('the ways there and back bow to different sides', () => {
    const [a, b] = [disc('a'), disc('b', { x: 100 })];
    expect(curveBetween(a, b, 2).path).not.toBe(curveBetween(b, a, 2).path);
    expect(curveBetween(a, a, 2).path).not.toContain('NaN');
  });

  test('of discs at a point the smallest is meant, and a very small one is met from nearby', () => {
    const map = mapOf(disc('large', { radius: 50 }), disc('small', { x: 5, radius: 2 }));
    expect(discAt(map, { x: 6, y: 1 }, 4)?.id).toBe('small');
    expect(discAt(map, { x: 20, y: 0 }, 4)?.id).toBe('large');
    expect(discAt(map, { x: 200, y: 0 }, 4)).toBeNull();
  });
});

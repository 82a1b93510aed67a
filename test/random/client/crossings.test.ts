import { Graph, layout as layOutByDagre } from '@dagrejs/dagre';
import { expect, test } from 'vitest';
import type { LayoutInput, PlacedLink } from '../../../client/graph/blocks.ts';
import { layOut } from '../../../client/graph/layout.ts';
import type { Point } from '../../../client/graph/routes.ts';

const CARD = { width: 220, height: 52 };

/** A trail in layers, each claim resting on claims of the next one, some of the one after that. */
interface Layered {
  readonly layers: readonly (readonly string[])[];
  readonly pairs: readonly (readonly [from: string, to: string])[];
}

test('lines cross no more often than where dagre lays the same trails out', () => {
  const trails = Array.from({ length: 60 }, (_, seed) => randomTrail(seed + 1));
  const sum = (crossings: readonly number[]): number => crossings.reduce((a, b) => a + b, 0);
  const ours = sum(trails.map((trail) => crossingsOf(trail, ourWays(trail))));
  const theirs = sum(trails.map((trail) => crossingsOf(trail, dagreWays(trail))));
  expect(theirs).toBeGreaterThan(100);
  expect(ours).toBeLessThanOrEqual(theirs);
});

/** A line as its heights, one for each column that it passes. */
type Way = readonly { readonly column: number; readonly y: number }[];

function ourWays({ layers, pairs }: Layered): readonly Way[] {
  const input: LayoutInput = {
    cards: layers.flat().map((id) => ({ id, kind: 'CLAIM', height: CARD.height })),
    beads: [],
    links: pairs.map(([source, target]): PlacedLink => ({
      id: `${source} ${target}`,
      kind: 'rests',
      source,
      target,
      group: null,
      needs: null,
    })),
    cardWidth: CARD.width,
  };
  const { boxes, lines } = layOut(input);
  const middle = (id: string): number => (boxes.get(id)?.y ?? 0) + CARD.height / 2;
  return pairs.map(([source, target]) => {
    const [first, last] = [boxes.get(source), boxes.get(target)];
    const points = lines.get(`${source} ${target}`)?.points ?? [];
    const passed = [...boxes.values()].filter(
      ({ rank }) => rank > (first?.rank ?? 0) && rank < (last?.rank ?? 0),
    );
    const columns = new Map(passed.map((box) => [box.rank, box.x + CARD.width / 2]));
    return [
      { column: first?.rank ?? 0, y: middle(source) },
      ...[...columns].map(([column, x]) => ({ column, y: heightAt(points, x) })),
      { column: last?.rank ?? 0, y: middle(target) },
    ].toSorted((a, b) => a.column - b.column);
  });
}

function dagreWays({ layers, pairs }: Layered): readonly Way[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 90 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of layers.flat()) graph.setNode(id, { ...CARD });
  for (const [source, target] of pairs) graph.setEdge(source, target);
  layOutByDagre(graph);
  const place = (id: string): Point => graph.node(id) as Point;
  const columns = [...new Set(layers.flat().map((id) => Math.round(place(id).x)))].toSorted(
    (a, b) => a - b,
  );
  return pairs.map(([source, target]) => {
    const [from, to] = [place(source), place(target)];
    const { points } = graph.edge(source, target) as { points: readonly Point[] };
    return columns.flatMap((x, column) => {
      if (x < from.x - 1 || x > to.x + 1) return [];
      if (Math.abs(x - from.x) <= 1) return [{ column, y: from.y }];
      return [{ column, y: Math.abs(x - to.x) <= 1 ? to.y : heightAt(points, x) }];
    });
  });
}

/** The height of a line at a place from left to right. */
function heightAt(points: readonly Point[], x: number): number {
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    if (to === undefined || x < from.x || x > to.x || to.x === from.x) continue;
    return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  }
  return points.at(-1)?.y ?? 0;
}

/** Pairs of lines that change sides between neighbouring columns. */
function crossingsOf(trail: Layered, ways: readonly Way[]): number {
  expect(ways).toHaveLength(trail.pairs.length);
  const hops = ways.flatMap((way) =>
    way.slice(1).map((to, index) => ({ from: way[index] ?? to, to })),
  );
  let crossings = 0;
  for (const [index, a] of hops.entries())
    for (const b of hops.slice(index + 1))
      if (a.from.column === b.from.column && (a.from.y - b.from.y) * (a.to.y - b.to.y) < 0)
        crossings += 1;
  return crossings;
}

function randomTrail(seed: number): Layered {
  const random = mulberry(seed);
  const sizes = Array.from({ length: 3 + Math.floor(random() * 3) }, () =>
    Math.floor(3 + random() * 6),
  );
  const layers = [1, ...sizes].map((size, layer) =>
    Array.from({ length: size }, (_, index) => `c${layer}-${index}`),
  );
  const pairs = new Map<string, readonly [string, string]>();
  const join = (from: string | undefined, to: string): void => {
    if (from !== undefined) pairs.set(`${from} ${to}`, [from, to]);
  };
  const one = (layer: readonly string[] = []): string | undefined =>
    layer[Math.floor(random() * layer.length)];
  for (const [index, layer] of layers.entries()) {
    if (index === 0) continue;
    for (const id of layer) {
      join(one(layers[index - 1]), id);
      if (random() < 0.5) join(one(layers[index - 1]), id);
      if (index > 1 && random() < 0.15) join(one(layers[index - 2]), id);
    }
  }
  return { layers, pairs: [...pairs.values()] };
}

/** A small generator of numbers that look random, the same at every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

import { describe, expect, test } from 'vitest';
import type { PlacedLink } from '../../../client/graph/blocks.ts';
import { layOut } from '../../../client/graph/layout.ts';
import type { Placement } from '../../../client/graph/layout.ts';
import { openRings, rankNodes } from '../../../client/graph/ranks.ts';
import { graph, type Triple } from './layout-input.ts';

/** A blog relays a newspaper that relays a report, each with its claim. */
const RELAY = graph(
  ['c1', 'blog', 'c2', 'newspaper', 'c3', 'report'],
  [
    ['blog', 'says', 'c1'],
    ['newspaper', 'says', 'c2'],
    ['report', 'says', 'c3'],
    ['c1', 'rests', 'blog>newspaper'],
    ['blog>newspaper', 'cites', 'newspaper'],
    ['c2', 'rests', 'newspaper>report'],
    ['newspaper>report', 'cites', 'report'],
  ],
);

describe('The layout of a trail', () => {
  test('puts each step towards the evidence one column further', () => {
    const { boxes } = layOut(RELAY);
    const ranks = RELAY.cards.map(({ id }) => boxes.get(id)?.rank);
    expect(ranks).toEqual([0, 0, 1, 1, 2, 2]);
    expect(xs(layOut(RELAY), 'blog', 'newspaper', 'report')).toEqual(
      xs(layOut(RELAY), 'blog', 'newspaper', 'report').toSorted((a, b) => a - b),
    );
  });

  test('puts a claim under the study that says it', () => {
    const { boxes } = layOut(RELAY);
    const [study, claim] = [boxes.get('newspaper'), boxes.get('c2')];
    expect(claim?.y).toBeGreaterThanOrEqual((study?.y ?? 0) + (study?.height ?? 0));
    expect(claim?.x).toBeGreaterThan(study?.x ?? 0);
  });

  test('puts the bead of a citation between the claim and the cited study', () => {
    const { boxes, beads } = layOut(RELAY);
    const bead = beads.get('blog>newspaper');
    const claim = boxes.get('c1');
    expect(bead?.x).toBeGreaterThan((claim?.x ?? 0) + (claim?.width ?? 0));
    expect(bead?.x).toBeLessThan(boxes.get('newspaper')?.x ?? 0);
  });

  test('docks a claim that only contradicts below the claim that it faces', () => {
    const faced = graph(
      [...RELAY.cards.map(({ id }) => id), 'c9'],
      [...RELAY.links.map(asTriple), ['c9', 'contradicts', 'c1']],
    );
    const { boxes } = layOut(faced);
    expect(boxes.get('c9')?.rank).toBe(0);
    const root = boxes.get('c1');
    const gap = (boxes.get('c9')?.y ?? 0) - ((root?.y ?? 0) + (root?.height ?? 0));
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(60);
  });

  test('binds the items of one line of evidence with a spine', () => {
    const input = graph(
      ['c1', 's1', 's2'],
      [
        ['c1', 'rests', 'b>s1', 'both'],
        ['c1', 'rests', 'b>s2', 'both'],
        ['b>s1', 'cites', 's1'],
        ['b>s2', 'cites', 's2'],
      ],
    );
    const { spines } = layOut(input);
    expect(spines.map(({ group, items }) => ({ group, items }))).toEqual([
      { group: 'both', items: 2 },
    ]);
  });

  test('opens a ring where it would return, and ranks the rest', () => {
    const constraints = [
      { from: 'a', to: 'b', step: 1 },
      { from: 'b', to: 'c', step: 1 },
      { from: 'c', to: 'a', step: 1 },
    ] as const;
    expect([...rankNodes(['a', 'b', 'c'], constraints).values()]).toEqual([0, 1, 2]);
    expect(openRings(['a', 'b', 'c'], constraints)).toEqual(constraints.slice(0, 2));
  });

  test('draws nothing of nothing', () => {
    expect(layOut(graph([], []))).toMatchObject({ width: 0, height: 0 });
  });
});

function asTriple(link: PlacedLink): Triple {
  return [link.source, link.kind, link.target];
}

function xs(layout: Placement, ...ids: string[]): number[] {
  return ids.map((id) => layout.boxes.get(id)?.x ?? Number.NaN);
}

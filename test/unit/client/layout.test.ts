import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayoutInput, PlacedLink } from '../../../client/graph/blocks.ts';
import { layOut } from '../../../client/graph/layout.ts';
import type { Placement } from '../../../client/graph/layout.ts';
import { openRings, rankNodes } from '../../../client/graph/ranks.ts';

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

describe('Whatever the trail', () => {
  test('the same trail gives the same picture', () => {
    fc.assert(
      fc.property(trails(), (input) => {
        expect(layOut(input)).toEqual(layOut(input));
      }),
    );
  });

  test('no two cards overlap, and no bead stands on a card', () => {
    fc.assert(
      fc.property(trails(), (input) => {
        const { boxes, beads } = layOut(input);
        const all = [
          ...boxes.values(),
          ...[...beads.values()].map(({ x, y }) => ({ x: x - 9, y: y - 9, width: 18, height: 18 })),
        ];
        for (const [index, a] of all.entries()) {
          for (const b of all.slice(index + 1)) expect(overlap(a, b)).toBe(false);
        }
      }),
    );
  });

  test('ranks increase along citations, rings aside', () => {
    fc.assert(
      fc.property(trails({ acyclic: true }), (input) => {
        const { boxes } = layOut(input);
        const cited = new Map(
          input.links
            .filter(({ kind }) => kind === 'cites')
            .map((link) => [link.source, link.target]),
        );
        for (const { kind, source, target } of input.links) {
          if (kind !== 'rests') continue;
          const end = boxes.get(cited.get(target) ?? target);
          expect(end?.rank).toBeGreaterThan(boxes.get(source)?.rank ?? Infinity);
        }
      }),
    );
  });

  test('every line of a placed thing is drawn', () => {
    fc.assert(
      fc.property(trails(), (input) => {
        const { lines } = layOut(input);
        for (const link of input.links)
          expect(lines.get(link.id)?.points.length).toBeGreaterThan(0);
      }),
    );
  });
});

type Triple = readonly [string, PlacedLink['kind'], string, (string | null)?];

function graph(cards: readonly string[], links: readonly Triple[]): LayoutInput {
  return {
    cards: cards.map((id) => ({ id, kind: id.startsWith('c') ? 'CLAIM' : 'STUDY', height: 52 })),
    beads: [...new Set(links.flatMap(([source, kind]) => (kind === 'cites' ? [source] : [])))],
    links: links.map(([source, kind, target, group]) => ({
      id: `${source} ${kind} ${target}`,
      kind,
      source,
      target,
      group: group ?? null,
      needs: null,
    })),
    cardWidth: 220,
  };
}

function asTriple(link: PlacedLink): Triple {
  return [link.source, link.kind, link.target];
}

/** Claims c0…, each said by a study s0…, that rest on one another's studies through citations. */
function trails({ acyclic = false } = {}): fc.Arbitrary<LayoutInput> {
  const size = fc.integer({ min: 1, max: 14 });
  return size.chain((claims) =>
    fc
      .array(fc.tuple(fc.nat(claims - 1), fc.nat(claims - 1), fc.boolean()), { maxLength: 24 })
      .map((pairs) => {
        const ids = Array.from({ length: claims }, (_, index) => [`c${index}`, `s${index}`]).flat();
        const links = new Map<string, Triple>();
        for (let index = 0; index < claims; index += 1) {
          links.set(`says ${index}`, [`s${index}`, 'says', `c${index}`]);
        }
        for (const [a, b, apart] of pairs) {
          if (a === b) continue;
          const [from, to] = acyclic ? [Math.min(a, b), Math.max(a, b)] : [a, b];
          const bead = `s${from}>s${to}`;
          links.set(`rests ${from} ${to}`, [`c${from}`, 'rests', bead, apart ? null : 'g']);
          links.set(`cites ${from} ${to}`, [bead, 'cites', `s${to}`]);
        }
        return graph(ids, [...links.values()]);
      }),
  );
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function xs(layout: Placement, ...ids: string[]): number[] {
  return ids.map((id) => layout.boxes.get(id)?.x ?? Number.NaN);
}

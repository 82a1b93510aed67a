import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEAD } from '../../../client/graph/blocks.ts';
import type { Layout, Rectangle } from '../../../client/graph/layout.ts';
import { layOutFor } from '../../../client/graph/sizing.ts';
import type { Addition, Link, Picture } from '../../../client/trail/picture.ts';
import { claimCard, link, picture, step, studyCard } from '../../browser/drawing-page/pictures.ts';

const SPACE = { width: 1100, height: 700 };
const measure = (text: string): number => text.length * 7;
const layOut = (shown: Picture, former: Layout | null = null): Layout =>
  layOutFor(shown, SPACE, measure, former);

/** A claim of a review that rests on two studies. */
const BASE = picture(
  [
    claimCard('c0'),
    studyCard('s0'),
    ...['1', '2'].flatMap((name) => [studyCard(`s${name}`), claimCard(`c${name}`)]),
  ],
  [link('s0', 'says', 'c0'), ...step('c0', 's1', 'c1'), ...step('c0', 's2', 'c2')],
  { stubs: [{ id: 'more:c1', of: 'c1', count: 488, side: 'out' }] },
);

/** What is asked for around c1, towards the evidence; and around s0, what rests on it. */
const EVIDENCE: Grown = {
  around: 'c1',
  names: ['n1', 'n2', 'n3'],
  links: ['n1', 'n2', 'n3'].flatMap((name) => step('c1', name, `c-${name}`)),
};
const USES: Grown = {
  around: 's0',
  names: ['u1', 'u2'],
  links: ['u1', 'u2'].flatMap((name) => [
    link(name, 'says', `c-${name}`),
    link(`c-${name}`, 'rests', `${name}>s0`),
    link(`${name}>s0`, 'cites', 's0'),
  ]),
};

describe('What is added to a trail', () => {
  const whole = layOut(grown(BASE, EVIDENCE, USES));

  test('moves nothing that was there, lines and pills included', () => {
    expect(kept(layOut(BASE), whole)).toEqual(layOut(BASE));
  });

  test('is gone again as if it had never come', () => {
    const once = layOut(grown(BASE, EVIDENCE));
    expect(layOut(grown(BASE, EVIDENCE), whole)).toEqual(once);
    expect(layOut(BASE, whole)).toEqual(layOut(BASE));
  });

  test('stays where it stands when what was added before it goes', () => {
    const left = layOut(grown(BASE, USES), whole);
    for (const name of ['u1', 'c-u1', 'u2', 'c-u2'])
      expect(left.boxes.get(name)).toEqual(whole.boxes.get(name));
  });

  test('stands a column further right where it is evidence, and further left where it rests on it', () => {
    const ranks = ['c1', 'n1', 'c-n1', 's0', 'u1', 'c-u1'].map((id) => whole.boxes.get(id)?.rank);
    expect(ranks).toEqual([1, 2, 2, 0, -1, -1]);
    expect(whole.boxes.get('u1')?.x).toBeLessThan(whole.boxes.get('s0')?.x ?? -Infinity);
    expect(whole.bounds.x).toBeLessThan(0);
  });

  test('has its beads before the studies that they lead to', () => {
    for (const [bead, study] of [
      ['c1>n1', 'n1'],
      ['u2>s0', 's0'],
    ] as const)
      expect(whole.beads.get(bead)?.x).toBeLessThan(whole.boxes.get(study)?.x ?? -Infinity);
  });

  test('binds what is needed together with a spine', () => {
    const links = ['n1', 'n2'].flatMap((name) =>
      step('c1', name, `c-${name}`, { group: 'both', needs: 0 }),
    );
    const { spines } = layOut(grown(BASE, { around: 'c1', names: ['n1', 'n2'], links }));
    expect(spines.map(({ group, items }) => ({ group, items }))).toEqual([
      { group: 'both', items: 2 },
    ]);
  });
});

describe('The same structure', () => {
  test('has the same places whatever stands, falls, is withdrawn, folded or left out', () => {
    const fallen: Picture = {
      ...BASE,
      cards: BASE.cards.map((card) => ({
        ...card,
        standing: 'UNSUPPORTED',
        before: 'GROUNDED',
        withdrawn: card.kind === 'STUDY',
      })),
      links: BASE.links.map((each) => ({ ...each, void: true })),
      folded: new Set(['c1', 's2']),
      stubs: [],
    };
    expect(layOut(fallen)).toEqual({
      ...layOut(BASE),
      stubs: new Map(),
      bounds: expect.anything(),
    });
  });
});

describe('Whatever is added, and around whatever', () => {
  test('nothing moves, and nothing stands on another', () => {
    fc.assert(
      fc.property(someAdditions(), (grownBy) => {
        const before = layOut(BASE);
        let shown = BASE;
        let placed = before;
        for (const one of grownBy) {
          shown = grown(shown, one);
          const next = layOut(shown, placed);
          expect(kept(placed, next)).toEqual({ ...placed, columns: expect.anything() });
          expectApart(next);
          placed = next;
        }
        expect(layOut(BASE, placed)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

interface Grown {
  readonly around: string;
  /** Studies that are added, each with the claim that it says. */
  readonly names: readonly string[];
  readonly links: readonly Link[];
}

function grown(base: Picture, ...all: readonly Grown[]): Picture {
  const cards = all.flatMap(({ names }) =>
    names.flatMap((name) => [studyCard(name), claimCard(`c-${name}`)]),
  );
  const links = all.flatMap((one) => one.links);
  const added = picture(cards, links);
  const additions = all.map(({ around, names, links: own }): Addition => ({
    around,
    ids: [
      ...names.flatMap((name) => [name, `c-${name}`]),
      ...own.flatMap(({ kind, source }) => (kind === 'cites' ? [source] : [])),
    ],
  }));
  return {
    ...base,
    cards: [...base.cards, ...cards],
    beads: [...base.beads, ...added.beads],
    links: [...base.links, ...links],
    additions: [...base.additions, ...additions],
  };
}

/** Of a layout, what another had already. */
function kept(before: Layout, after: Layout): Layout {
  const only = <Place>(was: ReadonlyMap<string, Place>, is: ReadonlyMap<string, Place>) =>
    new Map([...is].filter(([id]) => was.has(id)));
  return {
    ...before,
    boxes: only(before.boxes, after.boxes),
    beads: only(before.beads, after.beads),
    lines: only(before.lines, after.lines),
    stubs: only(before.stubs, after.stubs),
    spines: after.spines.slice(0, before.spines.length),
    apart: new Set([...after.apart].filter((id) => before.boxes.has(id))),
  };
}

function expectApart({ boxes, beads }: Layout): void {
  const all = [
    ...boxes,
    ...[...beads].map(
      ([id, { x, y }]) => [id, { x: x - 9, y: y - 9, width: BEAD, height: BEAD }] as const,
    ),
  ];
  for (const [index, [id, a]] of all.entries())
    for (const [other, b] of all.slice(index + 1))
      expect(overlap(a, b) ? `${id} on ${other}` : '').toBe('');
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Up to five additions around things that are there, towards the evidence or away from it. */
function someAdditions(): fc.Arbitrary<readonly Grown[]> {
  const one = fc.record({
    around: fc.nat(20),
    size: fc.integer({ min: 1, max: 6 }),
    out: fc.boolean(),
    together: fc.boolean(),
  });
  return fc.array(one, { minLength: 1, maxLength: 5 }).map((all) => {
    const claims = ['c0', 'c1', 'c2'];
    const studies = ['s0', 's1', 's2'];
    return all.map(({ around, size, out, together }, turn): Grown => {
      const names = Array.from({ length: size }, (_, index) => `x${turn}-${index}`);
      const claim = claims[around % claims.length] ?? 'c0';
      const study = studies[around % studies.length] ?? 's0';
      claims.push(...names.map((name) => `c-${name}`));
      studies.push(...names);
      const more = together ? { group: `all ${turn}`, needs: 0 } : {};
      const links = names.flatMap((name) =>
        out
          ? step(claim, name, `c-${name}`, more)
          : [
              link(name, 'says', `c-${name}`),
              link(`c-${name}`, 'rests', `${name}>${study}`),
              link(`${name}>${study}`, 'cites', study),
            ],
      );
      return { around: out ? claim : study, names, links };
    });
  });
}

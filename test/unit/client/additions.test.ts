import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../client/trail/picture.ts';
import { link, step } from '../../browser/drawing-page/pictures.ts';
import { BASE, grown, kept, layOut, type Grown } from './additions.ts';

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

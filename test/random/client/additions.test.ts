import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEAD } from '../../../client/graph/blocks.ts';
import type { Layout, Rectangle } from '../../../client/graph/layout.ts';
import { BASE, grown, kept, layOut, type Grown } from '../../unit/client/additions.ts';
import { link, step } from '../../browser/drawing-page/pictures.ts';

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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayoutInput } from '../../../client/graph/blocks.ts';
import { layOut } from '../../../client/graph/layout.ts';
import { graph, type Triple } from '../../unit/client/layout-input.ts';

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

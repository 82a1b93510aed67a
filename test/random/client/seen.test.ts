import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenOutline, outlineOf } from '../../../client/trail/outline.ts';
import { drawnLinks, seenOf } from '../../../client/trail/seen.ts';
import { randomTrails } from './random-trails.ts';

describe('The Outline and the drawing', () => {
  const unfoldings = fc.record({
    expanded: fc.array(fc.nat()),
    folded: fc.array(fc.nat()),
    lines: fc.array(fc.nat(), { maxLength: 2 }),
  });

  test('hold the same things and the same lines, however a trail is unfolded', () => {
    fc.assert(
      fc.property(fc.oneof(randomTrails(6), randomTrails(30)), unfoldings, (whole, picks) => {
        const ids = whole.nodes.map((node) => node.id);
        const items = whole.edges.filter((each) => each.type === 'RESTS_ON');
        const pick = (numbers: readonly number[]): string[] =>
          numbers.map((number) => ids[number % ids.length] ?? '');
        const lines = picks.lines.map((number) => `line:${items[number % items.length]?.id}`);
        const unfolding = {
          expanded: pick(picks.expanded),
          folded: [...pick(picks.folded), ...lines],
        };
        const seen = seenOf(whole, new Map(), unfolding);
        const rows = flattenOutline(outlineOf(seen));
        const told = rows.filter(({ kind }) => kind !== 'line' && kind !== 'more');
        expect([...new Set(told.map((row) => row.node))].toSorted()).toEqual(
          [...seen.drawn].toSorted(),
        );
        expect([...new Set(rows.flatMap((row) => row.links))].toSorted()).toEqual(
          drawnLinks(seen.picture)
            .map((link) => link.id)
            .toSorted(),
        );
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
        const full = new Set(rows.filter((row) => row.repeats === null).map((row) => row.node));
        for (const row of rows.filter((each) => each.repeats !== null)) {
          expect(rows[(row.repeats?.row ?? 0) - 1]?.node).toBe(row.node);
          expect(full.has(row.node)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { atAGlance, GLANCE } from '../../../client/trail/glance.ts';
import type { TrailAnswer } from '../../../client/trail/picture.ts';
import { claim, edge, RELAY, trail } from './trails.ts';

/** The relay with so many claims that face its root, of which the last contradicts it. */
function faced(by: number): TrailAnswer {
  const names = Array.from({ length: by }, (_each, index) => `f${index + 1}`);
  return trail(
    [...RELAY.nodes, ...names.map((name) => claim(name, 'another', 1))],
    [
      ...RELAY.edges,
      ...names.map((name, index) =>
        edge(name, index === by - 1 ? 'CONTRADICTS' : 'QUALIFIES', 'c1'),
      ),
    ],
  );
}

describe('A trail at a glance', () => {
  test('is the whole trail where that is small', () => {
    const small = faced(GLANCE - RELAY.nodes.length);
    expect(atAGlance(small)).toEqual({ trail: small, left: 0 });
  });

  test('leaves out claims that only face the root, and says how many', () => {
    const { trail: shown, left } = atAGlance(faced(10));
    expect(shown.nodes).toHaveLength(GLANCE);
    expect(left).toBe(RELAY.nodes.length + 10 - GLANCE);
    const ids = new Set(shown.nodes.map((node) => node.id));
    for (const { source, target } of shown.edges)
      expect([source, target].every((id) => ids.has(id))).toBe(true);
  });

  test('keeps all evidence, and what contradicts before what qualifies', () => {
    const ids = atAGlance(faced(10)).trail.nodes.map((node) => node.id);
    expect(ids).toEqual(expect.arrayContaining(RELAY.nodes.map((node) => node.id)));
    expect(ids).toContain('f10');
  });
});

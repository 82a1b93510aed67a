import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { strongComponents } from '../../../server/domain/strong-components.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { randomEvidence } from '../../support/random-evidence.ts';

/** Small directed graphs: where each node leads to. */
const edges = fc
  .integer({ min: 1, max: 8 })
  .chain((count) =>
    fc.array(fc.array(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }),
  );

function reachedFrom(start: number, next: readonly (readonly number[])[]): Set<number> {
  const reached = new Set([start]);
  for (const node of reached) for (const other of next[node] ?? []) reached.add(other);
  return reached;
}

describe('the components of a graph', () => {
  test('are the nodes that reach each other, each after all that it leads to', () => {
    fc.assert(
      fc.property(edges, (next) => {
        const components = strongComponents(next.keys(), (node) => next[node] ?? []);
        const place = new Map(
          components.flatMap((nodes, at) => nodes.map((node) => [node, at] as const)),
        );
        expect(components.flat().toSorted()).toEqual([...next.keys()]);
        const placeOf = (node: number): number => place.get(node) ?? -1;
        const astray = [...next.keys()].flatMap((from) =>
          [...reachedFrom(from, next)].filter((to) =>
            reachedFrom(to, next).has(from)
              ? placeOf(to) !== placeOf(from)
              : placeOf(to) >= placeOf(from),
          ),
        );
        expect(astray).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the lines of a claim', () => {
  test('come after those of all claims that it rests on, save in a ring, which stands together', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const support = layOutSupport(buildEvidenceGraph(document));
        const { claimLines, claimLinesEnd, lineClaim, memberClaim, memberLine, rings } = support;
        const ringOf = (line: number): number => {
          for (let at = 0; at < rings.length; at += 2)
            if (line >= (rings[at] ?? 0) && line < (rings[at + 1] ?? 0)) return at;
          return -1;
        };
        const astray = [...memberClaim.entries()].filter(([member, other]) => {
          const line = memberLine[member] ?? 0;
          if (other < 0 || other === lineClaim[line]) return false;
          if ((claimLinesEnd[other] ?? 0) <= line) return false;
          return ringOf(line) === -1 || ringOf(claimLines[other] ?? 0) !== ringOf(line);
        });
        expect(astray).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

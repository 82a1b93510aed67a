import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { rowOf, rowsFrom } from '../../../server/domain/rows.ts';
import { computeStandings } from '../../../server/domain/standing.ts';
import { numberedComponents, strongComponents } from '../../../server/domain/strong-components.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../../server/domain/withdrawal.ts';
import { claim, evidenceDocument, study } from '../../support/evidence.ts';
import { randomEvidence } from './random-evidence.ts';

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

  test('are found however long a chain is', () => {
    const count = 200_000;
    const chain = rowsFrom([...Array(count).keys()], (node) =>
      node + 1 < count ? [node + 1] : [],
    );
    const components = numberedComponents(chain);
    expect(components.starts.length).toBe(count + 1);
    expect(rowOf(components, 0)).toEqual(Int32Array.of(count - 1));
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

test('a ring of many claims stands on the one of them that has data', () => {
  const count = 20_000;
  const document = evidenceDocument({
    studies: [study('s', { evidence: 'opinion' }), study('t', { evidence: 'primary' })],
    claims: Array.from({ length: count }, (_, index) =>
      claim(`c${index}`, {
        assertions: [
          { id: `a${index}`, study: index === 77 ? 't' : 's', role: 'asserts' as const },
        ],
        lines: [
          {
            stance: 'supports',
            items: [{ id: `i${index}`, claim: `c${(index + 1) % count}` }],
          },
        ],
      }),
    ),
  });
  const support = layOutSupport(buildEvidenceGraph(document));
  const { counts, proof } = computeStandings(support, AS_IT_STANDS);
  expect(support.rings.length).toBe(2);
  expect(counts.GROUNDED).toBe(count);
  // Each claim has one proof, of one member, and the ring is not closed by them.
  expect(proof.reduce((sum, each) => sum + each, 0)).toBe(count);
});

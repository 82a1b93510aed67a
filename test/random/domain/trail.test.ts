import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import type { TrailGraph } from '../../../server/domain/trail-graph.ts';
import { walkTrail } from '../../../server/domain/trail.ts';
import { naiveReach } from '../../support/naive-trail.ts';
import { randomEvidence } from '../../support/random-evidence.ts';

/** The whole trail of a claim. */
function trail(document: EvidenceDocument, root: string): TrailGraph {
  const node = buildEvidenceGraph(document).claims.get(root);
  if (node === undefined) throw new Error(`There is no claim ${root}.`);
  return walkTrail(node, {
    depth: 64,
    stances: new Set(['supports', 'contradicts', 'qualifies', 'mentions']),
    countAgreement: false,
    size: 2000,
  });
}

describe('a trail', () => {
  test('of random graphs is what a breadth-first search finds, each node at its least depth', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        for (const { id } of document.claims) {
          const { steps } = trail(document, id);
          expect(new Map(steps.map((step) => [step.id, step.depth]))).toEqual(
            naiveReach(document, id),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has each edge once, between nodes that are there', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const { steps, edges } = trail(document, 'c0');
        const known = new Set(steps.map(({ id }) => id));
        for (const { source, target } of edges) {
          expect(known).toContain(source);
          expect(known).toContain(target);
        }
        expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
      }),
      { numRuns: 300 },
    );
  });
});

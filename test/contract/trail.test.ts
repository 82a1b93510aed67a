import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { makeContext, type RequestContext } from '../../server/graphql/context.ts';
import { trailOf, type TrailAnswer } from '../../server/graphql/trail.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { reasonerHere } from '../../server/reasoning/reasoner.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { counted } from '../support/counted-engine.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { naiveReach } from '../support/naive-trail.ts';
import { clique, diamond, ring } from '../support/shapes.ts';
import { randomEvidence } from '../support/random-evidence.ts';
import { A_READER } from '../support/gate.ts';
import { curationOf, fill } from '../support/store.ts';

for (const { name, openEmpty } of enginesUnderTest())
  describe(`a trail on ${name}`, () => {
    let store: EvidenceStore;
    let trips: () => number;
    let context: () => RequestContext;

    beforeEach(async () => {
      const counter = counted(await openEmpty());
      trips = counter.trips;
      store = await openCypherStore(counter.engine);
      const evidence = new CurrentEvidence(store);
      context = () =>
        makeContext(curationOf(store), { evidence, reasoner: reasonerHere() }, A_READER);
    });
    afterEach(() => store.close());

    const trail = (root: string, depth = 64): Promise<TrailAnswer> =>
      trailOf(root, { depth, countAgreement: false }, context());
    const depthsOf = ({ nodes }: TrailAnswer): Map<string, number> =>
      new Map(nodes.map(({ step }) => [step.id, step.depth]));

    test('costs at most two round trips, however deep it goes', async () => {
      await fill(store, diamond(30));
      await trail('top0');
      for (const depth of [0, 1, 6, 64]) {
        const before = trips();
        const { nodes } = await trail('top0', depth);
        expect(trips() - before).toBeLessThanOrEqual(2);
        expect(nodes.length).toBeGreaterThan(1);
      }
    });

    test('sees what was written a moment before', async () => {
      await fill(store, ring(3));
      expect((await trail('o0')).nodes).toHaveLength(9);
      await fill(store, {
        ...ring(3),
        relations: [{ id: 'r', from: 'o0', to: 'o1', type: 'RESTATES', shift: 'same' }],
      });
      expect((await trail('o0')).edges.map(({ edge }) => edge.id)).toContain('r');
    });

    const shapes: readonly [string, EvidenceDocument, string, number][] = [
      // Each level has three claims with a study each, and four citations.
      ['a diamond of 30 levels', diamond(30), 'top0', 91 * 2 + 120],
      ['a clique of 25', clique(25), 'k0', 25 * 2 + 25 * 24],
      ['a ring of 25', ring(25), 'o0', 25 * 3],
    ];
    for (const [what, document, root, size] of shapes)
      test(`of ${what} holds every node once, each at its least depth`, async () => {
        await fill(store, document);
        const answer = await trail(root);
        expect(answer.nodes).toHaveLength(size);
        expect(depthsOf(answer)).toEqual(naiveReach(document, root));
        expect(answer.frontier).toEqual([]);
      });

    test('of a random graph is what a breadth-first search finds', async () => {
      for (const document of fc.sample(randomEvidence(), { numRuns: 10, seed: 7 })) {
        const fresh = await openCypherStore(await openEmpty());
        await fill(fresh, document);
        const freshEvidence = new CurrentEvidence(fresh);
        for (const { id } of document.claims) {
          const answer = await trailOf(
            id,
            { depth: 64, countAgreement: false },
            makeContext(
              curationOf(fresh),
              { evidence: freshEvidence, reasoner: reasonerHere() },
              A_READER,
            ),
          );
          expect(depthsOf(answer)).toEqual(naiveReach(document, id));
        }
        await fresh.close();
      }
    });
  });

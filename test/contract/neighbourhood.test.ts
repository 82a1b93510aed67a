import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeContext, type RequestContext } from '../../server/graphql/context.ts';
import { neighbourhoodOf, pathsBetween } from '../../server/graphql/neighbourhood.ts';
import type { TrailAnswer } from '../../server/graphql/trail.ts';
import { reasonerHere } from '../../server/reasoning/reasoner.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { counted } from '../support/counted-engine.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { hub } from '../support/hub.ts';
import { diamond } from '../support/shapes.ts';
import { A_READER } from '../support/gate.ts';
import { curationOf, fill } from '../support/store.ts';

for (const { name, openEmpty } of enginesUnderTest())
  describe(`a neighbourhood on ${name}`, () => {
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

    const around = (id: string, depth: number, first: number): Promise<TrailAnswer> =>
      neighbourhoodOf(
        {
          id,
          depth,
          first,
          countAgreement: false,
          kinds: ['CLAIM', 'STUDY', 'CITATION', 'AUTHOR'],
        },
        context(),
      );

    test('costs two round trips, however many there are and however deep it goes', async () => {
      await fill(store, hub());
      await around('hub', 1, 12);
      for (const [depth, first] of [
        [1, 12],
        [1, 100],
        [64, 100],
      ] as const) {
        const before = trips();
        const { nodes } = await around('hub', depth, first);
        expect(trips() - before).toBe(2);
        expect(nodes.length).toBeGreaterThan(first);
        const names = nodes.map(({ step, labels }) => labels.get(step.id)?.label ?? step.kind);
        expect(new Set(names)).toContain('Study hub');
      }
    });

    test('and ten paths cost two round trips together', async () => {
      await fill(store, diamond(10));
      const asked = { from: 'top0', to: 'top10', maxLength: 64 };
      await pathsBetween(asked, context());
      const before = trips();
      expect(await pathsBetween(asked, context())).toHaveLength(10);
      expect(trips() - before).toBe(2);
    });
  });

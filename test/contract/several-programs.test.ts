import { describe, expect, inject, test } from 'vitest';
import type { Curation } from '../../server/curation/curation.ts';
import { edit } from '../../server/curation/edit.ts';
import { setFields } from '../../server/curation/edits/fields.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { connectNeo4j } from '../../server/store/engines/neo4j/neo4j-engine.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { emptyNeo4j } from '../support/engines.ts';
import { claim, evidenceDocument } from '../support/evidence.ts';
import { bySomebody, curationOf, fill } from '../support/store.ts';

for (const { version, uri } of inject('neo4j').servers)
  describe(`several programs on one Neo4j ${version}`, () => {
    test('change it at once, and no change is lost or counted twice', async () => {
      await emptyNeo4j(uri);
      const stores = [await openStore(uri), await openStore(uri), await openStore(uri)];
      try {
        const [first] = stores;
        await fill(
          first as EvidenceStore,
          evidenceDocument({ claims: [claim('c', { figures: [] })] }),
        );
        await Promise.all(stores.map((store, program) => addFigures(curationOf(store), program)));
        const [found] = await (first as EvidenceStore).claims(['c']);
        expect(found?.figures?.toSorted()).toEqual(
          [0, 1, 2].flatMap((program) => figures.map((figure) => `${program}.${figure}`)),
        );
        expect(await first?.ledger.head()).toBe(1 + 3 * figures.length);
        const numbers = (await first?.ledger.changes(100, 100))?.map(({ number }) => number);
        expect(numbers).toEqual(Array.from({ length: 16 }, (_each, index) => 16 - index));
      } finally {
        for (const store of stores) await store.close();
      }
    });
  });

const figures = [1, 2, 3, 4, 5];

async function openStore(uri: string): Promise<EvidenceStore> {
  return openCypherStore(await connectNeo4j({ uri }));
}

/** Adds to what is there, whoever else does so: the plan is made from the store anew. */
async function addFigures(curation: Curation, program: number): Promise<void> {
  for (const figure of figures) {
    const outcome = await edit(
      curation,
      async (store) => {
        const [found] = await store.claims(['c']);
        const all = [...(found?.figures ?? []), `${program}.${figure}`];
        return [setFields({ kind: 'claim', id: 'c', owner: 'c' }, { figures: all })];
      },
      bySomebody,
    );
    expect(outcome.isApplied).toBe(true);
  }
}

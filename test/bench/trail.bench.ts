import { bench, describe } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { seedEmptyStore } from '../../server/curation/seed.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { makeHost } from '../../server/http/host.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { reasonerHere } from '../../server/reasoning/reasoner.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { makeTestGate } from '../support/gate.ts';
import { clique, diamond, ring } from '../support/shapes.ts';
import { curationOf, fill } from '../support/store.ts';

const TRAIL = `query Trail($id: ID!) {
  claim(id: $id) {
    trail(depth: 64) {
      nodes { id kind label shortLabel year evidence status standing depth hidden { in out } }
      edges { id source target type stance group needs locator }
      frontier { node count reason }
      revision
    }
  }
}`;

const corpus = await readSeed('seed/corpus');
const shapes: readonly [string, EvidenceDocument, string][] = [
  ['a diamond of 30 levels', diamond(30), 'top0'],
  ['a clique of 25', clique(25), 'k0'],
  ['a ring of 25', ring(25), 'o0'],
  ['the first claim of the corpus', corpus, corpus.claims[0]?.id ?? ''],
];

for (const { name, openEmpty } of enginesUnderTest())
  describe(`a warm trail over HTTP, on ${name} (the limit is 100 ms)`, async () => {
    const store = await openCypherStore(await openEmpty());
    for (const [, document] of shapes) await fill(store, document);
    const host = await makeHost({
      curation: curationOf(store),
      evidence: new CurrentEvidence(store),
      reasoner: reasonerHere(),
      gate: makeTestGate(),
      client: 'nowhere',
      makeErrorId: () => 'none',
      logLevel: 'silent',
    });
    const ask = async (id: string): Promise<void> => {
      const payload = { query: TRAIL, variables: { id } };
      const { statusCode, body } = await host.inject({ method: 'POST', url: '/graphql', payload });
      if (statusCode !== 200 || body.includes('"errors"')) throw new Error(body);
    };
    // A bench that fails does so in silence: each question is asked once before.
    for (const [, , id] of shapes) await ask(id);
    for (const [what, , id] of shapes) bench(what, () => ask(id), { time: 1000, warmupTime: 500 });
  });

describe('loading the corpus (the limit is 3 s embedded)', () => {
  for (const { name, openEmpty } of enginesUnderTest().slice(0, 2))
    bench(
      `into ${name}`,
      async () => {
        const store = await openCypherStore(await openEmpty());
        await seedEmptyStore(curationOf(store));
        await store.close();
      },
      { time: 2000, warmupIterations: 1 },
    );
});

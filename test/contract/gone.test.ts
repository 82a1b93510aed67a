import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { connectNeo4j } from '../../server/store/engines/neo4j/neo4j-engine.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import { startNeo4j, type RunningNeo4j } from '../support/neo4j/neo4j-server.ts';
import { fill } from '../support/store.ts';

// The server of this file is its own, as it does not live to the end.
const canStart = inject('neo4j').servers.some(({ line }) => line === 'lts');
let server: RunningNeo4j | null = null;

beforeAll(async () => {
  if (canStart) server = await startNeo4j('lts');
});
afterAll(() => server?.stop());

test.runIf(canStart)(
  'a Neo4j that is killed is UNAVAILABLE, for reading and for writing',
  async () => {
    if (server === null) throw new Error('The server was not started.');
    const store = await openCypherStore(await connectNeo4j({ uri: server.uri }));
    await fill(store, evidenceDocument({ studies: [study('s')] }));
    server.kill('SIGKILL');
    const gone = { code: 'UNAVAILABLE', retriable: true };
    await expect(store.ping()).rejects.toMatchObject(gone);
    await expect(store.revision()).rejects.toMatchObject(gone);
    await expect(store.search('words', ['claim'], 1)).rejects.toMatchObject(gone);
    await expect(fill(store, evidenceDocument({ studies: [study('t')] }))).rejects.toMatchObject(
      gone,
    );
    await store.close();
  },
);

test('a Neo4j that is not there is UNAVAILABLE, in one sentence', async () => {
  await expect(connectNeo4j({ uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The Neo4j database does not answer: start it, or check NEO4J_URI, and try again.',
  });
});

for (const { version, uri } of inject('neo4j').servers)
  test(`a database that Neo4j ${version} does not have is named as the fault`, async () => {
    await expect(connectNeo4j({ uri, database: 'nowhere' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Neo4j has no database of that name: set NEO4J_DATABASE to one that it has.',
    });
  });

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import type { CypherEngine } from '../../server/store/cypher-engine.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import { connectNeo4j } from '../../server/store/engines/neo4j/neo4j-engine.ts';

/** A kind of engine that a contract holds for; a new one is one entry. */
export interface EngineUnderTest {
  readonly name: string;
  /** An engine with nothing in it. */
  openEmpty(): Promise<CypherEngine>;
}

/** The embedded engine, in memory and on disk, and every Neo4j that this run has. */
export function enginesUnderTest(): EngineUnderTest[] {
  return [
    {
      name: 'the embedded engine in memory, its unordered rows shuffled',
      openEmpty: () => openEmbedded(null, { shuffleUnordered: true }),
    },
    { name: 'the embedded engine on disk', openEmpty: openOnDisk },
    ...inject('neo4j').servers.map(({ version, uri }) => ({
      name: `Neo4j ${version}`,
      openEmpty: async () => {
        await emptyNeo4j(uri);
        return connectNeo4j({ uri });
      },
    })),
  ];
}

async function openOnDisk(): Promise<CypherEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'underpin-store-'));
  const engine = await openEmbedded(join(folder, 'graph.grafeo'));
  const close = engine.close.bind(engine);
  engine.close = async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
  return engine;
}

/** Takes everything out of a test server, its schema aside. */
export async function emptyNeo4j(uri: string): Promise<void> {
  await runOnNeo4j(uri, 'MATCH (n) DETACH DELETE n');
}

/** Runs a statement on a test server beside the store, as another program would. */
export async function runOnNeo4j(
  uri: string,
  text: string,
  parameters: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(text, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

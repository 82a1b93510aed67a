import { join } from 'node:path';
import { openCypherStore } from './cypher-store.ts';
import type { CypherEngine } from './cypher-engine.ts';
import { openEmbedded } from './engines/embedded/embedded-engine.ts';
import type { Neo4jSettings } from './engines/neo4j/neo4j-engine.ts';
import type { EvidenceStore } from './evidence-store.ts';

/** Which database, and where. */
export interface StoreSettings {
  /** Folder of the embedded store. */
  readonly data: string;
  /** Where given, Neo4j is the store. */
  readonly neo4j: Neo4jSettings | null;
}

/**
 * Opens the store that the settings name.
 * @throws UNAVAILABLE where it does not answer or is in use.
 */
export async function openStore({ data, neo4j }: StoreSettings): Promise<EvidenceStore> {
  const engine =
    neo4j === null ? await openEmbedded(join(data, 'graph.grafeo')) : await connect(neo4j);
  try {
    return await openCypherStore(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Neo4j's driver is loaded only where it is needed. */
async function connect(settings: Neo4jSettings): Promise<CypherEngine> {
  const { connectNeo4j } = await import('./engines/neo4j/neo4j-engine.ts');
  return connectNeo4j(settings);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { runProgram, startProgram } from '../support/program.ts';
import { emptyNeo4j } from '../support/engines.ts';

/** What a freshly started program exports once it has stopped, and what it answered while it ran. */
async function serveAndExport(
  environment: Readonly<Record<string, string>>,
): Promise<{ output: string; statistics: unknown; exported: string }> {
  const program = await startProgram(environment);
  const answer = await fetch(`${program.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ statistics { studies claims citations mentions } }' }),
  });
  const { data } = (await answer.json()) as { data: { statistics: unknown } };
  const { stdout: output } = await program.stop();
  const { status, stdout: exported } = await runProgram(['export'], environment);
  expect(status).toBe(0);
  return { output, statistics: data.statistics, exported };
}

for (const { version, uri } of inject('neo4j').servers)
  test(`the program serves the same graph from Neo4j ${version} as from the embedded store, and exports it byte for byte the same`, async () => {
    await emptyNeo4j(uri);
    const folder = await mkdtemp(join(tmpdir(), 'underpin-'));
    try {
      const embedded = await serveAndExport({ UNDERPIN_DATA: folder });
      const neo4j = await serveAndExport({ UNDERPIN_DATA: folder, NEO4J_URI: uri });
      for (const { output } of [embedded, neo4j])
        expect(output).toContain('The store was empty: the seed corpus was loaded.');
      expect(neo4j.statistics).toEqual(embedded.statistics);
      expect(neo4j.exported.length).toBeGreaterThan(10_000);
      expect(neo4j.exported === embedded.exported).toBe(true);
      const { stdout } = await runProgram(['verify'], { NEO4J_URI: uri });
      expect(stdout).toMatch(/^The store is in order/);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await emptyNeo4j(uri);
    }
  });

import { bench, describe } from 'vitest';
import { importSource } from '../../server/curation/import-source.ts';
import { aanCitations } from '../../server/ingest/readers/aan.ts';
import type { CypherEngine } from '../../server/store/cypher-engine.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import type { Statement } from '../../server/store/statement.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { hasSharedData, sharedFile, WITHOUT_SHARED_DATA } from '../support/shared-data.ts';
import { bySomebody, curationOf } from '../support/store.ts';

const BATCH = 5000;

describe.skipIf(!hasSharedData)(
  'importing the ACL Anthology Network, against bare UNWIND batches of the same records (0.8 of their rate or more)',
  () => {
    const content = hasSharedData
      ? sharedFile('aan-citations/acl.txt').toString()
      : WITHOUT_SHARED_DATA;
    for (const { name, openEmpty } of enginesUnderTest().filter(({ name: n }) => !/memory/.test(n)))
      bench(
        name,
        async () => {
          const said: string[] = [];
          for (let round = 0; round < 3; round += 1) {
            const bare = await timed(openEmpty, (engine) => writeBare(engine, content));
            const ours = await timed(openEmpty, (engine) => bringIn(engine, content, 'acl.txt'));
            said.push(`bare ${bare} ms, imported ${ours} ms, ${(bare / ours).toFixed(2)}`);
          }
          process.stdout.write(`${name}: ${said.join('; ')}\n`);
        },
        { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
      );
  },
);

/** A hub is the worst that a database can be asked to add to, one citation after another. */
const HUB = 20_000;

describe(`importing a hub of ${HUB} citations (embedded: at most 3 s)`, () => {
  const works = Array.from({ length: HUB }, (_each, at) => `10.1000/${at},10.1000/hub\n`);
  const content = `citing,cited\n${works.join('')}`;
  for (const { name, openEmpty } of enginesUnderTest().filter(({ name: n }) => !/memory/.test(n)))
    bench(
      name,
      async () => {
        const took = await timed(openEmpty, (engine) => bringIn(engine, content, 'hub.csv'));
        process.stdout.write(`${name}: ${took} ms\n`);
      },
      { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
});

async function bringIn(engine: CypherEngine, content: string, name: string): Promise<void> {
  const store = await openCypherStore(engine);
  const { isApplied, problems } = await importSource(
    curationOf(store),
    { content, name, keepsEdits: false },
    bySomebody,
  );
  if (!isApplied) throw new Error(JSON.stringify(problems.slice(0, 3)));
}

async function timed(
  openEmpty: () => Promise<CypherEngine>,
  work: (engine: CypherEngine) => Promise<void>,
): Promise<number> {
  const engine = await openEmpty();
  try {
    await engine.bootstrap();
    const start = performance.now();
    await work(engine);
    return Math.round(performance.now() - start);
  } finally {
    await engine.close();
  }
}

interface Written {
  readonly written: number;
}

const PAPERS: Statement<{ readonly rows: readonly unknown[] }, Written> = {
  name: 'bare/papers',
  access: 'write',
  text: `UNWIND $rows AS row MERGE (s:Study {id: row.id}) ON CREATE SET s:Entity
    SET s.label = row.label, s.url = row.url, s.type = row.type, s.evidence = row.evidence, s.resolution = row.resolution
    RETURN count(s) AS written`,
  parameters: {
    rows: {
      list: {
        map: {
          id: 'string',
          label: 'string',
          url: 'string',
          type: 'string',
          evidence: 'string',
          resolution: 'string',
        },
      },
    },
  },
  row: { written: 'integer' },
};

const CITATIONS: Statement<{ readonly rows: readonly unknown[] }, Written> = {
  name: 'bare/citations',
  access: 'write',
  text: `UNWIND $rows AS row MATCH (citing:Study {id: row.citing}) MATCH (cited:Study {id: row.cited})
    MERGE (c:Citation {id: row.id}) ON CREATE SET c:Entity
    MERGE (c)<-[:MAKES]-(citing) MERGE (c)-[:CITES]->(cited) RETURN count(c) AS written`,
  parameters: { rows: { list: { map: { id: 'string', citing: 'string', cited: 'string' } } } },
  row: { written: 'integer' },
};

/** What somebody would write who knows what is in the file, and wants that in the database and nothing else. */
async function writeBare(engine: CypherEngine, text: string): Promise<void> {
  const { studies, citations } = aanCitations.read({ name: 'acl.txt', text }).document;
  const papers = studies.map(({ id, label, url, type, evidence, resolution }) => ({
    id,
    label,
    url,
    type,
    evidence,
    resolution,
  }));
  const pairs = citations.map(({ id, citing, cited }) => ({ id, citing, cited }));
  await engine.write(async (run) => {
    for (let at = 0; at < papers.length; at += BATCH)
      await run(PAPERS, { rows: papers.slice(at, at + BATCH) });
    for (let at = 0; at < pairs.length; at += BATCH)
      await run(CITATIONS, { rows: pairs.slice(at, at + BATCH) });
  });
}

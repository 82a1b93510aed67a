import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bench, describe } from 'vitest';
import { Course } from '../../server/curation/course.ts';
import { bringInLarge } from '../../server/curation/import-large.ts';
import { openBrought } from '../../server/curation/read-brought.ts';
import type { LargeFile } from '../../server/ingest/open-pieces.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { enginesUnderTest } from '../support/engines.ts';
import { largeFile } from '../support/large-files.ts';
import { hasSharedData, sharedFile, WITHOUT_SHARED_DATA } from '../support/shared-data.ts';
import { bySomebody, curationOf } from '../support/store.ts';

type Files = readonly (readonly [name: string, file: LargeFile])[];

const MEGABYTE = 1_000_000;
const ONCE = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };
const ENGINES = enginesUnderTest().filter(({ name }) => !/memory/.test(name));

/** The network over and over, each time with papers of its own. */
function networks(times: number): LargeFile {
  const lines = hasSharedData
    ? sharedFile('aan-citations/acl.txt').toString().split('\n')
    : [WITHOUT_SHARED_DATA];
  return {
    name: 'acl.txt',
    open: async function* open() {
      for (let time = 0; time < times; time += 1)
        yield Buffer.from(lines.map((line) => line.replaceAll('-', `-${time}`)).join('\n'));
    },
  };
}

describe('the heap that an import holds while it writes (flat: as high for ten times as much)', () => {
  const works: Files = [
    ['20 MB of OpenAlex', largeFile('openalex', 20 * MEGABYTE)],
    ['200 MB of OpenAlex', largeFile('openalex', 200 * MEGABYTE)],
  ];
  const network: Files = hasSharedData ? [['the citations of AAN', networks(1)]] : [];
  const tenfold: Files = hasSharedData ? [['ten times these', networks(10)]] : [];
  // Much more is more than the Neo4j under test has memory for in one transaction.
  const twofold: Files = hasSharedData ? [['twice these', networks(2)]] : [];
  for (const engine of ENGINES)
    for (const [name, file] of /Neo4j/.test(engine.name)
      ? [...network, ...twofold]
      : [...network, ...tenfold, ...works])
      bench(
        `${name}, ${engine.name}`,
        async () => {
          const { records, seconds, heap, buffers } = await bringIn(engine.openEmpty, file);
          process.stdout.write(
            `${name}, ${engine.name}: ${records} records in ${seconds} s, at most ${heap} MB of heap and ${buffers} MB of numbers\n`,
          );
        },
        ONCE,
      );
});

async function bringIn(
  openEmpty: (typeof ENGINES)[number]['openEmpty'],
  file: LargeFile,
): Promise<Readonly<Record<'records' | 'seconds' | 'heap' | 'buffers', number>>> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const engine = await openEmpty();
  try {
    const curation = curationOf(await openCypherStore(engine));
    let [heap, buffers, next] = [0, 0, 0];
    const course = new Course({
      progress: () => {
        if (performance.now() < next) return;
        next = performance.now() + 500;
        collectGarbage();
        const used = process.memoryUsage();
        heap = Math.max(heap, used.heapUsed);
        buffers = Math.max(buffers, used.arrayBuffers);
      },
    });
    const opened = await openBrought(curation.profiles, { file });
    const start = performance.now();
    const brought = { name: file.name, keepsEdits: false, file, ...opened };
    const { report } = await bringInLarge(curation, brought, { ...bySomebody, course });
    if (!report.isApplied) throw new Error(JSON.stringify(report.problems.slice(0, 3)));
    return {
      records: report.counts?.created ?? 0,
      seconds: Math.round((performance.now() - start) / 1000),
      heap: Math.round(heap / MEGABYTE),
      buffers: Math.round(buffers / MEGABYTE),
    };
  } finally {
    await engine.close();
  }
}

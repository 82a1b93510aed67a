import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { guardFolder } from './guard-folder.ts';
import { Neo4jUnavailable } from './neo4j-lines.ts';

const defaultCache = join(import.meta.dirname, '../../../.cache/neo4j');

/** One Maven at a time, for its local repository takes one writer. */
let earlierFetch: Promise<unknown> = Promise.resolve();

/**
 * The folder with the jars of that Neo4j, fetched with Maven the first time.
 * A folder under its final name is always whole: the jars are copied to a sibling, which is renamed
 * once Maven has succeeded. Of two processes at once the slower takes what the faster put there.
 */
export async function neo4jJars(
  version: string,
  say: (message: string) => void = () => {},
  cache = defaultCache,
): Promise<string> {
  const jars = join(cache, version);
  const fetched = earlierFetch.finally(async () => {
    if (existsSync(jars)) return;
    say(`Fetching the jars of Neo4j ${version} with Maven, this once …`);
    await fetchJars(version, jars);
  });
  earlierFetch = fetched.catch(() => {});
  await fetched;
  return jars;
}

async function fetchJars(version: string, jars: string): Promise<void> {
  await mkdir(dirname(jars), { recursive: true });
  const partial = await mkdtemp(join(dirname(jars), `.partial-${version}-`));
  const guardian = guardFolder(partial);
  try {
    const copied = promisify(execFile)('mvn', mavenArguments(version, partial), {
      timeout: 900_000,
    });
    guardian.watch(copied.child);
    await copied;
    await rename(partial, jars).catch((error: unknown) => {
      if (!existsSync(jars)) throw error;
    });
  } catch (error) {
    throw new Neo4jUnavailable(
      `The jars of Neo4j ${version} are not in the cache, and Maven's mvn, which must be on PATH and reach its repository, could not fetch them (${complaint(error)}).`,
      { cause: error },
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
    guardian.release();
  }
}

function mavenArguments(version: string, folder: string): string[] {
  const quietly = ['-q', '-B', '-Dstyle.color=never', '-f', join(import.meta.dirname, 'pom.xml')];
  const wanted = [`-Dneo4j.version=${version}`, '-DincludeScope=runtime'];
  return [...quietly, 'dependency:copy-dependencies', ...wanted, `-DoutputDirectory=${folder}`];
}

/** Maven prints its errors on stdout, the telling one first. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const printed = 'stdout' in error ? String(error.stdout) : '';
  return /\[ERROR\] (\S.*?)(?: -> \[Help \d\])?$/m.exec(printed)?.[1] ?? error.message.trim();
}

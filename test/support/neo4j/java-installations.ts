import { execFile } from 'node:child_process';
import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { javaRelease, type Java } from './neo4j-lines.ts';

/** Where systems and SDKMAN put one Java beside another, and what leads from each to its home. */
const usualFolders = [
  ['/usr/lib/jvm', ''],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
  [join(homedir(), '.sdkman/candidates/java'), ''],
] as const;

/** Every Java that answers, the person's own choice (JAVA_HOME, then PATH) first. */
export async function findJavas(environment: NodeJS.ProcessEnv): Promise<readonly Java[]> {
  const { JAVA_HOME: chosen, PATH: path = '' } = environment;
  const homes = usualFolders.map(async ([folder, inner]) =>
    (await readdir(folder).catch(() => [])).map((name) => join(folder, name, inner, 'bin/java')),
  );
  const candidates = [
    ...(chosen ? [join(chosen, 'bin/java')] : []),
    ...path.split(delimiter).map((folder) => join(folder, 'java')),
    ...(await Promise.all(homes)).flat(),
  ];
  const present = await Promise.all(candidates.map((file) => realpath(file).catch(() => null)));
  const distinct = [...new Set(present)].filter((file) => file !== null);
  return (await Promise.all(distinct.map(askRelease))).filter((java) => java !== null);
}

async function askRelease(command: string): Promise<Java | null> {
  const asked = promisify(execFile)(command, ['-version'], { timeout: 10_000 });
  const release = javaRelease((await asked.catch(() => ({ stderr: '' }))).stderr);
  return release === null ? null : { command, release };
}

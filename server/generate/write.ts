import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './files.ts';

/**
 * Writes what is not as it should be; with `checkOnly` only names it.
 * @returns the exit status: 1 where a file was found stale by a check.
 */
export async function writeGeneratedFiles(checkOnly: boolean): Promise<number> {
  const root = process.cwd();
  let stale = 0;
  for (const [path, content] of await generatedFiles(root)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
    stale += 1;
    if (checkOnly) process.stderr.write(`${path} is stale: run \`npm run generate\`.\n`);
    else {
      writeFileSync(file, content);
      process.stdout.write(`${path}\n`);
    }
  }
  return checkOnly && stale > 0 ? 1 : 0;
}

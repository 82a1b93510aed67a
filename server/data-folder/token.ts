import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnderpinError } from '../domain/errors.ts';
import { makePrivateFolder, writePrivateFile } from './private-files.ts';

/**
 * The curator's token that is kept in the data folder; null where none is.
 * A file that others may read is closed to them.
 * @throws UNAVAILABLE where there is one that cannot be read.
 */
export async function findToken(data: string): Promise<string | null> {
  const file = tokenFile(data);
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) await chmod(file, 0o600);
    const token = (await readFile(file, 'utf8')).trim();
    return token === '' ? null : token;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UnderpinError(
      'UNAVAILABLE',
      `The curator’s token in ${file} cannot be read (${code}): make it readable, or set UNDERPIN_TOKEN.`,
      error,
    );
  }
}

/** The curator's token of the data folder, made and kept there where there is none yet. */
export async function keepToken(data: string, makeSecret: () => string): Promise<string> {
  const kept = await findToken(data);
  if (kept !== null) return kept;
  const token = makeSecret();
  makePrivateFolder(data);
  await writePrivateFile(tokenFile(data), `${token}\n`);
  return token;
}

function tokenFile(data: string): string {
  return join(data, 'token');
}

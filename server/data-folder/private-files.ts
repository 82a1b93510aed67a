import { chmodSync, mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { UnderpinError } from '../domain/errors.ts';

/**
 * Makes a folder that only its owner may look into, where there is none yet.
 * @throws UNAVAILABLE where it cannot be made.
 */
export function makePrivateFolder(folder: string): void {
  try {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A folder that was there before is somebody's, and stays as open as it was.
    if (made !== undefined) chmodSync(folder, 0o700);
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The data folder ${folder} cannot be made: set UNDERPIN_DATA to a folder that may be written.`,
      error,
    );
  }
}

/**
 * Writes a file that only its owner may read: whole or not at all, and closed to
 * others from its first byte on.
 * @throws UNAVAILABLE where it cannot be written.
 */
export async function writePrivateFile(
  file: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await rm(draft, { force: true });
    const handle = await open(draft, 'wx', 0o600);
    try {
      if (typeof content === 'string' || content instanceof Uint8Array)
        await handle.writeFile(content);
      else for await (const bytes of content) await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The file ${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}): set UNDERPIN_DATA to a folder that may be written.`,
      error,
    );
  }
}

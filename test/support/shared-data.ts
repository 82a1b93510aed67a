import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decode } from '../../server/ingest/decode.ts';
import type { SourceFile } from '../../server/ingest/readers/reader.ts';

/** Real data for tests, which stays outside the project: each folder with its SOURCE.md. */
const SHARED = '../shared/data';

export const hasSharedData = existsSync(SHARED);

/** What the name of a test ends with where it is absent. */
export const WITHOUT_SHARED_DATA = hasSharedData
  ? ''
  : ' (skipped: the folder of real data is not there)';

export function sharedFile(path: string): Buffer {
  return readFileSync(join(SHARED, path));
}

/** A real file as readers get it. */
export function sharedSource(path: string): SourceFile {
  return { name: basename(path), text: decode(sharedFile(path)) };
}

/** The files below a folder, as paths from it. */
export function sharedFiles(folder: string): string[] {
  if (!hasSharedData) return [];
  return readdirSync(join(SHARED, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'SOURCE.md')
    .map((entry) => join(entry.parentPath, entry.name).slice(join(SHARED, folder).length + 1))
    .toSorted();
}

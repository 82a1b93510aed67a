import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makePrivateFolder, writePrivateFile } from '../data-folder/private-files.ts';
import { UnderpinError } from '../domain/errors.ts';
import { outlived } from './kept-by-age.ts';

/** The files of a snapshot: the export, and what is remembered beside it; null where that is missing. */
export interface SnapshotFiles {
  /** The name of the export's file. */
  readonly name: string;
  readonly exported: string;
  readonly states: string | null;
}

/** A snapshot as it is listed. */
export interface SnapshotEntry {
  readonly name: string;
  /** When it was taken, in ISO 8601. */
  readonly taken: string;
  /** How many records it holds; null where the file cannot be read. */
  readonly records: number | null;
}

const STEM = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\./;
const DAY = 24 * 3_600_000;

/** The folder of the snapshots in a data folder. */
export function snapshotFolder(data: string): string {
  return join(data, 'snapshots');
}

/** The name of the file beside an export. */
export function statesName(name: string): string {
  return name.replace(/(\.json)?$/, '.states.json');
}

/** The name of the export that was taken at this time: neither colons nor dots, as some systems have none in names. */
function nameAt(time: string): string {
  return `${time.replaceAll(/[:.]/g, '-')}.json`;
}

function timeOf(file: string): string | null {
  const [, day, hour, minute, second, rest] = STEM.exec(file) ?? [];
  return day === undefined ? null : `${day}T${hour}:${minute}:${second}.${rest}Z`;
}

/** The times of all snapshots, the newest first. */
async function timesIn(data: string): Promise<string[]> {
  const times = (await filesIn(data)).flatMap((file) => {
    const time = timeOf(file);
    return time !== null && file === nameAt(time) ? [time] : [];
  });
  return times.toSorted().toReversed();
}

async function filesIn(data: string): Promise<string[]> {
  try {
    return await readdir(snapshotFolder(data));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The snapshots of a data folder, the newest first. */
export async function listSnapshots(data: string): Promise<SnapshotEntry[]> {
  const entries: SnapshotEntry[] = [];
  for (const taken of await timesIn(data)) {
    const name = nameAt(taken);
    entries.push({ name, taken, records: await recordsIn(join(snapshotFolder(data), name)) });
  }
  return entries;
}

async function recordsIn(file: string): Promise<number | null> {
  try {
    const document = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown[]>;
    const counts = Object.values(document).map((records) => records.length);
    return counts.reduce((sum, count) => sum + count, 0);
  } catch {
    return null;
  }
}

/** What stands beside the newest export; null where there is none that can be read. */
export async function newestStates(data: string): Promise<string | null> {
  const [newest] = await timesIn(data);
  if (newest === undefined) return null;
  return readOrNull(join(snapshotFolder(data), statesName(nameAt(newest))));
}

/**
 * Reads a snapshot.
 * @param given its name in the folder of the snapshots, with or without the ending,
 *   or the path of a file anywhere.
 * @throws NOT_FOUND where there is none; UNAVAILABLE where it cannot be read.
 */
export async function readSnapshot(data: string, given: string): Promise<SnapshotFiles> {
  const name = given.replace(/\.states\.json$/, '.json');
  const kept = join(snapshotFolder(data), name);
  const isPath = basename(name) !== name;
  for (const file of isPath ? [name] : [kept, `${kept}.json`, name]) {
    const exported = await readOrNull(file);
    if (exported !== null)
      return {
        name: basename(file),
        exported,
        states: await readOrNull(statesName(file)),
      };
  }
  throw new UnderpinError(
    'NOT_FOUND',
    `There is no snapshot ${given}, neither in ${snapshotFolder(data)} nor as a file: \`underpin restore\` alone lists those that there are.`,
  );
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UnderpinError(
      'UNAVAILABLE',
      `The file ${file} cannot be read (${code}): check that it is a file, and who may read it.`,
      error,
    );
  }
}

/**
 * Writes a snapshot: an export that is there has its partner, as it is written last.
 * @returns the name of the export's file.
 * @throws UNAVAILABLE where it cannot be written.
 */
export async function writeSnapshot(
  data: string,
  taken: string,
  { exported, states }: Omit<SnapshotFiles, 'name'> & { readonly states: string },
): Promise<string> {
  const folder = snapshotFolder(data);
  makePrivateFolder(data);
  makePrivateFolder(folder);
  const name = nameAt(taken);
  await writePrivateFile(join(folder, statesName(name)), states);
  await writePrivateFile(join(folder, name), exported);
  return name;
}

/** The first time from this one on at which no snapshot was taken. */
export async function freeTime(data: string, wanted: Date): Promise<string> {
  const taken = new Set(await timesIn(data));
  let time = wanted.getTime();
  while (taken.has(new Date(time).toISOString())) time += 1;
  return new Date(time).toISOString();
}

/** Removes the snapshots that are outlived, and what is left of ones that were never finished. */
export async function removeOutlived(data: string, now: string): Promise<void> {
  const times = await timesIn(data);
  const whole = new Set(times);
  const going = new Set(outlived(times, now));
  const files = (await filesIn(data)).filter((file) => {
    const time = timeOf(file);
    if (time === null) return false;
    const isStray = !whole.has(time) && Date.parse(now) - Date.parse(time) > DAY;
    return going.has(time) || isStray;
  });
  // The export goes before its partner: it would pass for one that never had any.
  const isExport = (file: string): boolean => file === nameAt(timeOf(file) ?? '');
  for (const file of [...files.filter(isExport), ...files.filter((each) => !isExport(each))])
    await rm(join(snapshotFolder(data), file), { force: true });
}

/** Why the disk refused, in its own word. */
export function codeOf(error: unknown): string {
  const { code, cause } = error as NodeJS.ErrnoException;
  if (error instanceof UnderpinError) return codeOf(cause ?? {});
  return code ?? 'unknown reason';
}

import { profileFrom } from '../ingest/profile-from.ts';
import { fitting, profiledReader } from '../ingest/profiled-reader.ts';
import { readSource } from '../ingest/read-source.ts';
import { openPieces, type LargeFile, type OpenPieces } from '../ingest/open-pieces.ts';
import { LIMITS, type Limits } from '../ingest/pieces.ts';
import type { Reader, Reading, ShownTable, SourceFile } from '../ingest/readers/reader.ts';
import type { TableProfiles } from './table-profiles.ts';

/** A source that is to be read, and how. */
export interface ToRead {
  readonly content: string;
  readonly name: string | null;
  readonly format?: string | null;
  readonly profile?: string | object | null;
}

/** The same of a file that is read piece by piece. */
export interface FileToRead extends Omit<ToRead, 'content' | 'name'> {
  readonly file: LargeFile;
  readonly limits?: Limits;
}

/** A table, and the saved profiles by which it could be read, the most fitting first. */
export interface ReadTable extends ShownTable {
  readonly fitting: readonly string[];
}

/**
 * Reads what is brought; a table of claims by the profile that is given, else by a
 * saved one that fits, else by its headings.
 * @throws INVALID where the format cannot be told or the profile is none; NOT_FOUND
 *   where none is saved under the name that is given.
 */
export async function readBrought(
  profiles: TableProfiles,
  { content, name, format = null, profile = null }: ToRead,
): Promise<{
  readonly format: string;
  readonly reading: Reading;
  readonly table: { readonly table?: ReadTable };
}> {
  const file = { name, text: content };
  const { readerOf, fittingTo } = await profilesToHand(profiles, { format, profile });
  const read = readSource(file, format, readerOf(file));
  const { table } = read.reading;
  return { ...read, table: table === undefined ? {} : { table: fittingTo(table) } };
}

/**
 * Opens a file that is brought to be read piece by piece, as `readBrought` would read it.
 * @throws INVALID and NOT_FOUND as that does.
 */
export async function openBrought(
  profiles: TableProfiles,
  { file, format = null, profile = null, limits = HELD }: FileToRead,
): Promise<{
  readonly pieces: OpenPieces;
  readonly fittingTo: (table: ShownTable) => ReadTable;
}> {
  const { readerOf, fittingTo } = await profilesToHand(profiles, { format, profile });
  return { pieces: await openPieces(file, { format, readerOf, limits }), fittingTo };
}

/** More is held of a piece while it is brought in than while it is read. */
const HELD = { ...LIMITS, piece: 2 ** 20 };

async function profilesToHand(
  profiles: TableProfiles,
  { format, profile }: { readonly format: string | null; readonly profile: string | object | null },
): Promise<{
  readonly readerOf: (file: SourceFile) => Reader | null;
  readonly fittingTo: (table: ShownTable) => ReadTable;
}> {
  const saved = await profiles.all();
  const given =
    profile === null
      ? null
      : typeof profile === 'string'
        ? await profiles.find(profile)
        : profileFrom(profile);
  return {
    readerOf: (file) => profiledReader(file, format, { given, saved }),
    fittingTo: (table) => ({
      ...table,
      fitting: fitting(saved, table.headings).map((each) => each.name),
    }),
  };
}

import { profileFrom } from '../ingest/profile-from.ts';
import { fitting, profiledReader } from '../ingest/profiled-reader.ts';
import { readSource } from '../ingest/read-source.ts';
import type { Reading, ShownTable } from '../ingest/readers/reader.ts';
import type { TableProfiles } from './table-profiles.ts';

/** A source that is to be read, and how. */
export interface ToRead {
  readonly content: string;
  readonly name: string | null;
  readonly format?: string | null;
  readonly profile?: string | object | null;
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
  const saved = await profiles.all();
  const given =
    profile === null
      ? null
      : typeof profile === 'string'
        ? await profiles.find(profile)
        : profileFrom(profile);
  const read = readSource(file, format, profiledReader(file, format, { given, saved }));
  const { table } = read.reading;
  if (table === undefined) return { ...read, table: {} };
  const names = fitting(saved, table.headings).map((each) => each.name);
  return { ...read, table: { table: { ...table, fitting: names } } };
}

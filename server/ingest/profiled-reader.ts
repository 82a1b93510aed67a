import { UnderpinError } from '../domain/errors.ts';
import { READERS } from './formats.ts';
import { fitsTable, headingsOf, type ClaimsTableProfile } from './readers/claims-table-profile.ts';
import { claimsTable, readClaimsTable } from './readers/claims-table.ts';
import type { Reader, SourceFile } from './readers/reader.ts';
import { headerOf } from './readers/table.ts';

/**
 * What reads a source by a profile of columns: the one that is given, else of those
 * that people have saved the one that names most of its headings; null where none does.
 * @throws INVALID where a profile is given for something else than a table of claims.
 */
export function profiledReader(
  file: SourceFile,
  format: string | null,
  { given, saved }: ProfilesToHand,
): Reader | null {
  if (format !== null && format !== claimsTable.format) {
    if (given === null) return null;
    throw new UnderpinError(
      'INVALID',
      `A profile tells the columns of a table of claims, “${claimsTable.format}”; the format is said to be “${format}”.`,
    );
  }
  if (given !== null) return readClaimsTable(given);
  const [best] = fitting(saved, headerOf(file.text));
  if (best === undefined) return null;
  const reader = readClaimsTable(best);
  const certainty = reader.recognises(file);
  const isSurest = READERS.every((other) => other.recognises(file) <= certainty);
  return format !== null || isSurest ? reader : null;
}

export interface ProfilesToHand {
  readonly given: ClaimsTableProfile | null;
  readonly saved: readonly ClaimsTableProfile[];
}

/** The profiles whose headings a table has, those that name most of them first. */
export function fitting(
  profiles: readonly ClaimsTableProfile[],
  header: readonly string[],
): ClaimsTableProfile[] {
  return profiles
    .filter((profile) => fitsTable(profile, header))
    .toSorted((a, b) => headingsOf(b).length - headingsOf(a).length);
}

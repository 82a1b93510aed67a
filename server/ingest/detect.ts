import { capitalise } from '../domain/capitalise.ts';
import { UnderpinError } from '../domain/errors.ts';
import { formatList, READERS, unknownFormat } from './formats.ts';
import type { Reader, SourceFile } from './readers/reader.ts';

/** Two readers that are nearer to each other than this are equally sure. */
const NEAR = 0.05;

/** What is told by its content alone is surer than this. */
const BY_NAME = 0.6;

const WEB_PAGE = /^\s*<(?:!doctype html|html)\b/i;

/**
 * The reader of a source: the one that is named, else the one that is surest.
 * @throws INVALID where there is none of that name, where none knows the source, or two do;
 *   then its details say which `formats` it may be.
 */
export function readerFor(given: SourceFile, format: string | null): Reader {
  // What is packed is called by what it holds, and by how it is packed.
  const file = { ...given, name: given.name?.replace(/\.gz$/i, '') ?? null };
  if (format !== null) {
    const wanted = READERS.find((reader) => reader.format === format);
    if (wanted !== undefined) return wanted;
    throw new UnderpinError('INVALID', unknownFormat(format));
  }
  const [first, second] = READERS.map((reader) => ({ reader, certainty: reader.recognises(file) }))
    .filter(({ certainty }) => certainty > 0)
    .toSorted((a, b) => b.certainty - a.certainty);
  if (WEB_PAGE.test(file.text) && (first?.certainty ?? 0) < BY_NAME)
    throw new UnderpinError(
      'INVALID',
      `${capitalise(named(file))} is a web page: save the references that it offers, as BibTeX or RIS, and bring these.`,
    );
  if (first === undefined)
    throw new UnderpinError(
      'INVALID',
      `No format is recognised in ${named(file)}: say which it is. There are ${formatList()}.`,
      undefined,
      { formats: [] },
    );
  if (second !== undefined && first.certainty - second.certainty < NEAR)
    throw new UnderpinError(
      'INVALID',
      `${named(file)} may be ${first.reader.name} or ${second.reader.name}: say “${first.reader.format}” or “${second.reader.format}”.`,
      undefined,
      { formats: [first.reader.format, second.reader.format] },
    );
  return first.reader;
}

function named({ name }: SourceFile): string {
  return name === null ? 'this source' : `“${name}”`;
}

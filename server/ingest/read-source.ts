import { readerFor } from './detect.ts';
import { nothingRead, type Reader, type Reading, type SourceFile } from './readers/reader.ts';

/**
 * Reads a source in the format that is named, or in the one that it is in.
 * @throws INVALID where there is no such format, or none can be told.
 */
export function readSource(
  source: SourceFile,
  format: string | null,
): { readonly format: string; readonly reading: Reading } {
  const file = { ...source, text: withPlainLines(source.text) };
  if (file.text.trim() === '')
    return { format: format ?? 'json', reading: nothing('This source is empty.') };
  const reader = readerFor(file, format);
  return { format: reader.format, reading: readBy(reader, file) };
}

/** What one reader makes of a source, whatever it is: the problems by their lines, and not too many. */
export function readBy(reader: Reader, file: SourceFile): Reading {
  try {
    const reading = reader.read(file);
    const isNothing = reading.source === undefined && reading.problems.length === 0;
    if (isNothing && reading.lines.size === 0)
      return nothing(`There is no record of ${reader.name} in this source.`);
    return { ...reading, problems: fewProblems(reading.problems) };
  } catch (error) {
    // What is nested deeper than the stack is high was made to be so.
    if (!(error instanceof RangeError)) throw error;
    return nothing('This is nested too deeply to be read.');
  }
}

/** A text without a byte order mark, whose lines end with `\n` alone. */
export function withPlainLines(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

/** More than these help nobody, and fill every answer. */
const MOST_PROBLEMS = 1000;

function fewProblems(found: Reading['problems']): Reading['problems'] {
  const problems = found.toSorted((one, other) => one.line - other.line);
  const [next] = problems.slice(MOST_PROBLEMS);
  if (next === undefined) return problems;
  const message = `From here on ${problems.length - MOST_PROBLEMS} more records are left out.`;
  return [...problems.slice(0, MOST_PROBLEMS), { ...next, message }];
}

function nothing(why: string): Reading {
  return nothingRead([{ line: 1, column: 1, place: '', message: why }]);
}

import { readerFor } from './detect.ts';
import type { Reader, Reading, SourceFile } from './readers/reader.ts';
import { readingOf } from './readers/reading-of-works.ts';

/**
 * Reads a source in the format that is named, or in the one that it is in.
 * @param known what reads it, where that is settled already.
 * @throws INVALID where there is no such format, or none can be told.
 */
export function readSource(
  file: SourceFile,
  format: string | null,
  known: Reader | null = null,
): { readonly format: string; readonly reading: Reading } {
  if (file.text.trim() === '')
    return { format: format ?? 'json', reading: empty('This source is empty.') };
  const reader = known ?? readerFor(file, format);
  try {
    const reading = withFewProblems(reader.read(file));
    const isNothing = reading.source === undefined && reading.problems.length === 0;
    return {
      format: reader.format,
      reading:
        isNothing && reading.lines.size === 0
          ? empty(`There is no record of ${reader.name} in this source.`)
          : reading,
    };
  } catch (error) {
    // What is nested deeper than the stack is high was made to be so.
    if (!(error instanceof RangeError)) throw error;
    return { format: reader.format, reading: empty('This is nested too deeply to be read.') };
  }
}

/** More than these help nobody, and fill every answer. */
const MOST_PROBLEMS = 1000;

function withFewProblems(reading: Reading): Reading {
  const { problems } = reading;
  const [next] = problems.slice(MOST_PROBLEMS);
  if (next === undefined) return reading;
  const message = `From here on ${problems.length - MOST_PROBLEMS} more records are left out.`;
  return {
    ...reading,
    problems: [...problems.slice(0, MOST_PROBLEMS), { ...next, message }],
    problemCount: problems.length,
  };
}

function empty(why: string): Reading {
  return readingOf([], [{ line: 1, column: 1, place: '', message: why }]);
}

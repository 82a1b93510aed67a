import { readerFor } from './detect.ts';
import { nothingRead, type Reader, type Reading, type SourceFile } from './readers/reader.ts';
import type { Problem } from './source-text.ts';

/**
 * Reads a source in the format that is named, or in the one that it is in.
 * @param known what reads it, where that is settled already.
 * @throws INVALID where there is no such format, or none can be told.
 */
export function readSource(
  source: SourceFile,
  format: string | null,
  known: Reader | null = null,
): { readonly format: string; readonly reading: Reading } {
  const file = { ...source, text: withPlainLines(source.text) };
  if (file.text.trim() === '') return { format: format ?? 'json', reading: nothing(EMPTY) };
  const reader = known ?? readerFor(file, format);
  return { format: reader.format, reading: readBy(reader, file) };
}

export const EMPTY = 'This source is empty.';

/** What one reader makes of a source, whatever it is: the problems by their lines, and not too many. */
export function readBy(reader: Reader, file: SourceFile): Reading {
  const reading = readPart(reader, file);
  if (isNothing(reading)) return nothingOf(reader);
  const cap = new ProblemCap();
  const problems = cap.take(reading.problems);
  const problemCount = reading.problems.length;
  if (problems.length === problemCount) return reading;
  return { ...reading, problems: [...problems, ...cap.rest()], problemCount };
}

/** The same of what may be a part of a source: it may have nothing, and has all of its problems. */
export function readPart(reader: Reader, file: SourceFile): Reading {
  try {
    const reading = reader.read(file);
    return {
      ...reading,
      problems: reading.problems.toSorted((one, other) => one.line - other.line),
    };
  } catch (error) {
    // What is nested deeper than the stack is high was made to be so.
    if (!(error instanceof RangeError)) throw error;
    return nothing('This is nested too deeply to be read.');
  }
}

export function isNothing({ source, lines, problems }: Reading): boolean {
  return source === undefined && problems.length === 0 && lines.size === 0;
}

export function nothingOf({ name }: Reader): Reading {
  return nothing(`There is no record of ${name} in this source.`);
}

/** A text without a byte order mark, whose lines end with `\n` alone. */
export function withPlainLines(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

/** More than these help nobody, and fill every answer. */
const MOST_PROBLEMS = 1000;

/** Lets the first problems of a source through, and counts the rest. */
export class ProblemCap {
  #told = 0;
  #unsaid = 0;
  #firstUnsaid: Problem | null = null;

  take(problems: readonly Problem[]): readonly Problem[] {
    const few = problems.slice(0, MOST_PROBLEMS - this.#told);
    this.#told += few.length;
    this.#unsaid += problems.length - few.length;
    this.#firstUnsaid ??= problems[few.length] ?? null;
    return few;
  }

  /** What is to be said of those that were not let through. */
  rest(): readonly Problem[] {
    const message = `From here on ${this.#unsaid} more records are left out.`;
    return this.#firstUnsaid === null ? [] : [{ ...this.#firstUnsaid, message }];
  }
}

export function nothing(why: string): Reading {
  return nothingRead([{ line: 1, column: 1, place: '', message: why }]);
}

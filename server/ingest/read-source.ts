import { readerFor } from './detect.ts';
import type { Reading, SourceFile } from './readers/reader.ts';
import { readingOf } from './readers/reading-of-works.ts';

/**
 * Reads a source in the format that is named, or in the one that it is in.
 * @throws INVALID where there is no such format, or none can be told.
 */
export function readSource(
  file: SourceFile,
  format: string | null,
): { readonly format: string; readonly reading: Reading } {
  const reader = readerFor(file, format);
  try {
    return { format: reader.format, reading: reader.read(file) };
  } catch (error) {
    // What is nested deeper than the stack is high was made to be so.
    if (!(error instanceof RangeError)) throw error;
    const message = 'This is nested too deeply to be read.';
    return {
      format: reader.format,
      reading: readingOf([], [{ line: 1, column: 1, place: '', message }]),
    };
  }
}

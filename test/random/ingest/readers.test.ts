import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../server/ingest/decode.ts';
import { READERS } from '../../../server/ingest/formats.ts';
import { shapeProblems } from '../../../server/ingest/read-interchange.ts';
import type { Reading } from '../../../server/ingest/readers/reader.ts';
import { readSource } from '../../../server/ingest/read-source.ts';
import { UnderpinError } from '../../../server/domain/errors.ts';
import { EXAMPLES } from '../../support/bibliographies.ts';
import { hasSharedData, sharedFile } from '../../support/shared-data.ts';

/** Small real files beside our own. */
const REAL: Readonly<Record<string, readonly string[]>> = {
  bibtex: [
    'bbt/Overline_during_Import_#1467.bib',
    'bbt/Crossrefd_incollection_items_are_missing_date_on_import_#3514.bib',
  ],
  ris: ['jabref/RisImporterTest1.ris', 'jabref/RisImporterTest6.ris'],
  nbib: ['jabref/NbibImporterTest.nbib'],
  'web-of-science': ['jabref/IsiImporterTestInspec.isi'],
};

/** One way to break bytes: cut, doubled, exchanged, or filled with what formats are made of. */
const breaking = fc.array(
  fc.record({
    how: fc.constantFrom('cut', 'double', 'set', 'insert', 'truncate'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 40 }),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          '{',
          '}',
          '"',
          '\n',
          ',',
          '@',
          '\\',
          'TY  - ',
          'ER  - ',
          '{{',
          '$',
          '#',
          '\r\n',
          '\u2028',
        )
        .map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

type Breaking = typeof breaking extends fc.Arbitrary<infer Value> ? Value : never;

function broken(bytes: Buffer, breakings: Breaking): Buffer {
  let now = bytes;
  for (const { how, at, length, bytes: filling } of breakings) {
    const start = Math.floor(at * now.length);
    const [before, piece, after] = [
      now.subarray(0, start),
      now.subarray(start, start + length),
      now.subarray(start + length),
    ];
    if (how === 'cut') now = Buffer.concat([before, after]);
    else if (how === 'double') now = Buffer.concat([before, piece, piece, after]);
    else if (how === 'set') now = Buffer.concat([before, filling, after]);
    else if (how === 'insert') now = Buffer.concat([before, filling, piece, after]);
    else if (start > 0) now = before;
  }
  return now;
}

/** A reading; null where the bytes are no text at all, which is refused before any reader sees them. */
function readBroken(bytes: Buffer, format: string): { text: string; reading: Reading | null } {
  try {
    const text = decode(bytes);
    return { text, reading: readSource({ name: null, text }, format).reading };
  } catch (error) {
    if (error instanceof UnderpinError && error.code === 'INVALID')
      return { text: '', reading: null };
    throw error;
  }
}

describe('a thousand broken files of each format', () => {
  for (const { format } of READERS)
    test(`${format}: works that are whole, problems at lines, or one sentence`, () => {
      const paths = hasSharedData ? (REAL[format] ?? []) : [];
      const originals = [
        Buffer.from(EXAMPLES[format] ?? ''),
        ...paths.map((path) => sharedFile(`bibliographies/${path}`)),
      ];
      let slowest = 0;
      fc.assert(
        fc.property(fc.constantFrom(...originals), breaking, (original, breakings) => {
          const started = performance.now();
          const { text, reading } = readBroken(broken(original, breakings), format);
          const lines = text.split(/\r\n|\n|\r/).length;
          for (const { line, message } of reading?.problems ?? []) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines);
            expect(message).toMatch(/[.!?…]$/);
          }
          expect(reading === null ? [] : shapeProblems(reading.document)).toEqual([]);
          slowest = Math.max(slowest, performance.now() - started);
        }),
        { numRuns: 1000 },
      );
      expect(slowest).toBeLessThan(2000);
    });
});

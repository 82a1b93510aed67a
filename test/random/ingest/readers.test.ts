import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnderpinError } from '../../../server/domain/errors.ts';
import { decode } from '../../../server/ingest/decode.ts';
import { READERS } from '../../../server/ingest/formats.ts';
import { readInterchange } from '../../../server/ingest/read-interchange.ts';
import { readSource } from '../../../server/ingest/read-source.ts';
import { fuzzed } from '../../support/fuzzed-sources.ts';
import { hasSharedData, sharedFile } from '../../support/shared-data.ts';
import { SMALL_SOURCES } from '../../support/small-sources.ts';

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

describe.each(READERS)('a thousand broken files of $format', ({ format, recognises }) => {
  test('are records that are whole, problems at lines, or one sentence, and the same each time', () => {
    const paths = hasSharedData ? (REAL[format] ?? []) : [];
    const originals = [
      ...(SMALL_SOURCES[format] ?? []).map((text) => Buffer.from(text)),
      ...paths.map((path) => sharedFile(`bibliographies/${path}`)),
    ];
    let slowest = 0;
    fc.assert(
      fc.property(fuzzed(originals), (bytes) => {
        const text = textOf(bytes);
        if (text === null) return;
        const started = performance.now();
        const file = { name: null, text };
        expect(recognises(file)).toBeLessThanOrEqual(1);
        const { reading } = readSource(file, format);
        slowest = Math.max(slowest, performance.now() - started);
        const { source: _, ...plain } = reading;
        const { document, lines, named, problems } = plain;
        expect(readInterchange(JSON.stringify(document)).problems).toEqual([]);
        expect(readSource(file, format).reading).toMatchObject(plain);
        const { studies, claims, authors } = document;
        expect(studies.length + claims.length + authors.length + problems.length).toBeGreaterThan(
          0,
        );
        const last = text.split(/\r\n|\r|\n/).length;
        for (const line of [...lines.values(), ...problems.map((problem) => problem.line)]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(last);
        }
        for (const { message } of problems) expect(message).toMatch(/[.!?…]$/);
        const ids = new Set(studies.map(({ id }) => id));
        expect([...named].filter((id) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(slowest).toBeLessThan(2000);
  });
});

/** Null where the bytes are no text at all, which is refused before any reader sees them. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof UnderpinError && error.code === 'INVALID') return null;
    throw error;
  }
}

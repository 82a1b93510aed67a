import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInterchange } from '../../server/ingest/read-interchange.ts';
import { SCHOLARLY_READERS } from '../../server/ingest/readers/scholarly.ts';
import { fuzzed } from '../support/fuzzed-sources.ts';
import { SMALL_SOURCES } from '../support/small-sources.ts';

describe.each(SCHOLARLY_READERS)(
  'what is left of a source in $format',
  ({ format, read, recognises }) => {
    test('is read or told of at a line, the same each time, and never thrown at', () => {
      fc.assert(
        fc.property(fuzzed(SMALL_SOURCES[format] ?? []), (text) => {
          const file = { name: null, text };
          expect(recognises(file)).toBeLessThanOrEqual(1);
          const { document, lines, problems } = read(file);
          expect(readInterchange(JSON.stringify(document)).problems).toEqual([]);
          expect(read(file)).toEqual({ document, lines, problems });
          expect(
            document.studies.length + document.claims.length + problems.length,
          ).toBeGreaterThan(0);
          const last = text.split(/\r\n|\r|\n/).length;
          for (const line of [...lines.values(), ...problems.map((problem) => problem.line)]) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(last);
          }
        }),
        { numRuns: 1000 },
      );
    });
  },
);

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { UnderpinError } from '../../../server/domain/errors.ts';
import { decode } from '../../../server/ingest/decode.ts';
import { READERS } from '../../../server/ingest/formats.ts';
import { LIMITS } from '../../../server/ingest/pieces.ts';
import { readInterchange } from '../../../server/ingest/read-interchange.ts';
import { danglingReferences, kindsWithin } from '../../../server/ingest/references.ts';
import { openPieces } from '../../../server/ingest/open-pieces.ts';
import { nothing, readSource, withPlainLines } from '../../../server/ingest/read-source.ts';
import type { Reading, SourceFile } from '../../../server/ingest/readers/reader.ts';
import { fuzzed } from '../../support/fuzzed-sources.ts';
import { differences, joined } from '../../support/joined-readings.ts';
import {
  hasSharedData,
  sharedFile,
  sharedFiles,
  sharedSource,
  WITHOUT_SHARED_DATA,
} from '../../support/shared-data.ts';
import { SMALL_SOURCES } from '../../support/small-sources.ts';

async function inPieces(
  bytes: Uint8Array,
  name: string | null,
  format: string | null,
  { piece, part }: { readonly piece: number; readonly part: number },
): Promise<Reading[]> {
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
  }
  const limits = { ...LIMITS, piece };
  const { readings } = await openPieces({ name, open }, { format, limits });
  return allOf(readings());
}

async function allOf<Each>(many: AsyncIterable<Each>): Promise<Each[]> {
  const all: Each[] = [];
  for await (const each of many) all.push(each);
  return all;
}

async function wholly(file: SourceFile): Promise<Reading[]> {
  return [readSource(file, null).reading];
}

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'Windows-1252': (text) => Buffer.from(text.replaceAll(/[^\n\r -~]/g, 'é'), 'latin1'),
  gzip: (text) => gzipSync(text),
};

describe.each(READERS)('a file in $format', ({ format }) => {
  const sources = SMALL_SOURCES[format] ?? [];
  const text = fc
    .constantFrom(...sources)
    .chain((source) => fc.constantFrom(source, source.replaceAll('\n', '\r\n')));

  test('gives in pieces what it gives as a whole, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom(...Object.values(ENCODINGS)),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 200 }),
        async (source, encoded, piece, part) => {
          const bytes = encoded(source);
          const readings = await inPieces(bytes, null, format, { piece, part });
          const whole = await inPieces(bytes, null, format, { piece: LIMITS.piece, part: 65_536 });
          expect(whole.length).toBeLessThanOrEqual(2);
          for (const { document } of readings) expect(leadsOutside(document)).toEqual([]);
          expect(differences(joined(readings), joined(whole))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** What a document names and does not have: the text that it was read from is not that of a document. */
function leadsOutside(document: EvidenceDocument): readonly string[] {
  const checked = readInterchange(JSON.stringify(document));
  if (checked.document === null) return checked.problems.map(({ message }) => message);
  const { source } = checked;
  return danglingReferences(document, kindsWithin(document), source).map(({ message }) => message);
}

describe.each(READERS)('a broken file in $format', ({ format }) => {
  const originals = (SMALL_SOURCES[format] ?? []).map((text) => Buffer.from(text));

  test('is read in pieces, or told of at its lines, or refused in one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fuzzed(originals),
        fc.integer({ min: 1, max: 400 }),
        async (bytes, piece) => {
          const readings = await inPieces(bytes, null, format, { piece, part: 50 }).catch(refused);
          const last = decodedLines(bytes);
          for (const { document, lines, problems } of readings) {
            expect(readInterchange(JSON.stringify(document)).problems).toEqual([]);
            for (const line of [...lines.values(), ...problems.map((problem) => problem.line)]) {
              expect(line).toBeGreaterThanOrEqual(1);
              expect(line).toBeLessThanOrEqual(last);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

function refused(error: unknown): Reading[] {
  if (error instanceof UnderpinError && error.code === 'INVALID') return [nothing(error.message)];
  throw error;
}

/** How many lines a file has; one where it is no text. */
function decodedLines(bytes: Uint8Array): number {
  try {
    return withPlainLines(decode(bytes)).split('\n').length;
  } catch {
    return 1;
  }
}

/** What is larger takes long, and is cut no otherwise. */
const LARGEST = 1_000_000;

describe.skipIf(!hasSharedData)(`a real file of a megabyte at most${WITHOUT_SHARED_DATA}`, () => {
  const files = sharedFiles('.').filter((path) => sharedFile(path).length <= LARGEST);
  test.each(files)('gives in pieces what it gives as a whole: %s', async (path) => {
    const { name, text } = sharedSource(path);
    const bytes = sharedFile(path);
    const limits = { piece: Math.max(500, bytes.length / 20), part: 10_000 };
    // What one does not know the other does not know either.
    const whole = await wholly({ name, text }).catch(refused);
    const readings = await inPieces(bytes, name, null, limits).catch(refused);
    expect(differences(joined(readings), joined(whole)).slice(0, 5)).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Reader, Reading, SourceFile } from '../../server/ingest/readers/reader.ts';
import { readInterchange } from '../../server/ingest/read-interchange.ts';
import { danglingReferences, kindsWithin } from '../../server/ingest/references.ts';

const FOLDER = '../shared/data';

/** Whether the real files are beside the project; tests that read them are skipped where not. */
export const hasRealFiles = existsSync(FOLDER);

if (!hasRealFiles)
  process.stdout.write('Real files are not read: the data sets are not beside the project.\n');

/** A real file, as UTF-8 or in an older encoding. */
export function realFile(path: string, encoding: 'utf-8' | 'windows-1252' = 'utf-8'): SourceFile {
  const text = new TextDecoder(encoding).decode(readFileSync(`${FOLDER}/${path}`));
  return { name: path.split('/').at(-1) ?? null, text };
}

export function file(text: string, name: string | null = null): SourceFile {
  return { name, text };
}

/** Reads, and sees that what was read is a valid document that leads nowhere outside itself. */
export function readValid(reader: Reader, source: SourceFile): Reading {
  const reading = reader.read(source);
  const checked = readInterchange(JSON.stringify(reading.document));
  expect(checked.problems.slice(0, 3)).toEqual([]);
  if (checked.document !== null) {
    const { document } = checked;
    expect(danglingReferences(document, kindsWithin(document), checked.source)).toEqual([]);
    const records = [document.authors, document.studies, document.citations, document.claims];
    const ids = records.flatMap((list) => list.map(({ id }) => id));
    expect(ids.filter((id) => (reading.lines.get(id) ?? 0) < 1)).toEqual([]);
  }
  return reading;
}

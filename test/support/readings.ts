import { expect } from 'vitest';
import type { Reader, Reading, SourceFile } from '../../server/ingest/readers/reader.ts';
import { readInterchange } from '../../server/ingest/read-interchange.ts';
import { readBy, withPlainLines } from '../../server/ingest/read-source.ts';
import { danglingReferences, kindsWithin } from '../../server/ingest/references.ts';

export function file(text: string, name: string | null = null): SourceFile {
  return { name, text };
}

/** Reads, and sees that what was read is a valid document that leads nowhere outside itself. */
export function readValid(reader: Reader, source: SourceFile): Reading {
  const reading = readBy(reader, { ...source, text: withPlainLines(source.text) });
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

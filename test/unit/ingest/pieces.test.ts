import { describe, expect, test } from 'vitest';
import { cutterOf } from '../../../server/ingest/cutters.ts';
import { LIMITS, piecesOf, type Limits } from '../../../server/ingest/pieces.ts';
import { openPieces } from '../../../server/ingest/open-pieces.ts';
import type { Cut, Reading } from '../../../server/ingest/readers/reader.ts';

async function cut(
  text: string,
  how: Cut | null,
  limits: Partial<Limits> = {},
): Promise<unknown[]> {
  async function* parts(): AsyncGenerator<string> {
    yield* text.match(/[^]{1,3}/g) ?? [];
  }
  const pieces: unknown[] = [];
  for await (const piece of piecesOf(parts(), cutterOf(how), { ...LIMITS, piece: 1, ...limits }))
    pieces.push('text' in piece ? `${piece.line}: ${piece.text}` : piece);
  return pieces;
}

describe('a text is cut', () => {
  test('after the lines that end a record, or before those that begin one', async () => {
    expect(await cut('A\nEND\nB\nC\nEND\n\n', { kind: 'lines', after: /^END/ })).toEqual([
      '1: A\nEND\n',
      '3: B\nC\nEND\n',
    ]);
    expect(await cut('A\nb\nA\nA\n', { kind: 'lines', before: /^A/ })).toEqual([
      '1: A\nb\n',
      '3: A\n',
      '4: A\n',
    ]);
  });

  test('with what later pieces need in front of them', async () => {
    const carries = (piece: string): string => (piece.startsWith('S') ? piece : '');
    expect(await cut('S=1\nA\nS=2\nB\n', { kind: 'lines', before: /^[A-Z]/, carries })).toEqual([
      '1: S=1\n',
      '2: S=1\nA\n',
      '3: S=1\nS=2\n',
      '4: S=1\nS=2\nB\n',
    ]);
  });

  test('between the rows of a table, under its headings', async () => {
    expect(await cut('\na,b\n"1\n,""2",3\n4 "5",6\n', { kind: 'rows' })).toEqual([
      '1: \na,b\n',
      '3: \na,b\n"1\n,""2",3\n',
      '5: \na,b\n4 "5",6\n',
    ]);
  });

  test('between the elements of a list, each of which stays where it was', async () => {
    const at = [[], ['message', 'items']];
    expect(
      await cut('{"a": ["items", [1, 2]], "message": {"items": [{"b": "],\\""},\n3, [4, 5]]}}', {
        kind: 'list',
        at,
      }),
    ).toEqual([
      '1: {"a": ["items", [1, 2]], "message": {"items": [{"b": "],\\""},\n3]}}',
      '2: {"message":{"items":[ [4, 5]]}}',
    ]);
    expect(await cut('[1,2]', { kind: 'list', at })).toEqual(['1: [1]', '1: [2]']);
  });

  test('somewhere, where a record does not end; and not at all, where that would break it', async () => {
    const limits = { piece: 4, record: 8 };
    expect(await cut('a\nb\nc\nd\ne\nf\n', { kind: 'lines', after: /^END/ }, limits)).toEqual([
      '1: a\nb\nc\nd\n',
      '5: e\nf\n',
    ]);
    expect(await cut('["aaaaaaaaaaaaaaaa"]', { kind: 'list', at: [[]] }, limits)).toEqual([
      { line: 1, isUncut: true },
    ]);
    expect(await cut('aaaaaaaaaaaaaa', null, limits)).toEqual([{ line: 1, isUncut: true }]);
  });
});

describe('a file that is read in pieces', () => {
  const read = async (text: string, limits: Partial<Limits>): Promise<Reading[]> => {
    async function* open(): AsyncGenerator<Uint8Array> {
      const bytes = Buffer.from(text);
      const part = Math.max(10, Math.ceil(bytes.length / 1000));
      for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
    }
    const all: Reading[] = [];
    const how = { format: null, limits: { ...LIMITS, ...limits } };
    const { readings } = await openPieces({ name: null, open }, how);
    for await (const reading of readings()) all.push(reading);
    return all;
  };
  const problemsOf = (readings: readonly Reading[]): string[] =>
    readings.flatMap(({ problems }) => problems.map(({ line, message }) => `${line}: ${message}`));

  test('numbers works of one id alike, wherever it is cut', async () => {
    const works = ['One', 'Two', 'Three'].map(
      (title) => `TY  - JOUR\nTI  - ${title}\nDO  - 10.1000/a\nER  - \n`,
    );
    const readings = await read(works.join(''), { piece: 40 });
    expect(readings.map(({ document }) => document.studies[0]?.id)).toEqual([
      'doi:10.1000/a',
      'doi:10.1000/a-2',
      'doi:10.1000/a-3',
    ]);
  });

  test('tells of a thousand problems in all, and counts the rest', async () => {
    const said = problemsOf(await read(`citing,cited\n${'a,\n'.repeat(1500)}`, { piece: 200 }));
    expect(said).toHaveLength(1001);
    expect(said.at(-1)).toBe('1002: From here on 500 more records are left out.');
  });

  test('tells of a quotation mark that is not closed, and reads on behind it', async () => {
    const rows = (from: number): string =>
      Array.from({ length: 100 }, (_, at) => `a${from + at},b\n`).join('');
    const readings = await read(`citing,cited\n${rows(0)}"x,y\n${rows(100)}`, {
      piece: 100,
      record: 200,
    });
    expect(problemsOf(readings)).toEqual([
      '102: A quotation mark is not closed, or too early: left out.',
    ]);
    expect(readings.reduce((sum, { document }) => sum + document.citations.length, 0)).toBe(200);
  });

  test('says what is too long to be read: a record, or a file that is read whole', async () => {
    const openalex = `{"results":[{"id":"https://openalex.org/W1000001"},\n{"id":"https://openalex.org/W1000002","title":"${'x'.repeat(999)}`;
    expect(problemsOf(await read(openalex, { piece: 60, record: 600 }))).toEqual([
      '1: What begins here goes on for more than 0 million characters: nothing is read from here on.',
    ]);
    const json = `{"studies": [${' '.repeat(3 * 2 ** 20)}]}`;
    expect(problemsOf(await read(json, { whole: 2 * 2 ** 20 }))).toEqual([
      '1: A file of this format (Underpin’s interchange document) is read whole, and this one has more than 2 million characters: bring it in parts.',
    ]);
  });

  test('that is BibTeX whose entries lean on each other is read whole', async () => {
    const text = `@incollection{c, title = {A Chapter}, crossref = {b}}\n\n@book{b, title = {The Book}, year = 2001}\n`;
    const [only, ...more] = await read(text, { piece: 20 });
    expect(more).toEqual([]);
    expect(only?.document.studies[0]).toMatchObject({ venue: 'The Book', year: 2001 });
  });
});

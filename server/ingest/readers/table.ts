import Papa from 'papaparse';
import type { Problem } from '../source-text.ts';

/** A row of a table, with the 1-based line at which it begins. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** A wrong quotation mark may run to the end: so much is read again after them, or the whole once. */
const MOST_READ_AGAIN = 500_000;

/** A table with more columns was not made to be one. */
const MOST_HEADINGS = 5000;

/** Reads a table: comma, semicolon or tab, whichever its first line has most of. */
export function readTable(text: string): Table {
  const { rows, problems } = readRows(text, delimiterOf(text));
  const [first, ...rest] = rows;
  const header = (first?.cells ?? []).map((cell) => cell.trim());
  if (header.length > MOST_HEADINGS) {
    problems.push(problemAt(1, `There are ${header.length} headings: this is no table.`));
    return { header: [], rows: [], problems };
  }
  const fitting: Row[] = [];
  for (const row of rest)
    if (row.cells.slice(header.length).every((cell) => cell.trim() === '')) fitting.push(row);
    else
      problems.push(
        problemAt(
          row.line,
          `This row has ${row.cells.length} cells under ${header.length} headings: left out.`,
        ),
      );
  return { header, rows: fitting, problems };
}

/** The headings of a table, from the beginning of its text. */
export function headerOf(text: string): readonly string[] {
  const line = text.slice(0, 20_000).trimStart().split('\n', 1)[0] ?? '';
  return line.split(delimiterOf(line)).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

/** A heading without what people write in different ways: “Original Paper-DOI” is originalpaperdoi. */
export function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function readRows(text: string, delimiter: string): { rows: Row[]; problems: Problem[] } {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let start = 0;
  let line = 1;
  let readAgain = 0;
  while (start < text.length) {
    const from = start;
    let wrongUntil: number | null = null;
    Papa.parse<string[]>(text.slice(from), {
      delimiter,
      newline: '\n',
      step: ({ data, errors, meta: { cursor } }, parser) => {
        if (errors.length > 0) {
          wrongUntil = from + cursor;
          parser.abort();
          return;
        }
        if (data.length > 1 || data[0]?.trim() !== '') rows.push({ cells: data, line });
        line += newlinesWithin(text, start, from + cursor);
        start = from + cursor;
      },
    });
    if (wrongUntil === null) break;
    problems.push(problemAt(line, 'A quotation mark is not closed, or too early: left out.'));
    const end = text.indexOf('\n', start);
    start = end === -1 ? text.length : end + 1;
    line += 1;
    readAgain += wrongUntil - start;
    if (readAgain <= Math.max(text.length, MOST_READ_AGAIN)) continue;
    problems.push(problemAt(line, 'Too much is wrongly quoted: nothing was read from here on.'));
    break;
  }
  return { rows, problems };
}

function newlinesWithin(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}

/** Comma, tab or semicolon. */
export function delimiterOf(text: string): string {
  const line = text.slice(0, 20_000).trimStart().split('\n', 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((delimiter) => line.split(delimiter).length);
  return [',', '\t', ';'][counts.indexOf(Math.max(...counts))] ?? ',';
}

function problemAt(line: number, message: string): Problem {
  return { line, column: 1, place: '', message };
}

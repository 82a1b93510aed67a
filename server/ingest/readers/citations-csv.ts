import { CollectedRecords } from './collected-records.ts';
import { readMatrix, readTargetLists } from './citation-tables.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { stanceOf } from './stance-words.ts';
import { cellOf, columnOf, StudyKeys } from './table-keys.ts';
import { plainHeading, readTable, headerOf, type Row, type Table } from './table.ts';
import { known, yearOf } from './values.ts';

const ENDS = ['', 'id', 'doi', 'pmid', 'key', 'paper', 'work', 'study', 'article', 'title'];

/** The headings of the two ends, surest first. */
const CITING = [...ENDS.map((end) => `citing${end}`), 'citer', 'source', 'sourceid', 'from'];
const CITED = [
  ...ENDS.map((end) => `cited${end}`),
  'target',
  'targetid',
  'to',
  'reference',
  'references',
];
const STANCE = ['stance', 'sentiment', 'citationstance', 'polarity', 'sense', 'valence'];

const BEGINNING = 100_000;

/**
 * A table of citations. A row is a pair (citing, cited, perhaps its stance); or a
 * citing work with lists of the works that it cites under Supportive, Critical and
 * Neutral; or a citing work with a mark under each work that it cites.
 */
export const citationsCsv: Reader = {
  format: 'citations-csv',
  name: 'Table of citations (CSV, TSV)',
  recognises: ({ text }: SourceFile) => {
    const header = headerOf(text);
    if (columnOf(header, ['claim', 'claimid', 'claimtext']) !== -1) return 0;
    const { citing, cited } = endsOf(header);
    if (citing !== -1 && cited !== -1)
      return /cit/i.test(`${header[citing]}${header[cited]}`) ? 0.85 : 0.7;
    if (header.length < 2) return 0;
    const beginning = readTable(text.slice(0, BEGINNING));
    if (stanceColumns(beginning).length >= 2) return 0.8;
    return isMatrix(beginning) ? 0.7 : 0;
  },
  read: readCitations,
  // Lists and marks of what is cited name other rows; pairs stand for themselves.
  cut: (beginning) => {
    const { citing, cited } = endsOf(headerOf(beginning));
    return citing !== -1 && cited !== -1 ? { kind: 'rows' } : null;
  },
};

function readCitations(file: SourceFile): Reading {
  const records = new CollectedRecords();
  const table = readTable(file.text);
  for (const problem of table.problems) records.addProblem(problem);
  const { citing, cited } = endsOf(table.header);
  const stances = stanceColumns(table);
  if (citing !== -1 && cited !== -1) readPairs(file, table, { citing, cited }, records);
  else if (stances.length > 0) readTargetLists(file, table, stances, records);
  else if (isMatrix(table)) readMatrix(file, table, records);
  else if (table.header.length > 0)
    records.problem(1, 'No heading says which column is the citing and which the cited work.');
  return records.reading();
}

function endsOf(header: readonly string[]): { citing: number; cited: number } {
  return { citing: columnOf(header, CITING), cited: columnOf(header, CITED) };
}

function readPairs(
  file: SourceFile,
  { header, rows }: Table,
  ends: { citing: number; cited: number },
  records: CollectedRecords,
): void {
  // Data on citation bias come with the pairs that could have been: those are no citations.
  if (/(^|[^a-z])(potential|possible)([^a-z]|$)/i.test(file.name ?? '')) {
    records.problem(1, 'By its name this file lists possible citations, not those made: left out.');
    return;
  }
  const stanceAt = columnOf(header, STANCE);
  const more = {
    citing: { title: columnOf(header, ['citingtitle']), year: columnOf(header, ['citingyear']) },
    cited: { title: columnOf(header, ['citedtitle']), year: columnOf(header, ['citedyear']) },
  };
  const keys = new StudyKeys(file.name);
  const name = (row: Row, end: 'citing' | 'cited') => {
    const key = cellOf(row, ends[end]);
    if (key === undefined) return null;
    const { label, ...study } = keys.study(key, header[ends[end]] ?? '');
    const title = cellOf(row, more[end].title);
    const year = yearOf(cellOf(row, more[end].year));
    const called = title === undefined ? { label } : { title };
    return records.nameStudy(known({ ...study, ...called, year }), row.line);
  };
  for (const row of rows) {
    const citing = name(row, 'citing');
    const cited = name(row, 'cited');
    if (citing === null || cited === null) {
      records.problem(row.line, `The ${citing === null ? 'citing' : 'cited'} work is missing.`);
      continue;
    }
    const word = cellOf(row, stanceAt);
    const stance = stanceOf(word);
    if (word !== undefined && stance === undefined)
      records.problem(
        row.line,
        `“${word.slice(0, 60)}” is no stance that is known: read without one.`,
      );
    records.cite({ citing, cited }, row.line, stance === undefined ? {} : { stance });
  }
}

/** The columns whose headings are stances, as “Supportive”: their cells list what is cited so. */
function stanceColumns({ header }: Table): number[] {
  return header.flatMap((heading, at) =>
    at > 0 && stanceOf(plainHeading(heading)) !== undefined ? [at] : [],
  );
}

/** Most works of the first column have a column of their own. */
function isMatrix({ header, rows }: Table): boolean {
  const columns = new Set(header.slice(1));
  const keys = rows.flatMap((row) => cellOf(row, 0) ?? []);
  const shared = keys.filter((key) => columns.has(key)).length;
  return shared >= 3 && shared > keys.length / 2;
}

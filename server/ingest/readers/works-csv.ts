import type { StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import { nameAsPrinted, type PrintedName } from './names.ts';
import { printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { readingOf } from './reading-of-works.ts';
import { cellOf, columnOf } from './table-keys.ts';
import { headerOf, plainHeading, readTable } from './table.ts';

/** The headings under which something of a work stands, surest first. */
const COLUMNS = {
  key: ['key', 'citationkey', 'id', 'studyid'],
  title: ['title', 'papertitle', 'articletitle'],
  label: ['label', 'shorttitle', 'name', 'study'],
  year: ['publicationyear', 'year', 'pubyear', 'date'],
  author: ['author', 'authors'],
  editor: ['editor', 'editors'],
  type: ['itemtype', 'type', 'documenttype'],
  doi: ['doi'],
  pmid: ['pmid', 'pubmedid'],
  openalex: ['openalex', 'openalexid'],
  isbn: ['isbn'],
  url: ['url', 'link'],
  venue: ['publicationtitle', 'journal', 'venue', 'sourcetitle', 'containertitle'],
  conference: ['conferencename'],
  publisher: ['publisher'],
  extra: ['extra'],
} as const;

type Column = keyof typeof COLUMNS;

const TYPES: ReadonlyMap<string, StudyType> = new Map([
  ['article', 'article'],
  ['bill', 'statute'],
  ['blogpost', 'blog'],
  ['book', 'book'],
  ['bookchapter', 'chapter'],
  ['booksection', 'chapter'],
  ['case', 'legalNote'],
  ['conferencepaper', 'article'],
  ['dataset', 'dataset'],
  ['dictionaryentry', 'chapter'],
  ['encyclopediaarticle', 'chapter'],
  ['forumpost', 'comment'],
  ['hearing', 'parliamentary'],
  ['journalarticle', 'article'],
  ['magazinearticle', 'news'],
  ['newspaperarticle', 'news'],
  ['preprint', 'preprint'],
  ['report', 'report'],
  ['review', 'review'],
  ['standard', 'guidance'],
  ['statute', 'statute'],
  ['thesis', 'thesis'],
  ['webpage', 'webpage'],
]);

/** A table with a work a row, by a title or a label, as Zotero exports a library. */
export const worksCsv: Reader = {
  format: 'works-csv',
  name: 'Table of works (CSV, TSV; Zotero)',
  recognises: ({ text }) => {
    const header = headerOf(text);
    const has = (column: Column) => columnOf(header, COLUMNS[column]) !== -1;
    if (/^"?Key"?,"?Item Type"?,"?Publication Year"?,/.test(text)) return 0.98;
    if (has('title') && (has('doi') || has('author'))) return 0.6;
    return has('key') && (has('title') || has('label')) ? 0.4 : 0;
  },
  read: (file) => readingOf(worksIn(file.text), file),
  cut: () => ({ kind: 'rows' }),
};

function* worksIn(text: string): Generator<PrintedWork | Problem> {
  const { header, rows, problems } = readTable(text);
  yield* problems;
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, names]) => [column, columnOf(header, names)]),
  ) as Record<Column, number>;
  if ([columns.title, columns.label, columns.key].every((at) => at === -1)) {
    const message = 'No heading says which column has the titles.';
    if (header.length > 0) yield { line: 1, column: 1, place: '', message };
    return;
  }
  for (const row of rows) yield workOf((column) => cellOf(row, columns[column]), row.line);
}

function workOf(cell: (column: Column) => string | undefined, line: number): PrintedWork | Problem {
  const extra = cell('extra') ?? '';
  return printedWork({
    line,
    type: TYPES.get(plainHeading(cell('type') ?? '')) ?? 'other',
    title: cell('title'),
    label: cell('label') ?? cell('key'),
    key: cell('key'),
    year: cell('year'),
    authors: namesIn(cell('author')),
    editors: namesIn(cell('editor')),
    doi: [cell('doi'), extra.length < 500 ? extra : '', cell('url')],
    pmid: cell('pmid') ?? /PMID:\s*(\d+)/i.exec(extra)?.[1],
    openalex: cell('openalex'),
    isbn: cell('isbn'),
    url: cell('url'),
    venue: cell('venue') ?? cell('conference'),
    publisher: cell('publisher'),
  });
}

function namesIn(names: string | undefined): (PrintedName | null)[] {
  return (names ?? '').split(';').map(nameAsPrinted);
}

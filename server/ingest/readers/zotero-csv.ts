import { parse, type CsvError } from 'csv-parse/sync';
import type { StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import { lineFinder } from '../line-numbers.ts';
import { nameAsPrinted, type PrintedName } from './names.ts';
import { isProblem, printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { readingOf } from './reading-of-works.ts';

const TYPES: Readonly<Record<string, StudyType>> = {
  bill: 'statute',
  blogPost: 'blog',
  book: 'book',
  bookSection: 'chapter',
  case: 'legalNote',
  conferencePaper: 'article',
  dataset: 'dataset',
  dictionaryEntry: 'chapter',
  encyclopediaArticle: 'chapter',
  forumPost: 'comment',
  hearing: 'parliamentary',
  journalArticle: 'article',
  magazineArticle: 'news',
  newspaperArticle: 'news',
  preprint: 'preprint',
  report: 'report',
  standard: 'guidance',
  statute: 'statute',
  thesis: 'thesis',
  webpage: 'webpage',
};

/** What Zotero exports as CSV. */
export const zoteroCsv: Reader = {
  format: 'zotero-csv',
  name: 'Zotero CSV',
  recognises: ({ text }) =>
    /^\uFEFF?"?Key"?,"?Item Type"?,"?Publication Year"?,"?Author"?,"?Title"?/.test(text) ? 0.98 : 0,
  read: ({ text }) => {
    const works: PrintedWork[] = [];
    const problems: Problem[] = [];
    const bytes = Buffer.from(text);
    // As bytes, each letter is one place.
    const lineOf = lineFinder(bytes.toString('latin1'));
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    const rowsOf = (to: number): readonly Row[] =>
      parse(bytes, {
        ...options,
        ...(to === Infinity ? {} : { to }),
        skip_records_with_error: true,
        on_skip: (error: CsvError | undefined) => {
          if (to === Infinity) problems.push(problemOf(error, lineOf(bytes.length)));
        },
      }) as unknown as readonly Row[];
    const columns = rowsOf(1)[0]?.record ?? [];
    if (!columns.includes('Title') || !columns.includes('Item Type'))
      return readingOf([], [WITHOUT_COLUMNS]);
    const [head, ...rest] = rowsOf(Infinity);
    // A row begins where the one before it ended.
    let start = head?.info.bytes ?? 0;
    for (const { record, info } of rest) {
      const work = workOf((column) => record[columns.indexOf(column)] ?? '', lineOf(start));
      if (isProblem(work)) problems.push(work);
      else works.push(work);
      start = info.bytes;
    }
    return readingOf(works, problems);
  },
};

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number };
}

const WITHOUT_COLUMNS: Problem = {
  line: 1,
  column: 1,
  place: '',
  message: 'The first row should name the columns of Zotero, “Item Type” and “Title” among them.',
};

function problemOf(error: CsvError | undefined, last: number): Problem {
  const { lines } = (error ?? {}) as { readonly lines?: number };
  return {
    line: Math.min(Math.max(1, lines ?? 1), last),
    column: 1,
    place: '',
    message:
      `This row cannot be read, and is left out: ${error?.message ?? 'it is broken'}.`.replace(
        '..',
        '.',
      ),
  };
}

function workOf(field: (column: string) => string, line: number): PrintedWork | Problem {
  return printedWork({
    line,
    type: TYPES[field('Item Type')] ?? 'other',
    title: field('Title'),
    year: field('Publication Year') || field('Date'),
    authors: namesIn(field('Author')),
    editors: namesIn(field('Editor')),
    doi: [field('DOI'), field('Extra').length < 500 ? field('Extra') : '', field('Url')],
    pmid: /PMID:\s*(\d+)/i.exec(field('Extra'))?.[1] ?? null,
    isbn: field('ISBN'),
    url: field('Url'),
    venue: field('Publication Title') || field('Conference Name'),
    publisher: field('Publisher'),
  });
}

function namesIn(names: string): (PrintedName | null)[] {
  return names.split(';').map(nameAsPrinted);
}

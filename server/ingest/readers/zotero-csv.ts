import { parse, type CsvError } from 'csv-parse/sync';
import type { StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
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
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error: CsvError | undefined) => {
        problems.push(problemOf(error));
      },
    }) as unknown as readonly {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    const [head, ...rest] = rows;
    const columns = head?.record ?? [];
    let line = (head?.info.lines ?? 1) + 1;
    for (const { record, info } of rest) {
      // What the parser counts is the line at which a row ends.
      const work = workOf((column) => record[columns.indexOf(column)] ?? '', line);
      if (isProblem(work)) problems.push(work);
      else works.push(work);
      line = info.lines + 1;
    }
    return readingOf(works, problems);
  },
};

function problemOf(error: CsvError | undefined): Problem {
  const { lines } = (error ?? {}) as { readonly lines?: number };
  return {
    line: lines ?? 1,
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

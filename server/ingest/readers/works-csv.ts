import type { StudyType } from '../../domain/document.generated.ts';
import { CollectedRecords, onceEach } from './collected-records.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { authorId, doiOf, isbnOf, openalexOf, pmidOf, studyId } from './study-id.ts';
import { cellOf, columnOf } from './table-keys.ts';
import { headerOf, plainHeading, readTable } from './table.ts';
import { known, textOf, yearOf } from './values.ts';

const COLUMNS = {
  key: ['id', 'key', 'citationkey', 'studyid'],
  title: ['title', 'papertitle', 'articletitle'],
  label: ['label', 'shorttitle', 'name', 'study'],
  year: ['year', 'publicationyear', 'pubyear', 'date'],
  author: ['author', 'authors'],
  editor: ['editor', 'editors'],
  type: ['itemtype', 'type', 'documenttype'],
  doi: ['doi'],
  pmid: ['pmid', 'pubmedid'],
  openalex: ['openalex', 'openalexid'],
  isbn: ['isbn'],
  url: ['url', 'link'],
  venue: ['publicationtitle', 'journal', 'venue', 'sourcetitle', 'containertitle'],
  publisher: ['publisher'],
} as const;

const TYPES: ReadonlyMap<string, StudyType> = new Map([
  ['journalarticle', 'article'],
  ['article', 'article'],
  ['conferencepaper', 'article'],
  ['magazinearticle', 'news'],
  ['newspaperarticle', 'news'],
  ['preprint', 'preprint'],
  ['review', 'review'],
  ['report', 'report'],
  ['book', 'book'],
  ['booksection', 'chapter'],
  ['bookchapter', 'chapter'],
  ['encyclopediaarticle', 'chapter'],
  ['thesis', 'thesis'],
  ['blogpost', 'blog'],
  ['webpage', 'webpage'],
  ['dataset', 'dataset'],
  ['statute', 'statute'],
  ['hearing', 'parliamentary'],
]);

/** A table with a work a row, as Zotero exports a library: by a title or a label. */
export const worksCsv: Reader = {
  format: 'works-csv',
  name: 'Table of works (CSV, TSV)',
  recognises: ({ text }: SourceFile) => {
    const header = headerOf(text);
    const has = (column: keyof typeof COLUMNS) => columnOf(header, COLUMNS[column]) !== -1;
    if (has('title') && (has('doi') || has('author'))) return 0.6;
    return has('key') && (has('title') || has('label')) ? 0.4 : 0;
  },
  read: readWorks,
};

function readWorks({ text, name: fileName }: SourceFile): Reading {
  const records = new CollectedRecords();
  const { header, rows, problems } = readTable(text);
  for (const problem of problems) records.addProblem(problem);
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([field, names]) => [field, columnOf(header, names)]),
  ) as Record<keyof typeof COLUMNS, number>;
  if ([columns.title, columns.label, columns.key].every((at) => at === -1)) {
    if (header.length > 0) records.problem(1, 'No heading says which column has the titles.');
    return records.reading('There is no work here.');
  }
  for (const row of rows) {
    const cell = (field: keyof typeof COLUMNS) => cellOf(row, columns[field]);
    const title = cell('title');
    const label = cell('label') ?? cell('key');
    if (title === undefined && label === undefined) {
      records.problem(row.line, 'This row has no title and no label of a work: left out.');
      continue;
    }
    const type = TYPES.get(plainHeading(cell('type') ?? '')) ?? 'other';
    const strong = {
      doi: doiOf(cell('doi')),
      pmid: pmidOf(cell('pmid')),
      openalex: openalexOf(cell('openalex')),
    };
    // The ISBN of a chapter is its book's.
    const isbn = type === 'book' ? isbnOf(cell('isbn')?.split(/[,;]|\s+(?=97[89])/)[0]) : undefined;
    const id = studyId({
      ...strong,
      isbn,
      words: cell('key') ?? title ?? '',
      within: fileName ?? '',
    });
    const contributors = (['author', 'editor'] as const).flatMap((role) =>
      (cell(role) ?? '').split(';').flatMap((part) => {
        const name = textOf(part);
        if (name === undefined) return [];
        const author = authorId({ name, within: id });
        records.addAuthor({ id: author, name, kind: 'person' }, row.line);
        return [{ author, role }];
      }),
    );
    records.addStudy(
      known({
        id,
        title,
        label: title === undefined ? label : undefined,
        year: yearOf(cell('year')),
        type,
        evidence: 'unknown' as const,
        resolution: title === undefined ? ('described' as const) : ('identified' as const),
        contributors: onceEach(contributors),
        ...strong,
        isbn,
        url: cell('url'),
        venue: cell('venue'),
        publisher: cell('publisher'),
      }),
      row.line,
    );
  }
  return records.reading('There is no work here.');
}

import type { Study, StudyType } from '../../domain/document.generated.ts';
import { findDoi, normalizeIsbn, normalizeOrcid } from '../../domain/identifiers.ts';
import { CollectedRecords, onceEach } from './collected-records.ts';
import { readCrossrefReferences } from './crossref-references.ts';
import { readCrossrefUpdates } from './crossref-updates.ts';
import { cutOfJson, readJsonRecords, type JsonRecord } from './json-records.ts';
import { organisationNamed, personNamed } from './names.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { authorId, studyId } from './study-id.ts';
import { fieldsOf, known, listOf, textOf, yearOf } from './values.ts';

/** Works of Crossref: a page of its API, one work, a file of its public dump, or a work a line. */
export const crossref: Reader = {
  format: 'crossref',
  name: 'Crossref works',
  recognises: ({ text, name }: SourceFile) => {
    const beginning = text.slice(0, 20_000);
    if (!/^\s*[[{]/.test(beginning)) return 0;
    if (/"message-type"\s*:\s*"work/.test(beginning)) return 0.95;
    if (
      /"DOI"\s*:/.test(beginning) &&
      /"(deposited|is-referenced-by-count|member|prefix)"\s*:/.test(beginning)
    )
      return 0.9;
    return /crossref/i.test(name ?? '') ? 0.3 : 0;
  },
  read: readCrossref,
  cut: (beginning) => cutOfJson(beginning, [[], ['items'], ['message', 'items']]),
};

const BOOK_TYPES = new Set([
  'book',
  'monograph',
  'edited-book',
  'reference-book',
  'book-set',
  'book-series',
]);

const TYPES: ReadonlyMap<string, StudyType> = new Map([
  ['journal-article', 'article'],
  ['proceedings-article', 'article'],
  ['posted-content', 'preprint'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['book-part', 'chapter'],
  ['book-track', 'chapter'],
  ['reference-entry', 'chapter'],
  ...[...BOOK_TYPES].map((type) => [type, 'book'] as const),
  ['proceedings', 'book'],
  ['proceedings-series', 'book'],
  ['report', 'report'],
  ['report-series', 'report'],
  ['report-component', 'report'],
  ['dissertation', 'thesis'],
  ['dataset', 'dataset'],
  ['database', 'dataset'],
  ['standard', 'guidance'],
  ['peer-review', 'comment'],
]);

const ROLES = [
  ['author', 'author'],
  ['editor', 'editor'],
] as const;

function readCrossref({ text }: SourceFile): Reading {
  const records = new CollectedRecords();
  const { records: works, problems } = readJsonRecords(text, whereWorksAre);
  for (const problem of problems) records.addProblem(problem);
  for (const work of works) readWork(work, records);
  return records.reading();
}

function whereWorksAre(whole: unknown): readonly string[] {
  const { message, items } = fieldsOf(whole);
  if (Array.isArray(fieldsOf(message)['items'])) return ['message', 'items'];
  if (message !== undefined) return ['message'];
  return items === undefined ? [] : ['items'];
}

function readWork({ value, line }: JsonRecord, records: CollectedRecords): void {
  const work = fieldsOf(value);
  const doi = findDoi(textOf(work['DOI']));
  if (doi === undefined) {
    records.problem(line, 'This is no work of Crossref, as it has no DOI: left out.');
    return;
  }
  const id = studyId({ doi });
  const printedType = textOf(work['type']) ?? '';
  const type = TYPES.get(printedType) ?? 'other';
  const title = titleOf(work);
  const [isbn] = isbnsOf(work);
  const study: Study = known({
    id,
    title,
    label: title === undefined ? doi : undefined,
    year: yearOfWork(work),
    type,
    evidence: type === 'dataset' ? ('primary' as const) : ('unknown' as const),
    evidenceGround: type === 'dataset' ? `Crossref: ${printedType}` : undefined,
    resolution: 'identified' as const,
    contributors: contributorsOf(work, id, line, records),
    doi,
    // The ISBN of a chapter or a paper is its volume's: it would make one work of all of them.
    isbn: BOOK_TYPES.has(printedType) ? isbn : undefined,
    venue: isInVolume(printedType) ? volumeOf(work) : textOf(listOf(work['container-title'])[0]),
    publisher: textOf(work['publisher']),
    partOf: type === 'chapter' ? bookOf(work, line, records) : undefined,
  });
  records.addStudy(study, line);
  readCrossrefReferences(work, id, line, records);
  readCrossrefUpdates(work, doi, line, records);
}

/** The book that a chapter is a part of, where an ISBN says which: its own record may stand anywhere. */
function bookOf(
  work: Readonly<Record<string, unknown>>,
  line: number,
  records: CollectedRecords,
): string | undefined {
  const [isbn] = isbnsOf(work);
  if (isbn === undefined) return undefined;
  const title = volumeOf(work);
  return records.nameStudy(
    known({
      id: studyId({ isbn }),
      title,
      label: title === undefined ? `ISBN ${isbn}` : undefined,
      type: 'book' as const,
      evidence: 'unknown' as const,
      resolution: 'identified' as const,
      contributors: [],
      isbn,
    }),
    line,
  );
}

function isInVolume(printedType: string): boolean {
  return printedType === 'proceedings-article' || TYPES.get(printedType) === 'chapter';
}

/** The volume that it is in: a series comes first, and the book after it. */
function volumeOf(work: Readonly<Record<string, unknown>>): string | undefined {
  return textOf(listOf(work['container-title']).at(-1));
}

/** In an order that is the same for a book and for its chapters. */
function isbnsOf(work: Readonly<Record<string, unknown>>): string[] {
  return listOf(work['ISBN'])
    .flatMap((value) => normalizeIsbn(textOf(value)) ?? [])
    .toSorted();
}

function titleOf(work: Readonly<Record<string, unknown>>): string | undefined {
  const title = textOf(listOf(work['title'])[0]) ?? textOf(work['title']);
  const subtitle = textOf(listOf(work['subtitle'])[0]);
  if (title === undefined || subtitle === undefined || title.includes(subtitle)) return title;
  return `${title}: ${subtitle}`;
}

function yearOfWork(work: Readonly<Record<string, unknown>>): number | undefined {
  for (const field of ['issued', 'published', 'published-print', 'published-online']) {
    const [date] = listOf(fieldsOf(work[field])['date-parts']);
    const year = yearOf(listOf(date)[0]);
    if (year !== undefined) return year;
  }
  return undefined;
}

function contributorsOf(
  work: Readonly<Record<string, unknown>>,
  within: string,
  line: number,
  records: CollectedRecords,
): Study['contributors'] {
  return onceEach(
    ROLES.flatMap(([field, role]) =>
      listOf(work[field]).flatMap((value) => {
        const person = fieldsOf(value);
        const printed =
          organisationNamed(textOf(person['name']) ?? '') ??
          personNamed(familyOf(person), textOf(person['given']));
        if (printed === null) return [];
        const { name, kind } = printed;
        const orcid = normalizeOrcid(textOf(person['ORCID']));
        const id = authorId({ orcid, name, within });
        records.addAuthor(known({ id, name, kind, orcid }), line);
        return [known({ author: id, role, printed: orcid === undefined ? undefined : name })];
      }),
    ),
  );
}

/** With “Jr.” and the like, as BibTeX has it. */
function familyOf(person: Readonly<Record<string, unknown>>): string | undefined {
  const family = textOf(person['family']);
  return family && textOf(`${family} ${textOf(person['suffix']) ?? ''}`);
}

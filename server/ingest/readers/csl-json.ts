import type { StudyType } from '../../domain/document.generated.ts';
import { normalizeOrcid } from '../../domain/identifiers.ts';
import type { Problem } from '../source-text.ts';
import { cutOfJson, readJsonRecords, type JsonRecord } from './json-records.ts';
import { nameAsPrinted, organisationNamed, personNamed, type PrintedName } from './names.ts';
import { printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { readingOf } from './reading-of-works.ts';
import { fieldsOf, listOf, textOf } from './values.ts';

const TYPES: ReadonlyMap<string, StudyType> = new Map(
  Object.entries({
    article: 'preprint',
    'article-journal': 'article',
    'article-magazine': 'news',
    'article-newspaper': 'news',
    bill: 'statute',
    book: 'book',
    chapter: 'chapter',
    dataset: 'dataset',
    'entry-dictionary': 'chapter',
    'entry-encyclopedia': 'chapter',
    hearing: 'parliamentary',
    legal_case: 'legalNote',
    legislation: 'statute',
    pamphlet: 'pamphlet',
    'paper-conference': 'article',
    post: 'comment',
    'post-weblog': 'blog',
    regulation: 'statute',
    report: 'report',
    review: 'comment',
    'review-book': 'comment',
    standard: 'guidance',
    thesis: 'thesis',
    webpage: 'webpage',
  } satisfies Readonly<Record<string, StudyType>>),
);

/** CSL-JSON, as Zotero, Pandoc and Crossref’s content negotiation write it: a list, `items`, or one. */
export const cslJson: Reader = {
  format: 'csl-json',
  name: 'CSL-JSON',
  recognises: ({ name, text }) => {
    const head = text.slice(0, 4000);
    const isOfItems = /^\s*(\[\s*)?\{/.test(head);
    const hasType = new RegExp(`"type"\\s*:\\s*"(${[...TYPES.keys()].join('|')})"`).test(head);
    if (isOfItems && hasType && /"(issued|title|author|container-title)"\s*:/.test(head))
      return 0.8;
    return /\.csl(\.json|json)?$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: (file) => {
    const { records, problems } = readJsonRecords(file.text, (whole) =>
      Array.isArray(fieldsOf(whole)['items']) ? ['items'] : [],
    );
    return readingOf([...problems, ...records.map(workOf)], file);
  },
  cut: (beginning) => cutOfJson(beginning, [[], ['items']]),
};

function workOf({ value, line }: JsonRecord): PrintedWork | Problem {
  const item = fieldsOf(value);
  return printedWork({
    line,
    type: TYPES.get(wordOf(item['type']) ?? '') ?? 'other',
    title: wordOf(item['title']),
    year: dateOf(item['issued']),
    authors: namesOf(item['author']),
    editors: namesOf(item['editor']),
    doi: [wordOf(item['DOI']), wordOf(item['URL'])],
    pmid: wordOf(item['PMID']),
    isbn: wordOf(item['ISBN']),
    url: wordOf(item['URL']),
    venue: wordOf(item['container-title']),
    publisher: wordOf(item['publisher']),
  });
}

/** A text, or the first of several, as Crossref writes titles. */
function wordOf(value: unknown): string | undefined {
  return textOf(listOf(value)[0] ?? value);
}

function dateOf(date: unknown): string | undefined {
  const { 'date-parts': parts, raw, literal } = fieldsOf(date);
  return wordOf(listOf(parts)[0]) ?? wordOf(raw) ?? wordOf(literal) ?? wordOf(date);
}

function namesOf(names: unknown): (PrintedName | null)[] {
  return listOf(names).map((value) => {
    const name = fieldsOf(value);
    const literal = wordOf(name['literal']) ?? wordOf(name['name']);
    if (literal !== undefined) return organisationNamed(literal);
    const all = (...fields: readonly string[]): string =>
      fields.map((field) => wordOf(name[field]) ?? '').join(' ');
    const person = personNamed(
      all('non-dropping-particle', 'family', 'suffix'),
      all('given', 'dropping-particle'),
    );
    const orcid = normalizeOrcid(wordOf(name['ORCID']));
    if (person === null) return nameAsPrinted(wordOf(value) ?? '');
    return orcid === undefined ? person : { ...person, orcid };
  });
}

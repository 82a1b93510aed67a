import { parseTree, type Node } from 'jsonc-parser';
import type { StudyType } from '../../domain/document.generated.ts';
import { readSourceText, type Problem } from '../source-text.ts';
import { lineFinder } from '../line-numbers.ts';
import { nameAsPrinted, organisationNamed, personNamed, type PrintedName } from './names.ts';
import { isProblem, printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { readingOf } from './reading-of-works.ts';

const TYPES: Readonly<Record<string, StudyType>> = {
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
};

/** CSL-JSON, as Zotero, Pandoc and Crossref’s content negotiation write it. */
export const cslJson: Reader = {
  format: 'csl-json',
  name: 'CSL-JSON',
  recognises: ({ name, text }) => {
    const head = text.slice(0, 4000);
    const isOfItems =
      /^[\s\uFEFF]*(\[\s*)?\{/.test(head) || /^[\s\uFEFF]*\{\s*"items"\s*:/.test(head);
    const hasType = new RegExp(`"type"\\s*:\\s*"(${Object.keys(TYPES).join('|')})"`).test(head);
    if (isOfItems && hasType && /"(issued|title|author|container-title)"\s*:/.test(head))
      return 0.8;
    return /\.csl(\.json|json)?$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: ({ text }) => {
    const source = readSourceText(text);
    if (!('value' in source)) return readingOf([], [source]);
    const lineOf = lineFinder(text);
    const works: PrintedWork[] = [];
    const problems: Problem[] = [];
    for (const { item, node } of itemsOf(source.value, parseTree(text.replace(/^\uFEFF/, '')))) {
      const line = lineOf(node?.offset ?? 0);
      const found = isRecord(item)
        ? workOf(item, line)
        : { line, column: 1, place: '', message: 'This is no CSL item: it is left out.' };
      if (isProblem(found)) problems.push(found);
      else works.push(found);
    }
    return readingOf(works, problems);
  },
};

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list, of `items` in an object, or the one that the file is. */
function itemsOf(
  value: unknown,
  node: Node | undefined,
): { item: unknown; node: Node | undefined }[] {
  if (Array.isArray(value))
    return value.map((item: unknown, at) => ({ item, node: node?.children?.[at] }));
  if (isRecord(value) && Array.isArray(value['items'])) {
    const property = node?.children?.find(({ children }) => children?.[0]?.value === 'items');
    return itemsOf(value['items'], property?.children?.[1]);
  }
  return [{ item: value, node }];
}

function workOf(item: Fields, line: number): PrintedWork | Problem {
  const type = TYPES[wordOf(item['type']) ?? ''] ?? 'other';
  return printedWork({
    line,
    type,
    title: wordOf(item['title']),
    year: yearOf(item['issued']),
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
function wordOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.length > 0 ? wordOf(value[0]) : null;
}

function yearOf(date: unknown): string | null {
  if (!isRecord(date)) return wordOf(date);
  const { 'date-parts': parts, raw, literal } = date;
  const [first]: unknown[] = Array.isArray(parts) ? parts : [];
  return wordOf(first) ?? wordOf(raw) ?? wordOf(literal);
}

function namesOf(names: unknown): (PrintedName | null)[] {
  if (!Array.isArray(names)) return [];
  return names.map((name: unknown) => {
    if (!isRecord(name)) return nameAsPrinted(wordOf(name) ?? '');
    const literal = wordOf(name['literal']) ?? wordOf(name['name']);
    if (literal !== null) return organisationNamed(literal);
    const particle = wordOf(name['non-dropping-particle']);
    const family = [particle, wordOf(name['family'])].filter(Boolean).join(' ');
    const given = [wordOf(name['given']), wordOf(name['dropping-particle'])]
      .filter(Boolean)
      .join(' ');
    const person = personNamed(family, given);
    const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(wordOf(name['ORCID']) ?? '')?.[0];
    return person === null || orcid === undefined ? person : { ...person, orcid };
  });
}

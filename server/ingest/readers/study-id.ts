import { hash } from 'node:crypto';
import {
  findDoi,
  normalizeIsbn,
  normalizeOpenalex,
  normalizeOrcid,
  normalizePmid,
} from '../../domain/identifiers.ts';
import { plainWords } from '../plain-words.ts';

type Printed = string | undefined;

/** What names a work, each as a source prints it. */
export interface WorkNames {
  readonly doi?: Printed;
  readonly pmid?: Printed;
  readonly openalex?: Printed;
  /** Of a book alone: that of a chapter, or of a paper in proceedings, is its volume’s. */
  readonly isbn?: Printed;
  /** What it is called where it has no identifier: a title, a label, a key. */
  readonly words?: Printed;
  /** Within what these words mean this one work: a work, a file. Left out where that is everywhere. */
  readonly within?: Printed;
}

/** The id of a study, by the strongest of its names: the same in every format. */
export function studyId({ doi, pmid, openalex, isbn, words = '', within }: WorkNames): string {
  const identifiers = [
    ['doi', findDoi(doi)],
    ['pmid', normalizePmid(pmid)],
    ['openalex', normalizeOpenalex(openalex)],
    ['isbn', normalizeIsbn(isbn)],
  ] as const;
  for (const [scheme, identifier] of identifiers)
    if (identifier !== undefined) return identified(scheme, identifier);
  return wordsId(words, within);
}

/** What names somebody, each as a source prints it. */
export interface AuthorNames {
  readonly orcid?: Printed;
  readonly openalex?: Printed;
  readonly name: string;
  readonly kind?: 'person' | 'organisation';
  /**
   * Within what the name means this one person: a work, or a collection that tells its
   * people apart. Left out where the name itself tells who is meant.
   */
  readonly within?: Printed;
}

/** The id of somebody: an ORCID, or OpenAlex’s own number, or the name. */
export function authorId({ orcid, openalex, name, kind, within }: AuthorNames): string {
  const known = normalizeOrcid(orcid);
  if (known !== undefined) return `orcid:${known}`;
  const number = /\bA\d{4,}\b/i.exec(openalex ?? '')?.[0];
  if (number !== undefined) return `openalex:${number.toUpperCase()}`;
  const words = plainWords(name);
  const isWhole = words !== '' && words.length <= LONGEST_SLUG && within === undefined;
  return `${kind ?? 'person'}:${isWhole ? slug(words) : wordsId(name, within)}`;
}

/** The beginning of the words, to be read, and a digest of all of them, to be unique. */
export function wordsId(words: string, within = ''): string {
  const digest = digestOf(`${within}\n${words}`);
  const readable = slug(plainWords(words.slice(0, 200)));
  return readable === '' ? digest : `${readable}-${digest}`;
}

/** A few letters that follow from a text, and tell it from all others. */
export function digestOf(text: string): string {
  return hash('sha256', text).slice(0, 10);
}

/** A citation is called by two ids, and an id has at most 400 characters. */
const LONGEST = 180;

/** Ids are joined into those of links by `<`, `>`, `~` and `@`, and have no blanks. */
function identified(scheme: string, identifier: string): string {
  const safe = identifier.replace(/[\s<>~@%]/g, (each) =>
    encodeURIComponent(each).replace('~', '%7E'),
  );
  const id = `${scheme}:${safe}`;
  return id.length > LONGEST ? `${scheme}:${digestOf(safe)}` : id;
}

const LONGEST_SLUG = 60;

function slug(plain: string): string {
  // Where it is cut, a letter of two halves may be.
  const whole = plain.slice(0, LONGEST_SLUG).replace(/\p{Surrogate}/gu, '');
  return whole.trim().replaceAll(' ', '-');
}

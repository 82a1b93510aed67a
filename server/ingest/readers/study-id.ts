import { hash } from 'node:crypto';
import { normalizeDoi } from '../../domain/identifiers.ts';

/** What names a work, each as a source prints it. */
export interface WorkNames {
  readonly doi?: string | undefined;
  readonly pmid?: string | undefined;
  readonly openalex?: string | undefined;
  readonly isbn?: string | undefined;
  /** What it is called where it has no identifier: a title, a label, a key. */
  readonly words?: string | undefined;
  /** Within what these words mean this one work: a work, a file. Left out where that is everywhere. */
  readonly within?: string | undefined;
}

/** A citation is called by two ids, and an id has at most 400 characters. */
const LONGEST = 190;

/** The id of a study, by the strongest of its names; the same in every format. */
export function studyId(names: WorkNames): string {
  const id = strongId(names);
  if (id === undefined) return wordsId(names.words ?? '', names.within);
  return id.length <= LONGEST ? id : wordsId(id);
}

function strongId(names: WorkNames): string | undefined {
  const doi = doiOf(names.doi);
  if (doi !== undefined) return `doi:${doi}`;
  const pmid = pmidOf(names.pmid);
  if (pmid !== undefined) return `pmid:${pmid}`;
  const openalex = openalexOf(names.openalex);
  if (openalex !== undefined) return `openalex:${openalex}`;
  const isbn = isbnOf(names.isbn);
  return isbn === undefined ? undefined : `isbn:${isbn}`;
}

/**
 * The id of an author: an ORCID, or OpenAlex's own. A name alone means one person
 * only within something: in a collection that tells its people apart, or one work.
 */
export function authorId(names: {
  readonly orcid?: string | undefined;
  readonly openalex?: string | undefined;
  readonly name: string;
  readonly within: string;
}): string {
  const orcid = orcidOf(names.orcid);
  if (orcid !== undefined) return `orcid:${orcid}`;
  const openalex = /\bA\d{4,}\b/i.exec(names.openalex ?? '')?.[0];
  if (openalex !== undefined) return `openalex:${openalex.toUpperCase()}`;
  return `author:${wordsId(names.name, names.within)}`;
}

/** The beginning of the words, to be read, and a digest of all of them, to be unique. */
export function wordsId(words: string, within = ''): string {
  const slug = words
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  const digest = hash('sha256', `${within}\n${words}`).slice(0, 10);
  return slug === '' ? digest : `${slug}-${digest}`;
}

/** A DOI that is one: `10.`, a registrant, and a name without blanks. */
export function doiOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const doi = normalizeDoi(text);
  return /^10\.\d{3,9}[.\d]*\/\S+$/.test(doi) ? doi : undefined;
}

/** A PubMed number, alone, as “PMID 123”, or in an address of PubMed. */
export function pmidOf(text: string | undefined): string | undefined {
  return /^(?:pmid:?\s*|(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:ncbi\.nlm\.nih\.gov\/(?:entrez\/)?pubmed))\/)?0*([1-9]\d{0,8})\/?$/i.exec(
    text?.trim() ?? '',
  )?.[1];
}

/** The number of a work in OpenAlex, alone or in its address. */
export function openalexOf(text: string | undefined): string | undefined {
  return /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?|openalex:)?(w\d{4,15})$/i
    .exec(text?.trim() ?? '')?.[1]
    ?.toUpperCase();
}

/** An ISBN of thirteen digits, into which one of ten is turned. */
export function isbnOf(text: string | undefined): string | undefined {
  const isbn = (text ?? '')
    .toUpperCase()
    .replace(/^.*ISBN(?:-1[03])?:?/, '')
    .replace(/[\s-]/g, '');
  if (/^97[89]\d{10}$/.test(isbn)) return isbn;
  if (!/^\d{9}[\dX]$/.test(isbn)) return undefined;
  const digits = `978${isbn.slice(0, 9)}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export function orcidOf(text: string | undefined): string | undefined {
  return /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/i.exec(text ?? '')?.[0].toUpperCase();
}

import type { StudyType } from '../../domain/document.generated.ts';
import {
  findDoi,
  normalizeIsbn,
  normalizeOpenalex,
  normalizePmid,
} from '../../domain/identifiers.ts';
import { plainWords } from '../plain-words.ts';

/** In a numbering that has no field of its own. */
const PAPER = /^aan:([A-Z]\d{2}-\d{4,5}[a-z]?)$/;

/** What a work is known by, as a source or the store has it. */
export interface ListedWork {
  readonly id: string;
  readonly type: StudyType;
  readonly title?: string | null | undefined;
  readonly year?: number | null | undefined;
  readonly doi?: string | null | undefined;
  readonly pmid?: string | null | undefined;
  readonly isbn?: string | null | undefined;
  readonly openalex?: string | null | undefined;
}

/** The same, as it is compared. */
export interface WorkIdentity {
  readonly id: string;
  readonly type: StudyType;
  /** Plain words, without “RETRACTED:” in front; empty where there is no title. */
  readonly title: string;
  /** The title without its subtitle. */
  readonly mainTitle: string;
  readonly year: number | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly isbn: string | null;
  readonly openalex: string | null;
  /** Its number in the ACL Anthology, which is its id here. */
  readonly aan: string | null;
  /** Whether it corrects, retracts or comments upon another, by its title. */
  readonly isNotice: boolean;
}

const RETRACTED = /^\s*\[?\(?(?:retracted|withdrawn)(?: article| paper)?\]?\)?\s*[:.\-–—]*\s+/i;
const NOTICE =
  /^(?:author |publisher )?(?:addendum|corrections?|corrigend(?:um|a)|errat(?:um|a)|expression of concern|notice of (?:retraction|concern)|retraction(?: note| notice)?|withdrawal)\b/i;

export function identityOf(work: ListedWork): WorkIdentity {
  const title = (work.title ?? '').replace(RETRACTED, '');
  return {
    id: work.id,
    type: work.type,
    title: plainWords(title),
    mainTitle: plainWords(title.split(/[:?!.]\s|\s[-–—]\s/)[0] ?? ''),
    year: work.year ?? null,
    doi: findDoi(work.doi) ?? null,
    pmid: normalizePmid(work.pmid) ?? null,
    isbn: normalizeIsbn(work.isbn) ?? null,
    openalex: normalizeOpenalex(work.openalex) ?? null,
    aan: PAPER.exec(work.id)?.[1] ?? null,
    isNotice: NOTICE.test(title),
  };
}

/** A title of fewer words than these is many works' title: “Editorial”, “Introduction”. */
const FEWEST_WORDS = 4;
/** Scripts without blanks have few words; this many letters tell as much. */
const FEWEST_LETTERS = 20;

/** Whether a title tells which work is meant, together with its year and its people. */
export function isTellingTitle(title: string): boolean {
  return title.length >= FEWEST_LETTERS || title.split(' ').length >= FEWEST_WORDS;
}

/** Keys under which works are looked up that may be this one. */
export function keysOf(work: WorkIdentity): string[] {
  const { doi, pmid, openalex, aan, isbn, title, mainTitle, year } = work;
  const keys: string[] = [];
  if (doi !== null) keys.push(`doi ${doi}`);
  if (pmid !== null) keys.push(`pmid ${pmid}`);
  if (openalex !== null) keys.push(`openalex ${openalex}`);
  if (aan !== null) keys.push(`aan ${aan}`);
  if (isbn !== null) keys.push(`isbn ${isbn}`);
  // Of many works with one short title only those of a year can be looked through.
  if (title !== '') keys.push(isTellingTitle(title) ? `title ${title}` : `title ${title} ${year}`);
  if (mainTitle !== title && isTellingTitle(mainTitle)) keys.push(`title ${mainTitle}`);
  return keys;
}

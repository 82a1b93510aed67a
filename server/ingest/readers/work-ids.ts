import { createHash } from 'node:crypto';
import { plainWords } from '../plain-words.ts';
import { isTelling, type PrintedName } from './names.ts';
import type { PrintedWork } from './printed-work.ts';

/**
 * An id for a work that is the same wherever and whenever it is read: its strongest
 * identifier, else who, when, what, and a digest of all three. The ISBN of a
 * chapter, or of a paper in proceedings, is its volume’s.
 */
export function workId(work: PrintedWork): string {
  const { doi, pmid, isbn, openalex, type } = work;
  if (doi !== undefined) return idOf('doi', doi);
  if (pmid !== undefined) return idOf('pmid', pmid);
  if (isbn !== undefined && type === 'book') return idOf('isbn', isbn);
  if (openalex !== undefined) return idOf('openalex', openalex);
  const [first] = work.people;
  const who = plainWords(first?.name.family ?? first?.name.name ?? '');
  const what = plainWords(work.title ?? work.label ?? '');
  const year = String(work.year ?? '');
  const all = work.people.map(({ name }) => plainWords(name.name)).join(';');
  const words = [who.split(' ')[0] ?? '', year, ...what.split(' ').slice(0, 4)];
  return `${slug(words.join(' '))}-${digestOf(`${what}|${year}|${all}|${type}`)}`;
}

/** An id for somebody: the name where it tells who is meant, else the name on this work alone. */
export function authorId(name: PrintedName, work: string): string {
  if (name.orcid !== undefined) return `orcid:${name.orcid}`;
  const words = `${name.kind === 'organisation' ? 'organisation' : 'person'}:${slug(name.name)}`;
  return isTelling(name) ? words : `${words}-${digestOf(work)}`;
}

/** A citation is called by two ids, and an id has at most 400 characters. */
const LONGEST = 180;

/** Ids are joined into the ids of links by these characters, and have no blanks. */
function idOf(scheme: string, identifier: string): string {
  const safe = identifier.replace(/[\s<>~@%]/g, (each) =>
    encodeURIComponent(each).replace('~', '%7E'),
  );
  return safe.length > LONGEST ? `${scheme}:${digestOf(safe)}` : `${scheme}:${safe}`;
}

function slug(text: string): string {
  const words = plainWords(text).replaceAll(' ', '-');
  return words.length > 80 ? `${words.slice(0, 80)}-${digestOf(words)}` : words || 'unnamed';
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

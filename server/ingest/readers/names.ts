import { plainWords } from '../plain-words.ts';
import { textOf } from './values.ts';

/** Somebody, as a title page prints the name. */
export interface PrintedName {
  /** Null where it is not known which part of the name is the family’s. */
  readonly family: string | null;
  readonly given: string | null;
  /** The name as a whole. */
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly orcid?: string;
}

/** “Family, Given”; an organisation whose name was taken apart as if it were a person’s is put together. */
export function personNamed(
  family: string | undefined,
  given: string | undefined,
): PrintedName | null {
  const [last, first] = [textOf(family), textOf(given)];
  if (last === undefined) return first === undefined ? null : nameAsPrinted(first);
  if (first !== undefined && (ORGANISATION.test(`${first} ${last}`) || ASSEMBLY.test(last)))
    return organisationNamed(`${first.replace(ON_BEHALF, '')} ${last}`);
  return {
    family: last,
    given: first ?? null,
    name: first === undefined ? last : `${last}, ${first}`,
    kind: 'person',
  };
}

/** An organisation, or whoever else has a name of one piece. */
export function organisationNamed(name: string): PrintedName | null {
  const text = textOf(name);
  return text === undefined
    ? null
    : { family: null, given: null, name: text, kind: 'organisation' };
}

/** What only organisations are called, from the beginning of a word. */
const ORGANISATION =
  /\b(acad[eé]m|administrati|agenc|associat|authorit|coalition|collaborati|commi(ssion|ttee)|compan(y|ies)\b|consorti|department|dept\b|editorial|federation|foundation|governance|government|initiative|institut|international|investigators|laborator(y|ies|i[ao])|librar(y|ies)|minist(er|ry)|museum|network|organi[sz]|parliament|programme|publish(er|ing)|societ|task force|united\b|universi[dt]|workshop)/i;

/** What families are called, too, as in “Service, Robert F.”. */
const SHARED_WORD =
  /\b(bank|board|bureau|cent(er|re)s?|college|council|division|editors|forum|group|inc|limited|llc|ltd|office|panel|press|project|school|service|team|trust|union|world)\b/i;

/** Several words for those who did something together, as in “Sample Study Group”. */
const ASSEMBLY = /\s(board|council|forum|group|panel|project|team)$/i;

/** Where a given name should stand. */
const ON_BEHALF = /^(?:and |on behalf of |for )*(?:the)?$/i;

function isOrganisation(name: string): boolean {
  if (ORGANISATION.test(name)) return true;
  const [family = '', ...given] = name.split(',');
  const isFamily = given.length > 0 && !family.trim().includes(' ');
  return SHARED_WORD.test(isFamily ? given.join(',') : name) || isLong(name);
}

/** No person’s name has so many words; initials are none. */
function isLong(name: string): boolean {
  return name.split(/[\s.]+/).filter((word) => word.length > 1).length > 6;
}

/**
 * A name as it is printed in one piece: with a comma, the family stands in front;
 * without, which part is the family’s differs between sources, so it is not known.
 */
export function nameAsPrinted(printed: string): PrintedName | null {
  const name = textOf(printed)?.replace(/[,;]+$/, '') ?? '';
  if (name === '') return null;
  const [family = '', ...given] = name.split(',');
  const isInverted = given.length > 0 && !family.trim().includes(' ') && ORGANISATION.test(family);
  if (isOrganisation(name) && !isInverted) return organisationNamed(name);
  if (given.length > 0) return personNamed(family, given.join(','));
  return { family: null, given: null, name, kind: 'person' };
}

/** “Smith JA”, as PubMed and Web of Science print names. */
export function nameWithInitials(printed: string): PrintedName | null {
  const [, family, initials] = /^(\S.*?)\s+([A-Z]{1,4})$/u.exec(printed.trim()) ?? [];
  return family === undefined || ORGANISATION.test(family) || ASSEMBLY.test(family)
    ? nameAsPrinted(printed)
    : personNamed(family, [...(initials ?? '')].map((letter) => `${letter}.`).join(' '));
}

/** Whether it says who is meant: given names that are spelled out, or two initials at least. */
export function isTelling({ kind, family, given, name }: PrintedName): boolean {
  if (kind === 'organisation') return true;
  const words = plainWords(family === null ? name : (given ?? ''))
    .split(' ')
    .filter(Boolean);
  const letters = words.join('').length;
  return family === null ? words.length > 1 && letters > 5 : letters > 1;
}

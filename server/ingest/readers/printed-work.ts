import type {
  ContributorRole,
  EvidenceRole,
  StudyStatus,
  StudyType,
} from '../../domain/document.generated.ts';
import {
  findDoi,
  normalizeIsbn,
  normalizeOpenalex,
  normalizePmid,
} from '../../domain/identifiers.ts';
import { tidied } from '../plain-words.ts';
import type { Problem } from '../source-text.ts';
import type { PrintedName } from './names.ts';

/** A work as a bibliography lists it, whatever its format. */
export interface PrintedWork {
  /** 1-based line at which its record begins. */
  readonly line: number;
  readonly type: StudyType;
  readonly title?: string;
  /** What it is called where it has no title. */
  readonly label?: string;
  readonly year?: number;
  readonly people: readonly { readonly name: PrintedName; readonly role: ContributorRole }[];
  readonly doi?: string;
  readonly pmid?: string;
  readonly isbn?: string;
  readonly openalex?: string;
  readonly url?: string;
  readonly venue?: string;
  readonly publisher?: string;
  readonly status?: StudyStatus;
  readonly evidence?: EvidenceRole;
  /** What in the source says so. */
  readonly evidenceGround?: string;
  /** The volume that it is in, where that is listed too. */
  readonly within?: PrintedWork;
}

/** What a format says of a work, before it is tidied; whatever is null or empty is not known. */
export interface PrintedFields {
  readonly line: number;
  readonly type: StudyType;
  readonly title?: string | null | undefined;
  /** A year, or a date that has one. */
  readonly year?: string | null | undefined;
  readonly authors?: readonly (PrintedName | null)[];
  readonly editors?: readonly (PrintedName | null)[];
  /** Where a DOI may stand; the first that is one counts. */
  readonly doi?: readonly (string | null | undefined)[];
  readonly pmid?: string | null | undefined;
  readonly isbn?: string | null | undefined;
  readonly openalex?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly venue?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly status?: StudyStatus | null;
  readonly evidence?: { readonly role: EvidenceRole; readonly ground: string } | null | undefined;
  readonly within?: PrintedWork | undefined;
}

/** A work from what is printed of it; a problem where nothing says which work it is. */
export function printedWork(fields: PrintedFields): PrintedWork | Problem {
  const { line, type, status, evidence, within } = fields;
  const given = {
    title: tidied(fields.title),
    year: yearIn(fields.year),
    doi: firstOf(fields.doi ?? [], findDoi),
    pmid: fields.pmid ? normalizePmid(fields.pmid) : null,
    isbn: firstOf((fields.isbn ?? '').split(/[;,]|\s+(?=\d{3}-|\d{10})/), normalizeIsbn),
    openalex: fields.openalex ? normalizeOpenalex(fields.openalex) : null,
    url: tidied(fields.url),
    venue: tidied(fields.venue),
    publisher: tidied(fields.publisher),
    status,
    evidence: evidence?.role,
    evidenceGround: evidence?.ground,
    within,
  };
  const people = [
    ...inRole(fields.authors ?? [], 'author'),
    ...inRole(fields.editors ?? [], 'editor'),
  ];
  const label = given.title === null ? labelOf(given, people) : null;
  if (given.title === null && label === null)
    return {
      line,
      column: 1,
      place: '',
      message:
        'This record has no title, and nothing else by which the work can be known: it is left out.',
    };
  return { ...known({ ...given, label }), line, type, people };
}

export function isProblem(found: PrintedWork | Problem): found is Problem {
  return 'message' in found;
}

function inRole(
  names: readonly (PrintedName | null)[],
  role: ContributorRole,
): PrintedWork['people'] {
  return names.flatMap((name) => (name === null ? [] : [{ name, role }]));
}

type Known<Fields> = { [Field in keyof Fields]?: NonNullable<Fields[Field]> };

/** Only what is known. */
function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Known<Fields>;
}

function firstOf<Found>(
  texts: readonly (string | null | undefined)[],
  find: (text: string) => Found | null,
): Found | null {
  for (const text of texts) {
    const found = text ? find(text) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The first number in a date that can be a year. */
function yearIn(date: string | null | undefined): number | null {
  const year = Number(/(?<!\d)(1[0-9]{3}|2[0-9]{3})(?!\d)/.exec(date ?? '')?.[1] ?? 0);
  return year === 0 ? null : year;
}

function labelOf(
  { year, doi, url, venue }: { readonly [Field in 'year' | 'doi' | 'url' | 'venue']: unknown },
  [first]: PrintedWork['people'],
): string | null {
  if (first !== undefined && (year !== null || venue !== null))
    return `${first.name.family ?? first.name.name} (${String(year ?? venue)})`;
  const identifier = doi ?? url;
  return identifier === null ? null : String(identifier);
}

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
import type { Problem } from '../source-text.ts';
import type { PrintedName } from './names.ts';
import { known, textOf, yearOf } from './values.ts';

/** A work as a bibliography lists it, whatever its format. */
export interface PrintedWork {
  /** 1-based line at which its record begins. */
  readonly line: number;
  readonly type: StudyType;
  readonly title?: string;
  /** What it is called where it has no title. */
  readonly label?: string;
  /** What this file alone calls it, of a work that has no title. */
  readonly key?: string;
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

type Printed = string | undefined;

/** What a format says of a work, before it is tidied; whatever is undefined or empty is not known. */
export interface PrintedFields {
  readonly line: number;
  readonly type: StudyType;
  readonly title?: Printed;
  /** What a table calls a work of which it has no title. */
  readonly label?: Printed;
  /** What tells the work of a label from others of this file. */
  readonly key?: Printed;
  /** A year, or a date that has one. */
  readonly year?: Printed;
  readonly authors?: readonly (PrintedName | null)[];
  readonly editors?: readonly (PrintedName | null)[];
  /** Where a DOI may stand; the first that is one counts. */
  readonly doi?: readonly Printed[];
  readonly pmid?: Printed;
  readonly isbn?: Printed;
  readonly openalex?: Printed;
  readonly url?: Printed;
  readonly venue?: Printed;
  readonly publisher?: Printed;
  readonly status?: StudyStatus | undefined;
  readonly evidence?: { readonly role: EvidenceRole; readonly ground: string } | undefined;
  readonly within?: PrintedWork | undefined;
}

/** A work from what is printed of it; a problem where nothing says which work it is. */
export function printedWork(fields: PrintedFields): PrintedWork | Problem {
  const { line, type, status, evidence, within } = fields;
  const given = {
    title: textOf(fields.title),
    year: yearOf(fields.year),
    doi: firstOf(fields.doi ?? [], (text) => findDoi(textOf(text))),
    pmid: normalizePmid(fields.pmid),
    isbn: firstOf((fields.isbn ?? '').split(/[;,]|\s+(?=\d{3}-|\d{10})/), normalizeIsbn),
    openalex: normalizeOpenalex(fields.openalex),
    url: textOf(fields.url),
    venue: textOf(fields.venue),
    publisher: textOf(fields.publisher),
    status,
    evidence: evidence?.role,
    evidenceGround: evidence?.ground,
    within,
  };
  const people = [
    ...inRole(fields.authors ?? [], 'author'),
    ...inRole(fields.editors ?? [], 'editor'),
  ];
  if (given.title !== undefined) return { ...known(given), line, type, people };
  const printed = textOf(fields.label);
  const label = printed ?? labelOf(given, people);
  const key = printed === undefined ? undefined : (textOf(fields.key) ?? printed);
  if (label !== undefined) return { ...known({ ...given, label, key }), line, type, people };
  return {
    line,
    column: 1,
    place: '',
    message:
      'This record has no title, and nothing else by which the work can be known: it is left out.',
  };
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

function firstOf<Found>(
  texts: readonly Printed[],
  find: (text: string) => Found | undefined,
): Found | undefined {
  for (const text of texts) {
    const found = text ? find(text) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function labelOf(
  { year, doi, url, venue }: { readonly [Field in 'year' | 'doi' | 'url' | 'venue']: unknown },
  [first]: PrintedWork['people'],
): string | undefined {
  const when = year ?? venue;
  if (first !== undefined && when !== undefined)
    return `${first.name.family ?? first.name.name} (${String(when)})`;
  const identifier = doi ?? url;
  return identifier === undefined ? undefined : String(identifier);
}

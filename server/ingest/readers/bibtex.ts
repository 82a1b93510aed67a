import type { Entry } from '@retorquere/bibtex-parser';
import type { StudyType } from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import { definitionsIn, readEntries, type PlacedEntry } from './bibtex-entries.ts';
import { nameAsPrinted, organisationNamed, personNamed, type PrintedName } from './names.ts';
import { isProblem, printedWork, type PrintedWork } from './printed-work.ts';
import type { Reader } from './reader.ts';
import { readingOf } from './reading-of-works.ts';
import { textOf } from './values.ts';

/** By their letters alone: Mendeley writes `book_section`. */
const TYPES: ReadonlyMap<string, StudyType> = new Map(
  Object.entries({
    article: 'article',
    bill: 'statute',
    book: 'book',
    bookinbook: 'chapter',
    booklet: 'pamphlet',
    booksection: 'chapter',
    case: 'legalNote',
    collection: 'book',
    conference: 'article',
    conferenceproceedings: 'article',
    dataset: 'dataset',
    electronic: 'webpage',
    encyclopediaarticle: 'chapter',
    hearing: 'parliamentary',
    inbook: 'chapter',
    incollection: 'chapter',
    inproceedings: 'article',
    inreference: 'chapter',
    jurisdiction: 'legalNote',
    legal: 'legalNote',
    legislation: 'statute',
    magazinearticle: 'news',
    manual: 'guidance',
    mastersthesis: 'thesis',
    mvbook: 'book',
    mvcollection: 'book',
    mvproceedings: 'book',
    newspaperarticle: 'news',
    online: 'webpage',
    periodical: 'other',
    phdthesis: 'thesis',
    proceedings: 'book',
    reference: 'book',
    report: 'report',
    standard: 'guidance',
    statute: 'statute',
    suppbook: 'chapter',
    techreport: 'report',
    thesis: 'thesis',
    unpublished: 'preprint',
    webpage: 'webpage',
    workingpaper: 'preprint',
    www: 'webpage',
  } satisfies Readonly<Record<string, StudyType>>),
);

/** BibTeX and BibLaTeX. */
export const bibtex: Reader = {
  format: 'bibtex',
  name: 'BibTeX or BibLaTeX',
  recognises: ({ name, text }) => {
    const isEntry = /^[ \t]*@[ \t]*[A-Za-z][\w-]*\s*[{(]\s*[^\s,={}]*\s*[,=}]/m;
    if (isEntry.test(text.slice(0, 100_000))) return 0.9;
    return /\.bib(tex|latex)?$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: (file) => {
    const { entries, problems } = readEntries(file.text);
    return readingOf([...problems, ...new Works(entries).all()], file);
  },
  // What is in a volume, or takes fields from elsewhere, cannot be read without it.
  cut: () => ({
    kind: 'lines',
    before: /^[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]/,
    unless: /\b(?:crossref|xdata)\s*=/i,
    carries: definitionsIn,
  }),
};

/** Works by their keys, so that those in a volume find it. */
class Works {
  readonly #entries: readonly PlacedEntry[];
  readonly #byKey: ReadonlyMap<string, PlacedEntry>;
  readonly #made = new Map<PlacedEntry, PrintedWork | Problem>();

  constructor(entries: readonly PlacedEntry[]) {
    this.#entries = entries;
    // Keys differ by more than case; a key that is given twice is its first.
    this.#byKey = new Map(
      entries.map((each) => [each.entry.key.toLowerCase(), each] as const).toReversed(),
    );
  }

  *all(): Generator<PrintedWork | Problem> {
    // An entry of type xdata is no work: others take fields from it.
    for (const each of this.#entries) if (each.entry.type !== 'xdata') yield this.#workOf(each, []);
  }

  #workOf(placed: PlacedEntry, inside: readonly PlacedEntry[]): PrintedWork | Problem {
    const made = this.#made.get(placed);
    if (made !== undefined) return made;
    const { entry, line } = placed;
    const volume = this.#named(entry, 'crossref')[0];
    // An entry that is its own volume, over however many steps, is in none.
    const isRing = volume === undefined || volume === placed || inside.includes(volume);
    const whole = isRing ? undefined : this.#workOf(volume, [...inside, placed]);
    const work = workOf(
      [entry, ...this.#inherited(entry)],
      line,
      isRing ? null : volume.entry,
      whole === undefined || isProblem(whole) ? undefined : whole,
    );
    this.#made.set(placed, work);
    return work;
  }

  /** The entries of shared fields that an entry names, and those that they name. */
  #inherited(entry: Entry, seen: readonly Entry[] = []): Entry[] {
    if (seen.length > 5) return [];
    return this.#named(entry, 'xdata').flatMap(({ entry: shared }) =>
      seen.includes(shared) ? [] : [shared, ...this.#inherited(shared, [...seen, shared])],
    );
  }

  #named(entry: Entry, field: 'crossref' | 'xdata'): PlacedEntry[] {
    return (textIn(entry, field) ?? '')
      .split(',')
      .map((key) => key.trim().toLowerCase())
      .flatMap((key) => (key === '' ? [] : (this.#byKey.get(key) ?? [])));
  }
}

/**
 * @param entries the entry itself, then those that it takes fields from.
 * @param volume the entry that it is in.
 */
function workOf(
  entries: readonly Entry[],
  line: number,
  volume: Entry | null,
  within: PrintedWork | undefined,
): PrintedWork | Problem {
  const own = (...fields: readonly string[]): string | undefined => {
    for (const entry of entries)
      for (const field of fields) {
        const text = textIn(entry, field);
        if (text !== undefined) return text;
      }
    return undefined;
  };
  // What a volume tells of the works in it: when and by whom it came out, and what it is called.
  const inherited = (...fields: readonly string[]): string | undefined =>
    own(...fields) ??
    (volume === null
      ? undefined
      : fields.map((field) => textIn(volume, field)).find((text) => text !== undefined));
  const type = typeOf(entries[0]?.type ?? '', own);
  const eprint = own('eprint') ?? '';
  const scheme = (own('eprinttype', 'archiveprefix') ?? '').toLowerCase();
  return printedWork({
    line,
    type,
    title: titled(own('title'), own('subtitle')),
    year: inherited('date', 'year', 'origdate'),
    authors: namesIn(entries, 'author'),
    editors: namesIn(entries, 'editor'),
    doi: [
      own('doi'),
      scheme === 'arxiv' && own('doi') === undefined
        ? `10.48550/arxiv.${eprint.replace(/v\d+$/, '')}`
        : undefined,
      own('url'),
      own('note'),
    ],
    pmid: scheme === 'pubmed' ? eprint : own('pmid'),
    isbn: own('isbn'),
    url: own('url'),
    venue:
      own('journaltitle', 'journal', 'booktitle', 'maintitle') ??
      (volume === null ? undefined : textIn(volume, 'title')) ??
      own('eventtitle', 'series'),
    publisher: inherited('publisher', 'institution', 'school', 'organization'),
    within,
  });
}

function typeOf(type: string, own: (field: string) => string | undefined): StudyType {
  if (type === 'misc' || type === 'unpublished' || type === 'online') {
    const scheme = (own('eprinttype') ?? own('archiveprefix') ?? '').toLowerCase();
    if (/arxiv|rxiv|ssrn/.test(scheme)) return 'preprint';
    if (own('url') !== undefined && type === 'misc') return 'webpage';
  }
  return TYPES.get(type.replace(/[^a-z]/g, '')) ?? 'other';
}

function titled(title: string | undefined, subtitle: string | undefined): string | undefined {
  return title === undefined || subtitle === undefined
    ? (title ?? subtitle)
    : `${title}: ${subtitle}`;
}

/** A field as text: the parser takes “Taylor and Francis” for a list. */
function textIn(entry: Entry, field: string): string | undefined {
  const fields = entry.fields as Readonly<Record<string, unknown>>;
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (Array.isArray(value))
    return textOf(withoutMarkup(value.filter((each) => typeof each === 'string').join(' and ')));
  return typeof value === 'string' && value.trim() !== '' ? withoutMarkup(value) : undefined;
}

/** The parser gives emphasis and the like as HTML. */
function withoutMarkup(text: string): string {
  return text.replace(
    /<\/?(?:i|b|u|sc|em|strong|sub|sup|span|pre|code|p|br|nc|ncx)(?:\s[^<>]*)?\/?>/gi,
    '',
  );
}

function namesIn(entries: readonly Entry[], field: 'author' | 'editor'): (PrintedName | null)[] {
  const names =
    entries.map((entry) => entry.fields[field]).find((each) => Array.isArray(each)) ?? [];
  return names.map(({ name, lastName, firstName, prefix, suffix }) => {
    // A name in braces is of one piece: an organisation, unless it looks like a person’s.
    if (name !== undefined) return lastName === undefined ? nameAsPrinted(tidied(name)) : null;
    const [last, first] = withoutNumber(tidied(lastName), tidied(firstName));
    const family = [prefix, last, suffix].filter(Boolean).join(' ');
    return /^others$/i.test(family) && first === ''
      ? null
      : first === ''
        ? singleName(family)
        : personNamed(family, first);
  });
}

/** A part of a name without the markup, or a semicolon that was to end it. */
function tidied(part = ''): string {
  return withoutMarkup(part).replace(/[\s;]+$/, '');
}

/** DBLP tells people of one name apart by numbers: “Jan Sample 0001”, whose family is no number. */
function withoutNumber(last: string, first: string): readonly [last: string, first: string] {
  if (!/^\d{4}$/.test(last)) return [last.replace(/\s\d{4}$/, ''), first];
  const [, given = '', family = first] = /^(.*)\s(\S+)$/.exec(first) ?? [];
  return [family, given];
}

function singleName(name: string): PrintedName | null {
  const printed = nameAsPrinted(name);
  return printed?.kind === 'organisation' ? organisationNamed(name) : personNamed(name, undefined);
}

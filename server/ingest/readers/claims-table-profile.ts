import type { AssertionRole, Stance } from '../../domain/document.generated.ts';
import { plainHeading, type Table } from './table.ts';

/** What a column of a table of claims can say. */
export const CLAIMS_COLUMNS = [
  'claim',
  'claimId',
  'source',
  'sourceTitle',
  'sourceYear',
  'document',
  'stance',
  'basis',
  'pages',
  'section',
  'direction',
  'kind',
  'topic',
] as const;

export type ClaimsColumn = (typeof CLAIMS_COLUMNS)[number];

/** Which columns of a table say what: plain data, to be kept and used again. */
export interface ClaimsTableProfile {
  readonly name: string;
  /** The headings for each; of several, the first whose cell says something. */
  readonly columns: Readonly<Partial<Record<ClaimsColumn, readonly string[]>>>;
  /** What the words of the table mean where they are not common ones; in lower case. */
  readonly stances?: Readonly<Record<string, Stance>>;
  /** Whether the documents make the claims or pass on that others do. */
  readonly documentRole?: AssertionRole;
}

const TEXTS = [
  'claimtext',
  'claimstatement',
  'proposition',
  'assertion',
  'statement',
  'label',
  'researchstatementlabel',
];

const HEADINGS: Readonly<Partial<Record<ClaimsColumn, readonly string[]>>> = {
  sourceTitle: ['sourcetitle', 'citedtitle', 'papertitle', 'title'],
  sourceYear: ['sourceyear', 'citedyear', 'year', 'publicationyear'],
  document: ['citing', 'citingwork', 'citingpaper', 'document', 'assertedby', 'claimedby'],
  stance: ['stance', 'evidencerole', 'polarity', 'sentiment', 'evidencestance', 'role'],
  basis: ['basis'],
  pages: ['page', 'pages', 'pp'],
  section: ['section', 'place', 'location'],
  direction: ['direction'],
  kind: ['kind', 'claimkind', 'claimtype'],
  topic: ['topic', 'theme', 'asserttype'],
};

const SOURCES = [
  'evidencesource',
  'sourcedoi',
  'sourcepmid',
  'sourceid',
  'cited',
  'citedwork',
  'citedpaper',
  'source',
  'study',
  'paper',
  'reference',
  'doi',
  'pmid',
];

/** So many rows say whether a column has sentences or ids. */
const LOOKED_AT = 50;

/** The columns by what their headings usually mean. */
export function guessClaimsTable(table: Table): ClaimsTableProfile {
  const headings = new Map(table.header.map((heading) => [plainHeading(heading), heading]));
  const find = (names: readonly string[]) => names.flatMap((name) => headings.get(name) ?? []);
  const firstOf = (names: readonly string[]) => find(names).slice(0, 1);
  const called = firstOf(['claim']);
  const isSentence = hasBlanks(table, called[0]);
  const texts = find(TEXTS);
  const source = firstOf(SOURCES);
  const isApart = source[0] !== undefined && plainHeading(source[0]) !== 'source';
  // “source” beside “evidenceSource” is where the row itself is from: it passes the claim on.
  const compiled = isApart ? find(['source']) : [];
  const document = firstOf(HEADINGS.document ?? []);
  const guessed: [ClaimsColumn, readonly string[]][] = [
    ['claim', isSentence || texts.length === 0 ? called : texts],
    ['claimId', [...firstOf(['claimid', 'claimkey']), ...(isSentence ? [] : called)]],
    ['source', source],
    ...Object.entries(HEADINGS).map(
      ([column, names]) => [column as ClaimsColumn, firstOf(names)] as [ClaimsColumn, string[]],
    ),
    ['document', document.length > 0 ? document : compiled],
  ];
  return {
    name: 'by its headings',
    columns: Object.fromEntries(guessed.filter(([, found]) => found.length > 0)),
    ...(document.length === 0 && compiled.length > 0 ? { documentRole: 'reports' as const } : {}),
  };
}

/** All headings that a profile names. */
export function headingsOf({ columns }: ClaimsTableProfile): string[] {
  return Object.values(columns).flat();
}

/** Whether a table has all the columns that a profile names. */
export function fitsTable(profile: ClaimsTableProfile, header: readonly string[]): boolean {
  const there = new Set(header.map(plainHeading));
  return headingsOf(profile).every((heading) => there.has(plainHeading(heading)));
}

function hasBlanks({ header, rows }: Table, heading: string | undefined): boolean {
  const at = heading === undefined ? -1 : header.indexOf(heading);
  return rows.slice(0, LOOKED_AT).some(({ cells }) => /\S\s+\S/.test(cells[at] ?? ''));
}

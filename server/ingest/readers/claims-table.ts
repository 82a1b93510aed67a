import type { Basis, Claim, ClaimKind, Direction } from '../../domain/document.generated.ts';
import {
  fitsTable,
  guessClaimsTable,
  headingsOf,
  type ClaimsColumn,
  type ClaimsTableProfile,
} from './claims-table-profile.ts';
import { TableStances } from './claims-table-stances.ts';
import { CollectedRecords } from './collected-records.ts';
import type { Reader, Reading, ShownTable, SourceFile } from './reader.ts';
import { wordsId } from './study-id.ts';
import { StudyKeys } from './table-keys.ts';
import { headerOf, plainHeading, readTable, type Row, type Table } from './table.ts';
import { known, textOf, yearOf } from './values.ts';

const DIRECTIONS: readonly Direction[] = [
  'positive',
  'negative',
  'none',
  'mixed',
  'gap',
  'descriptive',
];
const KINDS: readonly ClaimKind[] = [
  'finding',
  'statistic',
  'record',
  'definition',
  'recommendation',
  'prediction',
  'opinion',
  'question',
];
const BASES: readonly Basis[] = ['data', 'record', 'search', 'relay', 'argument', 'unknown'];

/**
 * A coded table of claims, a row for each piece of evidence: which claim, which
 * source, what the source is to it, where. Where a document is named beside the
 * source, it is the document that makes the claim and cites the source for it;
 * where none is, what the source has is its own.
 * @param profile which columns say what; guessed from the headings where left out
 */
export function readClaimsTable(profile: ClaimsTableProfile | null = null): Reader {
  return {
    format: 'claims-table',
    name: profile === null ? 'Table of claims (CSV, TSV)' : `Table of claims: ${profile.name}`,
    recognises: ({ text }: SourceFile) => {
      const header = headerOf(text);
      if (profile !== null) return fitsTable(profile, header) ? 0.9 : 0;
      const { claim, claimId, source, stance } = guessClaimsTable({
        header,
        rows: [],
        problems: [],
      }).columns;
      if (claim === undefined && claimId === undefined) return 0;
      return source === undefined ? 0 : stance === undefined ? 0.75 : 0.85;
    },
    read: (file) => readClaims(file, profile),
  };
}

export const claimsTable = readClaimsTable();

function readClaims(file: SourceFile, given: ClaimsTableProfile | null): Reading {
  const records = new CollectedRecords();
  const table = readTable(file.text);
  for (const problem of table.problems) records.addProblem(problem);
  const profile = given ?? guessClaimsTable(table);
  const profiled = { table, profile, stances: new TableStances(profile) };
  const missing = headingsOf(profile).filter(
    (heading) => !table.header.some((each) => plainHeading(each) === plainHeading(heading)),
  );
  if (table.header.length > 0)
    for (const heading of missing)
      records.problem(1, `There is no column “${heading}”, which the profile names.`);
  if (table.header.length > 0 && !profile.columns.claim && !profile.columns.claimId)
    records.problem(1, 'No heading says which column has the claims.');
  else readRows(file, profiled, records);
  return { ...records.reading(), table: shown(profiled) };
}

interface ProfiledTable {
  readonly table: Table;
  readonly profile: ClaimsTableProfile;
  readonly stances: TableStances;
}

/** So many rows show what a column has. */
const SAMPLES = 5;
/** More of a cell than this shows nothing more. */
const LONGEST_SAMPLE = 120;

function shown({ table, profile: used, stances }: ProfiledTable): ShownTable {
  const { header, rows } = table;
  return {
    headings: header,
    samples: rows
      .slice(0, SAMPLES)
      .map(({ cells }) => header.map((_heading, at) => (cells[at] ?? '').slice(0, LONGEST_SAMPLE))),
    used,
    guess: guessClaimsTable(table),
    ...stances.shown(),
  };
}

function readRows(
  { name: fileName }: SourceFile,
  { table: { header, rows }, profile, stances }: ProfiledTable,
  records: CollectedRecords,
): void {
  const positions = new Map(header.map((heading, at) => [plainHeading(heading), at]));
  const times = new Map<string, number>();
  const keys = new StudyKeys(fileName);
  for (const row of rows) {
    const cell = cellsOf(row, positions, profile);
    const claim = readClaim(cell, row, fileName, records);
    if (claim !== null) readEvidence({ cell, claim, row, profile, stances, keys, times }, records);
  }
}

type CellOf = (column: ClaimsColumn) => string | undefined;

/** Of the columns that a profile names for one thing, the first that says something in this row. */
function cellsOf(
  row: Row,
  positions: ReadonlyMap<string, number>,
  profile: ClaimsTableProfile,
): CellOf {
  return (column) => {
    for (const heading of profile.columns[column] ?? []) {
      const text = textOf(row.cells[positions.get(plainHeading(heading)) ?? -1]);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}

function readClaim(
  cell: CellOf,
  { line }: Row,
  fileName: string | null,
  records: CollectedRecords,
): Claim | null {
  const text = cell('claim') ?? cell('claimId');
  if (text === undefined) {
    records.problem(line, 'This row names no claim: left out.');
    return null;
  }
  const topic = cell('topic');
  return records.addClaim(
    known({
      id: `claim:${wordsId(cell('claimId') ?? text, fileName ?? '')}`,
      text,
      direction: oneOf(DIRECTIONS, cell('direction')) ?? 'descriptive',
      kind: oneOf(KINDS, cell('kind')) ?? 'finding',
      topics: topic === undefined ? undefined : [topic],
    }),
    line,
  );
}

interface EvidenceRow {
  readonly cell: CellOf;
  readonly claim: Claim;
  readonly row: Row;
  readonly profile: ClaimsTableProfile;
  readonly stances: TableStances;
  readonly keys: StudyKeys;
  /** How often a source was said to be the same to a claim, so that each time has an id. */
  readonly times: Map<string, number>;
}

function readEvidence(evidence: EvidenceRow, records: CollectedRecords): void {
  const { cell, claim, row, profile, stances, times } = evidence;
  const document = study('document');
  const source = study('source');
  const word = cell('stance');
  const places = known({ pages: cell('pages'), section: cell('section') });
  const basis = oneOf(BASES, cell('basis'));
  if (document !== null)
    records.assert(claim, {
      study: document,
      role: profile.documentRole ?? 'asserts',
      ...(source === null ? places : {}),
    });
  if (source === null) {
    if (word !== undefined) records.problem(row.line, 'This row names no source: left out.');
    return;
  }
  if (document === null && profile.columns.stance === undefined) {
    records.assert(claim, known({ study: source, role: 'asserts' as const, ...places, basis }));
    return;
  }
  const stance = profile.columns.stance === undefined ? 'supports' : stances.stanceOf(word);
  if (stance === undefined) {
    const what = word === undefined ? 'There is no stance' : `“${word.slice(0, 60)}” is no stance`;
    records.problem(row.line, `${what} of the source to the claim: read as a mention.`);
  }
  const citation =
    document === null || document === source
      ? null
      : records.cite({ citing: document, cited: source }, row.line);
  const same = `${claim.id}\n${document}\n${source}\n${stance}`;
  const time = (times.get(same) ?? 0) + 1;
  times.set(same, time);
  claim.lines.push({
    stance: stance ?? 'mentions',
    ...(citation === null ? { in: source } : {}),
    items: [
      known({
        id: `item:${wordsId(`${same}\n${time}`).slice(-10)}`,
        ...(citation === null ? { study: source } : { citation }),
        ...places,
        basis,
      }),
    ],
  });

  function study(end: 'document' | 'source'): string | null {
    const key = cell(end);
    if (key === undefined) return null;
    const heading = profile.columns[end]?.[0] ?? '';
    const { label, ...rest } = evidence.keys.study(key, heading);
    const title = end === 'source' ? cell('sourceTitle') : undefined;
    const year = end === 'source' ? yearOf(cell('sourceYear')) : undefined;
    const called = title === undefined ? { label } : { title };
    return records.nameStudy(known({ ...rest, ...called, year }), row.line);
  }
}

function oneOf<Word extends string>(
  words: readonly Word[],
  text: string | undefined,
): Word | undefined {
  return words.find((word) => word === text?.toLowerCase());
}

import { createHash } from 'node:crypto';
import type { Conflict, Plan, PlanCounts, PlannedRecord } from '../domain/change/plan.ts';
import type { NodeKind } from '../domain/elements.ts';
import { givenIds } from '../ingest/identities.ts';
import { NO_ANSWERS, type Answers } from '../ingest/match/match-works.ts';
import type { Reading } from '../ingest/readers/reader.ts';
import {
  danglingReferences,
  kindsWithin,
  openReferences,
  type Reference,
} from '../ingest/references.ts';
import type { Path, Problem } from '../ingest/source-text.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { ChangeRecord } from '../store/ledger.ts';
import { UNFOLLOWED } from './course.ts';
import type { Curation } from './curation.ts';
import type { Asked } from './proposal.ts';
import { readBrought, type ReadTable } from './read-brought.ts';
import { nameRecords, type NameRecords } from './name-records.ts';
import { proposeImport, type ImportProposal } from './propose-import.ts';
import { mergedKinds } from './redirects.ts';

/** What is to be brought in. */
export interface Brought {
  readonly content: string;
  /** What the source is called; the same name again is a newer version of it. */
  readonly name: string | null;
  /** Which format it is in; told from the source itself where null or left out. */
  readonly format?: string | null;
  /** Of a table of claims, which columns say what: a profile, or the name of one that is saved. */
  readonly profile?: string | object | null;
  /** Whether what people have set otherwise, or taken away, stays so; else it is a conflict. */
  readonly keepsEdits: boolean;
  /** What people have said of works about which they were asked. */
  readonly answers?: Answers;
}

/** What came of an import, for who would tell more of the records than their ids. */
export interface BroughtIn {
  readonly report: ImportReport;
  /** Says what records of the report are called, and where they stand in the source. */
  readonly name: NameRecords;
}

/**
 * What came of an import: a plan, applied or not, and what of the source had to be
 * left out of it; or problems alone, and nothing written.
 */
export interface ImportReport {
  readonly source: { readonly id: string; readonly name: string; readonly format: string };
  readonly problems: readonly Problem[];
  /** How many they are, be it more than are told one by one. */
  readonly problemCount: number;
  readonly plan: PlacedPlan | null;
  readonly counts: PlanCounts | null;
  /** Records that an earlier version of the source had, and this one has no longer; they stay. */
  readonly vanished: readonly PlannedRecord[];
  /** How many they are, be it more than are told one by one. */
  readonly vanishedCount: number;
  readonly change: ChangeRecord | null;
  readonly isApplied: boolean;
  /** Of a table whose columns can be named otherwise: how it was read. */
  readonly table?: ReadTable;
}

/** A conflict with its place in the source. */
export type PlacedConflict = Conflict & { readonly problem: Problem };
export type PlacedPlan = Omit<Plan, 'conflicts'> & {
  readonly conflicts: readonly PlacedConflict[];
};

/**
 * Brings a source into the store: read, matched, checked, planned, and, unless it
 * is a dry run or there are conflicts, applied whole. An interchange document with
 * a problem is refused; of other formats, records with one are left out. Importing
 * adds: what a record leaves out stays as others say it.
 * @throws INVALID where the format cannot be told.
 */
export async function importSource(
  curation: Curation,
  brought: Brought,
  asked: Asked,
): Promise<ImportReport> {
  return (await bringIn(curation, brought, asked)).report;
}

/** As `importSource`, for who would tell more of the records than their ids. */
export async function bringIn(
  curation: Curation,
  brought: Brought,
  asked: Asked,
): Promise<BroughtIn> {
  const { content, name, keepsEdits, answers = NO_ANSWERS } = brought;
  const { course = UNFOLLOWED } = asked;
  await course.reach('reading');
  const { format, reading, table } = await readBrought(curation.profiles, brought);
  const digest = digestOf(content, reading);
  const called = name ?? `${format}-${digest.slice(0, 12)}`;
  const source = { id: sourceId(called), name: called, format };
  // What is wrong with references is found after what is wrong with records.
  const beyond = Math.max(0, (reading.problemCount ?? 0) - reading.problems.length);
  const refused = (problems: readonly Problem[]): BroughtIn => {
    const report = refusedReport(source, problems, table);
    const problemCount = problems.length + beyond;
    return toldBy({ ...report, problemCount }, reading, new Map(), curation.store);
  };
  const { problems } = reading;
  if (problems.length > 0 && hasNothing(reading)) return refused(problems);
  await course.reach('matching', 0, reading.document.studies.length);
  const within = kindsWithin(reading.document);
  const open = openReferences(reading.document, within);
  const dangling = await danglingAmong(open, within, reading, curation.store);
  if (dangling.length > 0) return refused([...problems, ...dangling]);
  const mentioned = [...within.keys(), ...open.map(({ id }) => id)];
  let proposal: ImportProposal | null = null;
  const outcome = await curation.carryOut(asked, async (head, store) => {
    const incoming = { reading, mentioned, ...source, digest, keepsEdits, answers, course };
    const planned = await proposeImport(store, incoming, head);
    proposal = planned;
    const keep = (): Promise<void> =>
      curation.sources.keep(digest, [content], linesInStore(reading, planned.ids));
    return { ...planned, keep };
  });
  const {
    ids = new Map(),
    vanished = [],
    vanishedCount = 0,
  } = (proposal ?? {}) as Partial<ImportProposal>;
  const report = {
    source,
    problems,
    problemCount: problems.length + beyond,
    plan: { ...outcome.plan, conflicts: inPlaces(outcome.plan.conflicts, reading, ids) },
    counts: outcome.counts,
    vanished,
    vanishedCount,
    change: outcome.change,
    isApplied: outcome.isApplied,
    ...table,
  };
  return toldBy(report, reading, ids, curation.store);
}

/** That a source cannot be brought in as it is. */
export function refusedReport(
  source: ImportReport['source'],
  problems: readonly Problem[],
  table: Pick<ImportReport, 'table'>,
): ImportReport {
  return {
    source,
    problems,
    problemCount: problems.length,
    plan: null,
    counts: null,
    vanished: [],
    vanishedCount: 0,
    change: null,
    isApplied: false,
    ...table,
  };
}

function toldBy(
  report: ImportReport,
  reading: Reading,
  ids: ReadonlyMap<string, string>,
  store: EvidenceStore,
): BroughtIn {
  return {
    report,
    name: (records) => nameRecords(store, { reading, ids }, records),
  };
}

/** The line at which each record begins, by its id in the store; of several that are one, the first. */
export function linesInStore(
  { lines }: Reading,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const inStore = new Map<string, number>();
  for (const [id, line] of lines) {
    const [citing = id, cited] = id.split('>');
    const stored =
      ids.get(id) ??
      (cited === undefined ? id : `${ids.get(citing) ?? citing}>${ids.get(cited) ?? cited}`);
    if (!inStore.has(stored)) inStore.set(stored, line);
  }
  return inStore;
}

/** Two sources with the same are the same: of a table it matters what its columns were taken for. */
function digestOf(content: string, { table }: Reading): string {
  const digest = createHash('sha256').update(content);
  if (table !== undefined) digest.update(JSON.stringify(table.used));
  return digest.digest('hex');
}

/** The id of a source by its name. */
export function sourceId(name: string): string {
  return `source:${name}`;
}

export function hasNothing({ document }: Reading): boolean {
  return Object.values(document).every((records: readonly unknown[]) => records.length === 0);
}

/** References that lead to nothing in the store either. */
export async function danglingAmong(
  open: readonly Reference[],
  within: ReadonlyMap<string, NodeKind>,
  reading: Reading,
  store: EvidenceStore,
): Promise<Problem[]> {
  if (open.length === 0) return [];
  const ids = [...new Set(open.map(({ id }) => id))];
  const [stored, merged] = await Promise.all([store.kinds(ids), mergedKinds(store, ids)]);
  const kinds = new Map([...merged, ...stored, ...within]);
  return danglingReferences(reading.document, kinds, { problemAt: placesIn(reading) });
}

/** Where a value of a reading stands: exactly, or the line at which its record begins. */
function placesIn({ source, document, lines }: Reading): (path: Path, message: string) => Problem {
  if (source !== undefined) return (path, message) => source.problemAt(path, message);
  return ([kind, index], message) => {
    const records = document[kind as keyof typeof document] as readonly { readonly id?: string }[];
    const id = records[Number(index)]?.id ?? '';
    return { line: lines.get(id) ?? 1, column: 1, place: id, message };
  };
}

/** Says of each conflict where in the source it comes from. */
export function inPlaces(
  conflicts: readonly Conflict[],
  reading: Reading,
  ids: ReadonlyMap<string, string>,
): PlacedConflict[] {
  if (conflicts.length === 0) return [];
  // As they are called in the store, and as the source calls them: what is asked is asked by the latter.
  const paths = new Map<string, Path>();
  for (const { id, path } of givenIds(reading.document)) paths.set(ids.get(id) ?? id, path);
  for (const { id, path } of givenIds(reading.document)) paths.set(id, path);
  const problemAt = placesIn(reading);
  return conflicts.map((conflict) => ({
    ...conflict,
    problem: problemAt(
      paths.get(conflict.element?.id ?? conflict.id) ?? paths.get(conflict.id) ?? [],
      conflict.reason,
    ),
  }));
}

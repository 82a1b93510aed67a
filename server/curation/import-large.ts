import { createHash } from 'node:crypto';
import type { Conflict } from '../domain/change/plan.ts';
import { takeIn } from '../domain/change/take-in.ts';
import { NO_ANSWERS } from '../ingest/match/match-works.ts';
import type { LargeFile, OpenPieces } from '../ingest/open-pieces.ts';
import { nothingRead, type Reading, type ShownTable } from '../ingest/readers/reader.ts';
import { kindsWithin, openReferences } from '../ingest/references.ts';
import { SeenIds } from '../ingest/seen-ids.ts';
import type { Problem } from '../ingest/source-text.ts';
import { Survey } from '../ingest/survey.ts';
import { openText } from '../ingest/text-stream.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { readStatesOf } from '../store/read-elements.ts';
import { broughtElements, doubtAsConflict } from './brought-elements.ts';
import { UNFOLLOWED, type Course } from './course.ts';
import type { Curation } from './curation.ts';
import {
  danglingAmong,
  hasNothing,
  inPlaces,
  linesInStore,
  refusedReport,
  sourceId,
  type Brought,
  type BroughtIn,
  type PlacedConflict,
} from './import-source.ts';
import type { RecordLine } from './kept-sources.ts';
import { matchReadings, type Matching } from './match-readings.ts';
import { nameRecords, type NamedRecord, type NameRecords } from './name-records.ts';
import type { Asked, Part, ProposalInParts } from './proposal.ts';
import type { ReadTable } from './read-brought.ts';
import { redirectsOf } from './redirects.ts';
import { SaidSoFar } from './said-so-far.ts';
import {
  isThereAlready,
  knownSource,
  versionBrought,
  type KnownSource,
  type SourceVersion,
} from './source-versions.ts';
import { NONE_VANISHED, vanishedFrom, type Vanished } from './vanished.ts';

/** What is to be brought in of a file that is too large to be held. */
export interface BroughtFile extends Pick<Brought, 'name' | 'keepsEdits' | 'answers'> {
  readonly file: LargeFile;
  readonly pieces: OpenPieces;
  /** The saved profiles by which a table could be read. */
  readonly fittingTo: (table: ShownTable) => ReadTable;
}

/**
 * Brings a file in as `bringIn` does a text, with no more than a piece of it held at a
 * time, and a few bytes for each record. It is read several times: to survey it, to
 * match it, to write it, and to keep the line of each record. All of it is written in
 * one transaction, also where only the plan is wanted: then that is taken back.
 *
 * Of a work that several pieces merely name, the first counts.
 */
export async function bringInLarge(
  curation: Curation,
  brought: BroughtFile,
  asked: Asked,
): Promise<BroughtIn> {
  const { file, pieces, fittingTo } = brought;
  const { course = UNFOLLOWED } = asked;
  const { survey, problems, table, isNothing } = await surveyed(pieces, course);
  const digest = await digestOf(file, table);
  const { format } = pieces;
  const name = brought.name ?? `${format}-${digest.slice(0, 12)}`;
  const version = { id: sourceId(name), name, format, digest };
  const told = table === null ? {} : { table: fittingTo(table) };
  const large = new LargeImport(curation, brought, { version, survey, course });
  const brokenBy = (found: readonly Problem[]): BroughtIn => ({
    report: refusedReport(version, found, told),
    name: large.name,
  });
  if (problems.length > 0 && isNothing) return brokenBy(problems);
  try {
    const outcome = await curation.carryOutInParts(asked, (head, store) =>
      large.propose(head, store),
    );
    const { records, count } = large.vanished;
    const report = {
      source: version,
      problems,
      problemCount: problems.length,
      plan: { ...outcome.plan, conflicts: outcome.plan.conflicts as readonly PlacedConflict[] },
      counts: large.isThereAlready
        ? { ...outcome.counts, matched: await distinctIn(pieces) }
        : outcome.counts,
      vanished: records,
      vanishedCount: count,
      change: outcome.change,
      isApplied: outcome.isApplied,
      ...told,
    };
    return { report, name: large.name };
  } catch (error) {
    if (!(error instanceof Dangling)) throw error;
    return brokenBy([...problems, ...error.problems]);
  }
}

/** How many records a file has; what has no id of its own is another each time. */
async function distinctIn(pieces: OpenPieces): Promise<number> {
  const seen = new SeenIds();
  let count = 0;
  for await (const { document } of pieces.readings())
    for (const [kind, records] of Object.entries(document) as readonly [
      string,
      readonly { readonly id?: string }[],
    ][])
      for (const { id } of records)
        if (id === undefined || !seen.check(`${kind} ${id}`)) count += 1;
  return count;
}

interface Surveyed {
  readonly survey: Survey;
  readonly problems: readonly Problem[];
  readonly table: ShownTable | null;
  readonly isNothing: boolean;
}

async function surveyed(pieces: OpenPieces, course: Course): Promise<Surveyed> {
  const survey = new Survey();
  const problems: Problem[] = [];
  let table: Surveyed['table'] = null;
  let isNothing = true;
  for await (const reading of pieces.readings()) {
    survey.add(reading);
    problems.push(...reading.problems);
    table ??= reading.table ?? null;
    isNothing &&= hasNothing(reading);
    await course.reach('reading', survey.records);
  }
  return { survey, problems, table, isNothing };
}

/** Two files with the same are the same: of a table it matters what its columns were taken for. */
async function digestOf({ open }: LargeFile, table: Surveyed['table']): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of open()) digest.update(bytes);
  if (table !== null) digest.update(JSON.stringify(table.used));
  return digest.digest('hex');
}

/** That a piece names records that are nowhere: then nothing of the file is written. */
class Dangling extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('Records are named that are not there.');
    this.problems = problems;
  }
}

/** One file on its way into the store. */
class LargeImport {
  vanished: Vanished = NONE_VANISHED;
  isThereAlready = false;
  readonly #curation: Curation;
  readonly #brought: BroughtFile;
  readonly #version: SourceVersion;
  readonly #survey: Survey;
  readonly #course: Course;
  /** What the records are called that are told one by one. */
  readonly #names = new Map<string, NamedRecord>();

  constructor(
    curation: Curation,
    brought: BroughtFile,
    about: {
      readonly version: SourceVersion;
      readonly survey: Survey;
      readonly course: Course;
    },
  ) {
    this.#curation = curation;
    this.#brought = brought;
    this.#version = about.version;
    this.#survey = about.survey;
    this.#course = about.course;
  }

  async propose(head: number, store: EvidenceStore): Promise<ProposalInParts> {
    const { answers = NO_ANSWERS } = this.#brought;
    const number = head + 1;
    const known = await knownSource(store, this.#version.id);
    this.isThereAlready = isThereAlready(known, this.#version, answers);
    const proposal = {
      action: 'IMPORT',
      reverts: null,
      isFirstOfSource: !known.isThere,
      records: this.#survey.records,
    } as const;
    if (this.isThereAlready) return { ...proposal, sources: [], parts: nothing };
    const { id } = this.#version;
    const { earlier } = known;
    const source = { id, survey: this.#survey, answers, earlier };
    const matching = await matchReadings(store, () => this.#readings(), source, this.#course);
    const after = versionBrought(known, this.#version, number, { answers, ids: matching.ids });
    return {
      ...proposal,
      sources: [{ before: known.record, after }],
      parts: (inside) => this.#parts(inside, number, known, matching),
      keep: () => this.#keep(matching.ids),
    };
  }

  /** Names the records of the report: those of the file as they were met, the others by the store. */
  readonly name: NameRecords = async (records) => {
    const unmet = records.filter((record) => !this.#names.has(keyOf(record)));
    const stored = await nameRecords(this.#curation.store, NOTHING_READ, unmet);
    return (record) => this.#names.get(keyOf(record)) ?? stored(record);
  };

  #readings(): AsyncGenerator<Reading> {
    return this.#brought.pieces.readings();
  }

  async *#parts(
    store: EvidenceStore,
    number: number,
    { isThere }: KnownSource,
    { ids, doubts }: Matching,
  ): AsyncGenerator<Part> {
    const { id } = this.#version;
    const said = new SaidSoFar(id, this.#survey, ids);
    let conflicts: readonly Conflict[] = doubts.map(({ line, ...doubt }) => {
      const conflict = doubtAsConflict({ ...doubt, line });
      return {
        ...conflict,
        problem: { line, column: 1, place: doubt.id, message: conflict.reason },
      };
    });
    for await (const reading of this.#readings()) {
      const mentioned = await mentionedIn(reading, store);
      const redirects = await redirectsOf(store, mentioned);
      const own = idsAmong(mentioned, ids);
      const brought = broughtElements(reading, own, redirects);
      const elements = said.newAmong(brought);
      const stored = await readStatesOf(store, elements);
      const states = new Map([...stored].map(([key, { state }]) => [key, state]));
      const { taken, begun } = said.take(elements, brought, states);
      const takingIn = takeIn(taken, states, id, number, brought.mannerOf);
      const edited = this.#brought.keepsEdits ? [] : takingIn.edited;
      yield {
        transitions: takingIn.transitions,
        states: stored,
        matched: takingIn.matched,
        conflicts: [...conflicts, ...edited],
        begun,
        records: recordsIn(reading),
        inPlace: (conflict) =>
          'problem' in conflict ? conflict : (inPlaces([conflict], reading, own)[0] ?? conflict),
        told: async (records) => {
          const named = await nameRecords(store, { reading, ids: own }, records);
          for (const record of records) this.#names.set(keyOf(record), named(record));
        },
      };
      conflicts = [];
    }
    if (isThere) this.vanished = await vanishedFrom(store, id, (key) => said.has(key));
  }

  async #keep(ids: Matching['ids']): Promise<void> {
    const text = await openText(this.#brought.file.open);
    await this.#curation.sources.keep(this.#version.digest, text(), this.#lines(ids));
  }

  async *#lines(ids: Matching['ids']): AsyncGenerator<RecordLine> {
    const told = new SeenIds();
    for await (const reading of this.#readings())
      for (const line of linesInStore(reading, ids)) if (!told.check(line[0])) yield line;
  }
}

/** Of many ids those of these records. */
function idsAmong(records: readonly string[], ids: Matching['ids']): Map<string, string> {
  const own = new Map<string, string>();
  for (const id of records) {
    const into = ids.get(id);
    if (into !== undefined) own.set(id, into);
  }
  return own;
}

async function* nothing(): AsyncGenerator<Part> {
  // There is nothing to write.
}

const NOTHING_READ = { reading: nothingRead([]), ids: new Map<string, string>() };

function keyOf({ kind, id }: Pick<NamedRecord, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function recordsIn({ document }: Reading): number {
  const kinds: readonly (readonly unknown[])[] = Object.values(document);
  return kinds.reduce((count, records) => count + records.length, 0);
}

/**
 * The ids of all records that a piece brings or mentions.
 * @throws Dangling where one of them is nowhere.
 */
async function mentionedIn(reading: Reading, store: EvidenceStore): Promise<string[]> {
  const within = kindsWithin(reading.document);
  const open = openReferences(reading.document, within);
  const dangling = await danglingAmong(open, within, reading, store);
  if (dangling.length > 0) throw new Dangling(dangling);
  return [...within.keys(), ...open.map(({ id }) => id)];
}

import type { PlannedRecord } from '../domain/change/plan.ts';
import { takeIn } from '../domain/change/take-in.ts';
import { elementKey, elementsOf } from '../domain/elements.ts';
import type { Answers } from '../ingest/match/match-works.ts';
import type { Reading } from '../ingest/readers/reader.ts';
import { surveyOf } from '../ingest/survey.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { readStatesOf } from '../store/read-elements.ts';
import { broughtElements, doubtAsConflict } from './brought-elements.ts';
import type { Course } from './course.ts';
import { matchReadings, NO_MATCHING } from './match-readings.ts';
import type { Proposal } from './proposal.ts';
import { redirectsOf } from './redirects.ts';
import {
  isThereAlready,
  knownSource,
  versionBrought,
  type SourceVersion,
} from './source-versions.ts';
import { NONE_VANISHED, vanishedFrom } from './vanished.ts';

/** A source as it was read, and how it is to be brought in. */
export interface Incoming extends SourceVersion {
  readonly reading: Reading;
  /** The ids of all records that it brings or mentions. */
  readonly mentioned: readonly string[];
  readonly keepsEdits: boolean;
  readonly answers: Answers;
  readonly course: Course;
}

/** What bringing a source in would do. */
export interface ImportProposal extends Proposal {
  /** The ids of its records in the store, where they are others there. */
  readonly ids: ReadonlyMap<string, string>;
  /** Records that an earlier version of the source had, and this one has no longer. */
  readonly vanished: readonly PlannedRecord[];
  readonly vanishedCount: number;
}

/** Works out how a source is brought into the store, from its change number on. */
export async function proposeImport(
  store: EvidenceStore,
  { reading, mentioned, keepsEdits, answers, course, ...version }: Incoming,
  head: number,
): Promise<ImportProposal> {
  const { document } = reading;
  const known = await knownSource(store, version.id);
  if (isThereAlready(known, version, answers))
    return { ...NOTHING, matched: [...elementsOf(document).values()] };
  const redirects = await redirectsOf(store, mentioned);
  const { id } = version;
  const { ids, doubts } =
    reading.source === undefined
      ? await matchReadings(
          store,
          () => [reading],
          { id, survey: surveyOf(reading), answers, earlier: known.earlier },
          course,
        )
      : NO_MATCHING;
  await course.reach('planning');
  const { elements, mannerOf } = broughtElements(reading, ids, redirects);
  const states = await readStatesOf(store, elements);
  await course.reach('planning', 0, elements.length);
  const { transitions, matched, edited } = takeIn(
    elements,
    new Map([...states].map(([key, { state }]) => [key, state])),
    id,
    head + 1,
    mannerOf,
  );
  const said = new Set(elements.map(elementKey));
  const { records: vanished, count: vanishedCount } = known.isThere
    ? await vanishedFrom(store, id, (key) => said.has(key))
    : NONE_VANISHED;
  return {
    ...NOTHING,
    transitions,
    states,
    matched,
    conflicts: [...doubts.map(doubtAsConflict), ...(keepsEdits ? [] : edited)],
    sources: [
      { before: known.record, after: versionBrought(known, version, head + 1, { answers, ids }) },
    ],
    isFirstOfSource: !known.isThere,
    ids,
    vanished,
    vanishedCount,
  };
}

const NOTHING = {
  action: 'IMPORT',
  transitions: [],
  states: new Map(),
  conflicts: [],
  sources: [],
  reverts: null,
  isFirstOfSource: false,
  ids: new Map(),
  vanished: [],
  vanishedCount: 0,
} as const;

import { redirected } from '../domain/change/redirect.ts';
import type { Conflict, PlannedRecord } from '../domain/change/plan.ts';
import { takeIn } from '../domain/change/take-in.ts';
import { elementKey, elementsOf, recordOf, type Element } from '../domain/elements.ts';
import type { Answers } from '../ingest/match/match-works.ts';
import { underIds } from '../ingest/match/under-ids.ts';
import type { Reading } from '../ingest/readers/reader.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { SourceRecord } from '../store/ledger.ts';
import { readAllStates, readStatesOf } from '../store/read-elements.ts';
import type { Course } from './course.ts';
import { matchReading, type Matching } from './match-reading.ts';
import type { Proposal } from './proposal.ts';
import { redirectsOf } from './redirects.ts';

/** A source as it was read, and how it is to be brought in. */
export interface Incoming {
  readonly reading: Reading;
  /** The ids of all records that it brings or mentions. */
  readonly mentioned: readonly string[];
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly digest: string;
  readonly keepsEdits: boolean;
  readonly answers: Answers;
  readonly course: Course;
}

/** What bringing a source in would do. */
export interface ImportProposal extends Proposal {
  /** The id of each record in the store, by the one that the source gives; empty where they are the same. */
  readonly ids: ReadonlyMap<string, string>;
  /** Records that an earlier version of the source had, and this one has no longer. */
  readonly vanished: readonly PlannedRecord[];
}

/** Works out how a source is brought into the store, from its change number on. */
export async function proposeImport(
  store: EvidenceStore,
  { reading, mentioned, id, name, format, digest, keepsEdits, answers, course }: Incoming,
  head: number,
): Promise<ImportProposal> {
  const { document } = reading;
  const known = (await store.ledger.sources()).find((source) => source.id === id) ?? null;
  const isThere = known !== null && !known.isOut;
  if (isThere && known.digest === digest && !isAnswered(answers))
    return { ...NOTHING, matched: [...elementsOf(document).values()], ...UNTOUCHED };
  const redirects = await redirectsOf(store, mentioned);
  const namesItself = reading.source !== undefined;
  const matching = namesItself
    ? NO_MATCHING
    : await matchReading(store, document, id, {
        answers,
        earlier: isThere ? (known.same ?? []) : [],
        redirects,
        course,
      });
  const { ids, doubts } = matching;
  await course.reach('planning');
  const elements = redirected(underIds(fullFirst(reading), ids), redirects);
  const named = merelyNamed(reading, ids);
  const states = await readStatesOf(store, elements);
  await course.reach('planning', 0, elements.length);
  const { transitions, matched, edited } = takeIn(
    elements,
    new Map([...states].map(([key, { state }]) => [key, state])),
    id,
    head + 1,
    namesItself
      ? undefined
      : ({ kind, id: element }) => (kind === 'study' && named.has(element) ? 'names' : 'fills'),
  );
  const after: SourceRecord = {
    id,
    name,
    format,
    digest,
    change: isThere ? known.change : head + 1,
    latest: head + 1,
    isOut: false,
    ...remembered([...(isThere ? (known.same ?? []) : []), ...answers.same], ids),
  };
  return {
    ...NOTHING,
    transitions,
    states,
    matched,
    conflicts: [...doubts.map(doubtAsConflict), ...(keepsEdits ? [] : edited)],
    sources: [{ before: known, after }],
    isFirstOfSource: !isThere,
    ids,
    vanished: isThere ? await vanishedFrom(store, id, elements) : [],
  };
}

function isAnswered({ same, apart }: Answers): boolean {
  return same.size > 0 || apart === 'all' || apart.size > 0;
}

/** What a source says of a work in full before what merely names the same one: the first counts. */
function fullFirst({ document, named }: Reading): Element[] {
  const elements = [...elementsOf(document).values()];
  if (named.size === 0) return elements;
  const isNamed = ({ kind, id }: Element): boolean => kind === 'study' && named.has(id);
  return [...elements.filter((each) => !isNamed(each)), ...elements.filter(isNamed)];
}

/** The works of the store that a source names, and says nothing more of. */
function merelyNamed({ document, named }: Reading, ids: Matching['ids']): Set<string> {
  const inStore = (id: string): string => ids.get(id) ?? id;
  const works = new Set([...named].map(inStore));
  for (const { id } of document.studies) if (!named.has(id)) works.delete(inStore(id));
  return works;
}

const UNTOUCHED = { sources: [], states: new Map(), ids: new Map() } as const;

const NO_MATCHING: Matching = { ids: new Map(), doubts: [] };

const NOTHING = {
  action: 'IMPORT',
  transitions: [],
  conflicts: [],
  reverts: null,
  isFirstOfSource: false,
  vanished: [],
} as const;

function doubtAsConflict({ id, other, why, ours, theirs }: Matching['doubts'][number]): Conflict {
  return {
    kind: 'studies',
    id,
    other,
    why,
    yours: ours,
    theirs,
    reason: `This may be the same work as “${other}”: ${why}. Say whether it is.`,
  };
}

/**
 * That a record of a source is another one is a person's word of that source: the
 * next version is brought to the same record, and it is forgotten with the source.
 */
function remembered(
  same: Iterable<readonly [record: string, work: string]>,
  ids: Matching['ids'],
): Pick<SourceRecord, 'same'> {
  const counted = [...new Map(same)].filter(([id, into]) => ids.get(id) === into && id !== into);
  return counted.length === 0 ? {} : { same: counted };
}

/** Records and links that the source alone says, and says no longer. */
async function vanishedFrom(
  store: EvidenceStore,
  source: string,
  elements: readonly Element[],
): Promise<PlannedRecord[]> {
  const stillSaid = new Set(elements.map(elementKey));
  const gone = new Map<string, PlannedRecord>();
  for (const [key, { state }] of await readAllStates(store)) {
    const { accounts, hand } = state;
    const isItsOwn = hand === null && accounts.length === 1 && accounts[0]?.source === source;
    if (!isItsOwn || stillSaid.has(key)) continue;
    const record = recordOf(state);
    gone.set(`${record.kind} ${record.id}`, record);
  }
  return [...gone.values()];
}

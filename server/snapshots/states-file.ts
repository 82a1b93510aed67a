import type { Account } from '../domain/change/account.ts';
import { shownBy, type ElementState, type Hand } from '../domain/change/element-state.ts';
import type { EvidenceDocument } from '../domain/document.generated.ts';
import {
  documentOf,
  ELEMENT_KINDS,
  elementKey,
  elementsOf,
  type ElementKind,
} from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import { writeInterchange } from '../export/interchange.ts';
import { isPlain, storedState } from '../store/marks.ts';
import type { SourceRecord } from '../store/ledger.ts';

const FORMAT = 'underpin-states';
const VERSION = 1;

/** That a source says what is shown, and in which change it said so. */
export type Said = readonly [source: string, at: number];

/**
 * What an element is remembered by beside what the export shows of it: its name, the
 * sources that say just that, and, where they don't, every account and what people set.
 */
export type PackedState = readonly [
  kind: ElementKind,
  id: string,
  owner: string,
  by: readonly Said[],
  said?: { readonly accounts: readonly Account[]; readonly hand: Hand | null },
];

/** States as far as they do not follow from the export. */
export interface PackedStates {
  /** The sources of every element that is not listed: each says just what the export shows. */
  readonly usual: readonly Said[];
  readonly states: readonly PackedState[];
}

/** What stands in a snapshot beside the export, so that more than the contents can come back. */
export interface StatesFile extends PackedStates {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** When the snapshot was taken. */
  readonly taken: string;
  /** SHA-256 of the export, as hex: neither means anything with another partner. */
  readonly export: string;
  /** The number of the last change that is in it, and its time; 0 and null before the first. */
  readonly change: number;
  readonly changed: string | null;
  readonly sources: readonly SourceRecord[];
}

/** Leaves out of states whatever the export of the same store tells. */
export function packStates(
  states: Iterable<ElementState>,
  document: EvidenceDocument,
): PackedStates {
  const elements = elementsOf(document);
  const packed = [...states].map((state): PackedState => {
    const { kind, id, owner, accounts, hand } = state;
    const element = elements.get(elementKey(state));
    return element === undefined || !isPlain(state, element)
      ? [kind, id, owner, [], { accounts, hand }]
      : [kind, id, owner, accounts.map(({ source, at }) => [source, at])];
  });
  const usual = mostFrequent(packed.filter(isShort).map(([, , , by]) => by));
  return {
    usual,
    states: packed
      .filter((state) => !isShort(state) || !isSameList(state[3], usual))
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

/** The inverse of `packStates`: every state, by `elementKey`. */
export function unpackStates(
  { usual, states }: PackedStates,
  document: EvidenceDocument,
): Map<string, ElementState> {
  const by = new Map(states.filter(isShort).map((state) => [keyOf(state), state[3]]));
  const unpacked = new Map<string, ElementState>();
  for (const [key, element] of elementsOf(document)) {
    const said = by.get(key) ?? usual;
    const marks = {
      by: said.map(([source]) => source),
      saidAt: said.map(([, at]) => at),
      said: null,
      changed: null,
    };
    unpacked.set(key, storedState(element, marks).state);
  }
  for (const [kind, id, owner, , said] of states)
    if (said !== undefined) unpacked.set(elementKey({ kind, id }), { kind, id, owner, ...said });
  return unpacked;
}

function keyOf([kind, id]: PackedState): string {
  return elementKey({ kind, id });
}

function isShort([, , , , said]: PackedState): boolean {
  return said === undefined;
}

function isSameList(a: readonly Said[], b: readonly Said[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function mostFrequent(lists: readonly (readonly Said[])[]): readonly Said[] {
  const counts = new Map<string, { list: readonly Said[]; times: number }>();
  for (const list of lists) {
    const key = JSON.stringify(list);
    counts.set(key, { list, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const [first] = [...counts.values()].toSorted((a, b) => b.times - a.times);
  return first?.list ?? [];
}

/** The file as text: one state a line, so that two snapshots can be compared line by line. */
export function writeStatesFile(file: Omit<StatesFile, 'format' | 'version'>): string {
  const { states, sources, ...head } = file;
  const fields = Object.entries({ format: FORMAT, version: VERSION, ...head }).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const lists = Object.entries({ sources, states }).map(
    ([name, rows]) =>
      `  ${JSON.stringify(name)}: [${rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',')}\n  ]`,
  );
  return `{\n${[...fields, ...lists].join(',\n')}\n}\n`;
}

/**
 * Reads the file.
 * @param name what the file is called, for the sentence.
 * @throws INVALID where it is none.
 */
export function readStatesFile(text: string, name: string): StatesFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(name, `it is no JSON (${(error as Error).message})`, error);
  }
  if (!isObject(value) || value['format'] !== FORMAT)
    throw broken(name, `its format is not “${FORMAT}”`);
  if (value['version'] !== VERSION)
    throw broken(
      name,
      `its version is ${JSON.stringify(value['version'])}, and ${VERSION} is known`,
    );
  const lacking = Object.entries(SHAPE).find(([field, fits]) => !fits(value[field]));
  if (lacking !== undefined) throw broken(name, `its “${lacking[0]}” is not as it should be`);
  return value as unknown as StatesFile;
}

function broken(name: string, what: string, cause?: unknown): UnderpinError {
  return new UnderpinError(
    'INVALID',
    `The file ${name} cannot be used, as ${what}: take another snapshot, or move this file away to restore the contents alone. Nothing was written.`,
    cause,
  );
}

type Guard = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Guard = (value) => typeof value === 'string';
const isNumber: Guard = (value) => Number.isInteger(value);
const isListOf =
  (fits: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(fits);

const isSource: Guard = (value) =>
  isObject(value) &&
  [value['id'], value['name'], value['format'], value['digest']].every(isText) &&
  [value['change'], value['latest']].every(isNumber) &&
  typeof value['isOut'] === 'boolean';

const isAccount: Guard = (value) =>
  isObject(value) && isText(value['source']) && isNumber(value['at']) && isObject(value['values']);

const isHand: Guard = (value) =>
  isObject(value) &&
  isObject(value['values']) &&
  [undefined, true].includes(value['isRemoved'] as undefined | true) &&
  (value['into'] === undefined || isText(value['into']));

const isSaid: Guard = (value) =>
  isObject(value) &&
  isListOf(isAccount)(value['accounts']) &&
  (value['hand'] === null || isHand(value['hand']));

/** A source, and the change in which it said so. */
const isSaidBy: Guard = (value) =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && isNumber(value[1]);

const isState: Guard = (value) => {
  if (!Array.isArray(value) || value.length < 4 || value.length > 5) return false;
  const [kind, id, owner, by, said] = value as unknown[];
  return (
    ELEMENT_KINDS.includes(kind as ElementKind) &&
    [id, owner].every(isText) &&
    isListOf(isSaidBy)(by) &&
    (said === undefined || isSaid(said))
  );
};

const SHAPE: Readonly<Record<string, Guard>> = {
  taken: isText,
  export: isText,
  change: isNumber,
  changed: (value) => value === null || isText(value),
  sources: isListOf(isSource),
  usual: isListOf(isSaidBy),
  states: isListOf(isState),
};

/**
 * Every state of a snapshot.
 * @throws INVALID where what they show is not what the export shows.
 */
export function statesOf(
  file: StatesFile,
  document: EvidenceDocument,
  name: string,
): Map<string, ElementState> {
  const states = unpackStates(file, document);
  if (writeInterchange(documentShown(states.values())) !== writeInterchange(document))
    throw broken(name, 'it tells of other contents than the export beside it');
  return states;
}

/** What a store with these states exports. */
export function documentShown(states: Iterable<ElementState>): EvidenceDocument {
  return documentOf([...states].flatMap((state) => shownBy(state) ?? []));
}

import type { Account } from '../domain/change/account.ts';
import type { ElementState, Hand } from '../domain/change/element-state.ts';
import { isSame } from '../domain/change/is-same.ts';
import { nameOf } from '../domain/change/element-state.ts';
import type { Element, ElementName } from '../domain/elements.ts';
import type { Marks, StoredState } from './ledger.ts';

/**
 * Whether the state of an element follows from what it shows and from who speaks of
 * it: nearly always every source says just what is shown.
 */
export function isPlain({ accounts, hand }: ElementState, shown: Element): boolean {
  // What people alone brought has no source.
  if (accounts.length === 0) return hand !== null && isSame(hand.values, shown.values);
  return (
    hand === null &&
    accounts.every(({ values, manner }) => manner === undefined && isSame(values, shown.values))
  );
}

/**
 * How the state of an element is kept beside what it shows. Only what does not
 * follow is spelled out: as JSON who says what, and the changes in which they said
 * so where it was not the one that altered the element last.
 */
export function marksOf(state: ElementState, shown: Element, changed: number): WrittenMarks {
  const { accounts } = state;
  const by = accounts.map(({ source }) => source);
  if (!isPlain(state, shown)) return { by, changed, said: sayState(state) };
  return accounts.every(({ at }) => at === changed)
    ? { by, changed }
    : { by, changed, saidAt: accounts.map(({ at }) => at) };
}

/** What is written beside what an element shows. */
export interface WrittenMarks {
  readonly by: readonly string[];
  /** The number of the change that altered last what it shows. */
  readonly changed: number;
  readonly saidAt?: readonly number[];
  readonly said?: string;
}

/** What is remembered of an element that is there. */
export function storedState(element: Element, marks: Marks | undefined): StoredState {
  const { said = null, changed = null } = marks ?? {};
  return { state: stateOf(element, marks, said), changed: changed ?? 0 };
}

function stateOf(
  { values, ...name }: Element,
  marks: Marks | undefined,
  said: string | null,
): ElementState {
  if (said !== null) return readState(name, said);
  const by = marks?.by ?? [];
  if (by.length === 0) return { ...nameOf(name), accounts: [], hand: { values } };
  return {
    ...nameOf(name),
    accounts: by.map((source, index) => ({
      source,
      at: marks?.saidAt?.[index] ?? marks?.changed ?? 0,
      values,
    })),
    hand: null,
  };
}

type Remembered = { readonly accounts: readonly Account[]; readonly hand: Hand | null };

/** A state as JSON. */
export function sayState({ accounts, hand }: Remembered): string {
  return JSON.stringify({ accounts, hand });
}

/** The inverse of `sayState`. */
export function readState(name: ElementName, text: string): ElementState {
  return { ...nameOf(name), ...(JSON.parse(text) as Remembered) };
}

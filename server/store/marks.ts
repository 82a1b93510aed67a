import type { Account, ElementState, Hand } from '../domain/change/element-state.ts';
import { isSame } from '../domain/change/is-same.ts';
import { nameOf } from '../domain/change/element-state.ts';
import type { Element, ElementName } from '../domain/elements.ts';
import type { Marks, StoredState } from './ledger.ts';

/**
 * How the state of an element is kept beside what it shows. Nearly always every
 * source says just what is shown, and their names suffice; what people alone
 * brought has no source. Only what differs is spelled out, as JSON.
 */
export function marksOf(
  { accounts, hand }: ElementState,
  shown: Element,
): { readonly by: string[]; readonly saidAt: number[]; readonly said?: string } {
  const by = accounts.map(({ source }) => source);
  const saidAt = accounts.map(({ at }) => at);
  const isPlain =
    accounts.length === 0
      ? hand !== null && isSame(hand.values, shown.values)
      : hand === null &&
        accounts.every(({ values, fills }) => fills !== true && isSame(values, shown.values));
  return isPlain ? { by, saidAt } : { by, saidAt, said: sayState({ accounts, hand }) };
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
  const saidAt = marks?.saidAt ?? [];
  if (by.length === 0) return { ...nameOf(name), accounts: [], hand: { values } };
  return {
    ...nameOf(name),
    accounts: by.map((source, index) => ({ source, at: saidAt[index] ?? 0, values })),
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

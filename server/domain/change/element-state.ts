import { isSame } from './is-same.ts';
import type { Element, ElementName, Value, Values } from '../elements.ts';

/** What one source says of an element: its own fields, whatever others say. */
export interface Account {
  readonly source: string;
  /** The number of the change in which it said so: the latest is shown. */
  readonly at: number;
  readonly values: Values;
  /**
   * Of a source that lists what others brought: it fills in what they leave out.
   * A bibliography names a work that a document of evidence describes.
   */
  readonly fills?: true;
}

/** What people set themselves; it lies over whatever the sources say. */
export interface Hand {
  /** Null takes away a field that a source brings. */
  readonly values: Readonly<Record<string, Value | null>>;
  /** Whether the element was taken away. */
  readonly isRemoved?: true;
  /** Of what was merged into another record: which. */
  readonly into?: string;
}

/**
 * All that is remembered of an element: what each source says of it, in the order
 * in which they said it, and what people set over that. What it shows follows
 * from this alone, so a source can be taken out as if it had never come.
 */
export interface ElementState extends ElementName {
  readonly accounts: readonly Account[];
  readonly hand: Hand | null;
}

/** What an element shows: the latest that is said of each field; null where it is not there. */
export function shownBy(state: ElementState | null): Element | null {
  if (state === null || state.hand?.isRemoved === true) return null;
  return beneathRemoval(state);
}

/** What an element shows, or would show were it not taken away by hand. */
export function beneathRemoval({ kind, id, owner, accounts, hand }: ElementState): Element {
  const said = saidIn(accounts);
  return { kind, id, owner, values: hand === null ? said : overlay(said, hand.values) };
}

/**
 * Of each field the latest that is said; what only fills in lies beneath the rest,
 * and what a source does not know takes away nothing that another knows.
 */
function saidIn(accounts: readonly Account[]): Values {
  const [only] = accounts;
  if (only !== undefined && accounts.length === 1) return only.values;
  const said: Record<string, Value> = {};
  const inOrder = [
    ...accounts.filter(({ fills }) => fills === true),
    ...accounts.filter(({ fills }) => fills !== true),
  ];
  for (const { values } of inOrder)
    for (const [field, value] of Object.entries(values))
      if (value !== 'unknown' || said[field] === undefined) said[field] = value;
  return said;
}

function overlay(said: Values, values: Hand['values']): Values {
  return Object.fromEntries(
    Object.entries({ ...said, ...values }).filter(
      (entry): entry is [string, Value] => entry[1] !== null,
    ),
  );
}

/** What the sources alone would show; null where none speaks of the element. */
export function saidBySources(state: ElementState | null): Values | null {
  if (state === null || state.accounts.length === 0) return null;
  return beneathRemoval({ ...state, hand: null }).values;
}

/**
 * An element as a source brings it in a change, for the first time or anew.
 * @param fills whether the source only fills in, where others brought the element.
 */
export function withAccount(
  state: ElementState | null,
  { values, ...name }: Element,
  source: string,
  at: number,
  fills = false,
): ElementState {
  if (state === null) return { ...nameOf(name), accounts: [{ source, at, values }], hand: null };
  const before = state.accounts.find((account) => account.source === source);
  if (before !== undefined && isSame(before.values, values)) return state;
  const others = state.accounts.filter((account) => account.source !== source);
  const isBeneath = before === undefined ? fills : before.fills === true;
  const account: Account = { source, at, values, ...(isBeneath ? { fills: true } : {}) };
  return { ...state, accounts: inTime([...others, account]) };
}

/** Accounts in the order in which they were said. */
export function inTime(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => a.at - b.at);
}

/** An element without what one source says; null where nothing is left of it. */
export function withoutAccount(state: ElementState, source: string): ElementState | null {
  const accounts = state.accounts.filter((account) => account.source !== source);
  if (accounts.length === 0 && (state.hand === null || state.hand.isRemoved === true)) return null;
  return { ...state, accounts };
}

/**
 * An element with fields that people set. A field that is set to what the sources
 * say already is no longer theirs; null takes a field away.
 */
export function withHand(
  state: ElementState | null,
  name: ElementName,
  fields: Readonly<Record<string, Value | null>>,
): ElementState {
  const accounts = state?.accounts ?? [];
  const said = state === null ? null : saidBySources(state);
  const values: Record<string, Value | null> = { ...state?.hand?.values };
  for (const [field, value] of Object.entries(fields)) {
    const isSaid = value === null ? said?.[field] === undefined : isSame(said?.[field], value);
    // Without any source, what people set is all that there is.
    if (isSaid && (said !== null || value === null)) delete values[field];
    else values[field] = value;
  }
  const hand = said !== null && Object.keys(values).length === 0 ? null : { values };
  return { ...nameOf(name), accounts, hand };
}

/** An element taken away by hand; what it was is remembered, so that it can come back. */
export function removedByHand(state: ElementState, into?: string): ElementState {
  return {
    ...state,
    hand: {
      values: state.hand?.values ?? {},
      isRemoved: true,
      ...(into === undefined ? {} : { into }),
    },
  };
}

export function nameOf({ kind, id, owner }: ElementName): ElementName {
  return { kind, id, owner };
}

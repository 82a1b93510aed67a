import { isSame } from './is-same.ts';
import { inTime, saidTogether, type Account, type Manner } from './account.ts';
import type { Element, ElementName, Value, Values } from '../elements.ts';

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
  const said = saidTogether(accounts);
  return { kind, id, owner, values: hand === null ? said : overlay(said, hand.values) };
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
 * @param manner how the source speaks of it; what it alone brings it says, unless it
 *   merely names it.
 */
export function withAccount(
  state: ElementState | null,
  { values, ...name }: Element,
  source: string,
  at: number,
  manner?: Manner,
): ElementState {
  if (state === null) {
    const { kind, id, owner } = name;
    const only = manner === 'names' ? { source, at, values, manner } : { source, at, values };
    return { kind, id, owner, accounts: [only], hand: null };
  }
  const before = state.accounts.find((account) => account.source === source);
  const others = state.accounts.filter((account) => account.source !== source);
  const speaks = before === undefined ? manner : mannerOf(before, manner, others);
  if (before !== undefined && before.manner === speaks && isSame(before.values, values))
    return state;
  const account = { source, at, values, ...(speaks === undefined ? {} : { manner: speaks }) };
  return { ...state, accounts: inTime([...others, account]) };
}

/** A newer version speaks as the one before it, unless one of them merely names the element. */
function mannerOf(
  before: Account,
  manner: Manner | undefined,
  others: readonly Account[],
): Manner | undefined {
  if (manner === 'names') return manner;
  if (before.manner !== 'names') return before.manner;
  return others.length === 0 ? undefined : manner;
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

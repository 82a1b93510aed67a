import type { Element, ElementName } from '../elements.ts';
import { inTime, type Account } from './account.ts';
import { nameOf, shownBy, type ElementState, type Hand } from './element-state.ts';
import { isSame } from './is-same.ts';

/** What a change does to one element; null where it is not there. */
export interface Transition extends ElementName {
  readonly before: ElementState | null;
  readonly after: ElementState | null;
}

/** A transition with what the element shows before and after it. */
export interface ShownTransition extends Transition {
  readonly old: Element | null;
  readonly now: Element | null;
}

export function showing({ kind, id, owner, before, after }: Transition): ShownTransition {
  return { kind, id, owner, before, after, old: shownBy(before), now: shownBy(after) };
}

/** A transition of what is there to what should be; null where that is the same. */
export function transitionOf(
  name: ElementName,
  before: ElementState | null,
  after: ElementState | null,
): Transition | null {
  return isSame(before, after) ? null : { ...nameOf(name), before, after };
}

/** That something which a change set has been set otherwise since. */
export interface Overtaken {
  /** Whose words: a source's, or null for what people set. */
  readonly source: string | null;
  readonly field: string | null;
}

/**
 * What an element is once a transition is taken back. Whatever the transition did
 * not touch stays as it is now; what it did touch must still be as it left it.
 */
export function takenBack(
  { before, after, ...name }: Transition,
  current: ElementState | null,
): { readonly state: ElementState | null } | Overtaken {
  // Where nothing was touched since, all is as it was, the order of the sources included.
  if (isSame(current, after)) return { state: before };
  // What nobody speaks of any longer cannot be what it was among others.
  if (after !== null && current === null) return { source: null, field: null };
  const touched = touchedSources(before, after);
  const accountOf = (state: ElementState | null, source: string): Account | undefined =>
    state?.accounts.find((account) => account.source === source);
  for (const source of touched)
    if (!isSame(accountOf(current, source), accountOf(after, source)))
      return { source, field: null };
  const hand = handTakenBack(before?.hand ?? null, after?.hand ?? null, current?.hand ?? null);
  if ('field' in hand) return { source: null, field: hand.field };
  const accounts = accountsTakenBack(before?.accounts ?? [], current?.accounts ?? [], touched);
  const isNothing =
    accounts.length === 0 && (hand.hand === null || Object.keys(hand.hand.values).length === 0);
  if (isNothing && before === null) return { state: null };
  const isBare = hand.hand !== null && isEmpty(hand.hand) && accounts.length > 0;
  return { state: { ...nameOf(name), accounts, hand: isBare ? null : hand.hand } };
}

function touchedSources(before: ElementState | null, after: ElementState | null): Set<string> {
  const values = (state: ElementState | null): Map<string, Account> =>
    new Map(state?.accounts.map((account) => [account.source, account]));
  const [old, now] = [values(before), values(after)];
  return new Set(
    [...old.keys(), ...now.keys()].filter((source) => !isSame(old.get(source), now.get(source))),
  );
}

/** Accounts that a transition touched as they were, the others as they are now. */
function accountsTakenBack(
  before: readonly Account[],
  current: readonly Account[],
  touched: ReadonlySet<string>,
): Account[] {
  return inTime([
    ...current.filter(({ source }) => !touched.has(source)),
    ...before.filter(({ source }) => touched.has(source)),
  ]);
}

function handTakenBack(
  before: Hand | null,
  after: Hand | null,
  current: Hand | null,
): { readonly hand: Hand | null } | { readonly field: string | null } {
  const flags = (hand: Hand | null): object => ({ isRemoved: hand?.isRemoved, into: hand?.into });
  const isRemovalTouched = !isSame(flags(before), flags(after));
  if (isRemovalTouched && !isSame(flags(current), flags(after))) return { field: null };
  const values: Hand['values'] = { ...current?.values };
  const mine = values as Record<string, Hand['values'][string]>;
  for (const field of new Set([...fieldsOf(before), ...fieldsOf(after)])) {
    const old = before?.values[field];
    if (isSame(old, after?.values[field])) continue;
    if (!isSame(current?.values[field], after?.values[field])) return { field };
    if (old === undefined) delete mine[field];
    else mine[field] = old;
  }
  const { isRemoved, into } = (isRemovalTouched ? before : current) ?? {};
  const hand: Hand = {
    values,
    ...(isRemoved === undefined ? {} : { isRemoved }),
    ...(into === undefined ? {} : { into }),
  };
  return { hand: isEmpty(hand) && before === null ? null : hand };
}

function fieldsOf(hand: Hand | null): string[] {
  return Object.keys(hand?.values ?? {});
}

function isEmpty({ values, isRemoved }: Hand): boolean {
  return isRemoved === undefined && Object.keys(values).length === 0;
}

import { elementKey, type ElementName, type Value } from '../elements.ts';
import { removedByHand, shownBy, withHand, type ElementState } from './element-state.ts';
import { transitionOf, type Transition } from './transition.ts';

/** What a person asks of one element: fields to be set, or that it goes. */
export type Edit = SetFields | TakeAway;

export interface SetFields extends ElementName {
  /** Null takes a field away; the element is made where it is not there. */
  readonly set: Readonly<Record<string, Value | null>>;
}

export interface TakeAway extends ElementName {
  readonly isTakenAway: true;
  /** Of what is merged into another record: which. */
  readonly into?: string;
}

/** Several edits as transitions; later ones build on earlier ones. */
export function applyEdits(
  states: ReadonlyMap<string, ElementState>,
  edits: readonly Edit[],
): Transition[] {
  const after = new Map<string, ElementState | null>();
  for (const edit of edits) {
    const key = elementKey(edit);
    const current = after.has(key) ? (after.get(key) ?? null) : (states.get(key) ?? null);
    after.set(key, applied(edit, current));
  }
  return [...after].flatMap(([key, state]) => {
    const before = states.get(key) ?? null;
    const name = state ?? before;
    const transition = name === null ? null : transitionOf(name, before, state);
    return transition === null ? [] : [transition];
  });
}

function applied(edit: Edit, current: ElementState | null): ElementState | null {
  if ('set' in edit) return withHand(current, edit, edit.set);
  if (shownBy(current) === null || current === null) return current;
  const isOwnWork = current.accounts.length === 0 && edit.into === undefined;
  // What people alone brought is gone when they take it away; its history remembers it.
  return isOwnWork ? null : removedByHand(current, edit.into);
}

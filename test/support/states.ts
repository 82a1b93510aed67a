import { applyEdits, type Edit } from '../../server/domain/change/edit.ts';
import {
  shownBy,
  withAccount,
  withHand,
  type ElementState,
} from '../../server/domain/change/element-state.ts';
import { takenBack } from '../../server/domain/change/transition.ts';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { elementKey, elementsOf, type Elements } from '../../server/domain/elements.ts';

export type States = ReadonlyMap<string, ElementState>;

/** Each element as one source brought it, or as two did, or people, or both. */
export function statesOf(document: EvidenceDocument, origins: readonly number[] = [0]): States {
  return new Map(
    [...elementsOf(document)].map(([key, element], index) => {
      const brought = withAccount(null, element, 'source:a', 1);
      const twice = withAccount(brought, element, 'source:b', 2);
      const byHand = withHand(null, element, element.values);
      const states = [brought, twice, byHand, withHand(brought, element, { note: 'Ours.' })];
      return [key, states[origins[index % origins.length] ?? 0] ?? brought];
    }),
  );
}

export function shownOf(states: States): Elements {
  return new Map(
    [...states].flatMap(([key, state]) => {
      const element = shownBy(state);
      return element === null ? [] : [[key, element] as const];
    }),
  );
}

/** What is remembered after a change, or once it was taken back again, the last first. */
export function carriedOut(states: States, edits: readonly Edit[], isTakenBack = false): States {
  const after = new Map(states);
  const put = (key: string, state: ElementState | null): void => {
    if (state === null) after.delete(key);
    else after.set(key, state);
  };
  const transitions = applyEdits(states, edits);
  for (const transition of transitions) put(elementKey(transition), transition.after);
  if (!isTakenBack) return after;
  for (const transition of transitions.toReversed()) {
    const back = takenBack(transition, after.get(elementKey(transition)) ?? null);
    if (!('state' in back)) throw new Error(`${transition.id} was set otherwise since.`);
    put(elementKey(transition), back.state);
  }
  return after;
}

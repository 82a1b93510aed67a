import { useSyncExternalStore } from 'react';
import type { FindAction } from './find-groups.ts';

const NONE: readonly FindAction[] = [];
const listeners = new Set<() => void>();
let offered = NONE;

/** Offers in the search what the view that is open can do; answers how to take it back. */
export function offerActions(actions: readonly FindAction[]): () => void {
  offer(actions);
  return () => offer(NONE);
}

/** What the open view offers, to who looks for something; to nobody else does it matter when that changes. */
export function useOfferedActions(looking: boolean): readonly FindAction[] {
  return useSyncExternalStore(subscribe, () => (looking ? offered : NONE));
}

function offer(actions: readonly FindAction[]): void {
  offered = actions;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

import type { UndoStack } from './undo.ts';
import type { ViewStore } from './view-store.ts';
import type { Action, Supposition, Unfolding, View } from './view.ts';

/** Changes the view so that Ctrl+Z takes it back; `name` says what was done. */
export function dispatchUndoably(
  store: ViewStore,
  stack: UndoStack,
  action: Action,
  name: string,
): void {
  const before = store.read();
  store.dispatch(action);
  const after = store.read();
  if (after === before) return;
  const go = (view: View): void => {
    if (view.claim !== null && store.read().claim !== view.claim) {
      store.dispatch({ type: 'open', claim: view.claim });
    }
    store.dispatch({ type: 'put', ...changeableParts(view) });
  };
  stack.push({ name, undo: () => go(before), redo: () => go(after) });
}

function changeableParts({
  withdrawn,
  withoutRetracted,
  asOf,
  expanded,
  folded,
  stances,
}: View): Supposition & Unfolding {
  return { withdrawn, withoutRetracted, asOf, expanded, folded, stances };
}

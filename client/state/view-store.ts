import { useSyncExternalStore } from 'react';
import { decodeView, encodeView } from './address.ts';
import { isNavigation, transition } from './view.ts';
import type { Action, View } from './view.ts';

/** The view of this page: read it, change it by an action, be told of changes. */
export interface ViewStore {
  readonly read: () => View;
  readonly dispatch: (action: Action) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The part of a window that holds the address. */
export type AddressBar = Pick<Window, 'history' | 'location' | 'addEventListener'>;

/** Keeps the view and the address the same; each navigation is one entry of the history. */
export function createViewStore(bar: AddressBar): ViewStore {
  const listeners = new Set<() => void>();
  let view = decodeView(bar.location.search);

  const apply = (action: Action): boolean => {
    const next = transition(view, action);
    if (next === view) return false;
    view = next;
    for (const listener of listeners) listener();
    return true;
  };

  bar.addEventListener('popstate', () => {
    apply({ type: 'go', view: decodeView(bar.location.search) });
  });

  return {
    read: () => view,
    dispatch: (action) => {
      if (!apply(action)) return;
      const address = bar.location.pathname + encodeView(view);
      if (isNavigation(action)) bar.history.pushState(null, '', address);
      else bar.history.replaceState(null, '', address);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The view, for a component that draws it. */
export function useView(store: ViewStore): View {
  return useSyncExternalStore(store.subscribe, store.read);
}

/** What a component needs of the view, a plain value: other changes of the view do not concern it. */
export function useViewPart<Part extends string | number | boolean | null>(
  store: ViewStore,
  part: (view: View) => Part,
): Part {
  return useSyncExternalStore(store.subscribe, () => part(store.read()));
}

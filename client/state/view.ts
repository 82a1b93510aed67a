import type { Direction } from '../api/operations.generated.ts';

/** What is looked at: all of it stands in the address, so that every view is a link. */
export interface View {
  /** The claim at the root of the trail; null until one is chosen by rule. */
  readonly claim: string | null;
  /** The one thing that is chosen, in every part of the page. */
  readonly selection: string | null;
  /** Which claims the list shows. */
  readonly direction: Direction | null;
  /** Numbers of the Outline's rows that are collapsed, ascending. */
  readonly collapsed: readonly number[];
}

/** What a person can do to the view. */
export type Action =
  | { readonly type: 'open'; readonly claim: string }
  | { readonly type: 'start'; readonly claim: string }
  | { readonly type: 'select'; readonly id: string }
  /** Focus has moved on in the Outline: one walk through it is one step of history. */
  | { readonly type: 'walk'; readonly id: string }
  | { readonly type: 'backOut' }
  | { readonly type: 'filter'; readonly direction: Direction | null }
  | { readonly type: 'collapse'; readonly rows: readonly number[] }
  | { readonly type: 'go'; readonly view: View };

/** The view before anything was chosen. */
export const EMPTY_VIEW: View = { claim: null, selection: null, direction: null, collapsed: [] };

/** The view after an action; the same object where nothing changes. */
export function transition(view: View, action: Action): View {
  switch (action.type) {
    case 'open':
      if (view.claim === action.claim && view.selection === action.claim) return view;
      return view.claim === action.claim
        ? { ...view, selection: action.claim }
        : { ...view, claim: action.claim, selection: action.claim, collapsed: [] };
    case 'start':
      return view.claim === null
        ? { ...view, claim: action.claim, selection: view.selection ?? action.claim }
        : view;
    case 'select':
    case 'walk':
      return view.selection === action.id ? view : { ...view, selection: action.id };
    case 'backOut':
      return view.selection === view.claim ? view : { ...view, selection: view.claim };
    case 'filter':
      return view.direction === action.direction ? view : { ...view, direction: action.direction };
    case 'collapse':
      return sameRows(view.collapsed, action.rows)
        ? view
        : { ...view, collapsed: action.rows.toSorted((a, b) => a - b) };
    case 'go':
      return action.view;
  }
}

/** Whether an action is a step of its own that the browser's Back undoes. */
export function isNavigation(action: Action): boolean {
  return action.type === 'open' || action.type === 'select' || action.type === 'filter';
}

function sameRows(a: readonly number[], b: readonly number[]): boolean {
  const sorted = b.toSorted((x, y) => x - y);
  return a.length === sorted.length && a.every((row, index) => row === sorted[index]);
}

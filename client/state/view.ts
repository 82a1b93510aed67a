import type { Direction, Standing } from '../api/operations.generated.ts';

/** What the left column lists. */
export type List = 'claims' | 'load-bearing' | 'next-to-check';
/** What the list of claims can be narrowed to, beside direction and standing. */
export type Mark = 'contested' | 'one-study' | 'second-hand';
/** What claims come first. */
export type Order = 'contested' | 'depth';

/** What narrows the list of claims; all of it holds together. */
export interface ListFilter {
  readonly direction: Direction | null;
  readonly standing: Standing | null;
  readonly marks: readonly Mark[];
}

/** What is looked at: all of it stands in the address, so that every view is a link. */
export interface View extends ListFilter {
  /** The claim at the root of the trail; null until one is chosen by rule. */
  readonly claim: string | null;
  /** The one thing that is chosen, in every part of the page. */
  readonly selection: string | null;
  readonly list: List;
  readonly order: Order;
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
  | ({ readonly type: 'filter' } & Partial<ListFilter>)
  | { readonly type: 'order'; readonly order: Order }
  | { readonly type: 'list'; readonly list: List }
  | { readonly type: 'collapse'; readonly rows: readonly number[] }
  | { readonly type: 'go'; readonly view: View };

/** The list of claims with nothing left out. */
export const NO_FILTER: ListFilter = { direction: null, standing: null, marks: [] };

/** The view before anything was chosen. */
export const EMPTY_VIEW: View = {
  claim: null,
  selection: null,
  list: 'claims',
  order: 'contested',
  ...NO_FILTER,
  collapsed: [],
};

/** The marks, in the order in which they are told. */
export const MARKS: readonly Mark[] = ['contested', 'one-study', 'second-hand'];

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
      return narrowed(view, action);
    case 'order':
      return view.order === action.order ? view : { ...view, order: action.order };
    case 'list':
      return view.list === action.list ? view : { ...view, list: action.list };
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
  return NAVIGATIONS.has(action.type);
}

const NAVIGATIONS: ReadonlySet<Action['type']> = new Set([
  'open',
  'select',
  'filter',
  'order',
  'list',
]);

function narrowed(
  view: View,
  { direction = view.direction, standing = view.standing, marks = view.marks }: Partial<ListFilter>,
): View {
  const same =
    direction === view.direction &&
    standing === view.standing &&
    MARKS.every((mark) => marks.includes(mark) === view.marks.includes(mark));
  if (same) return view;
  return { ...view, direction, standing, marks: MARKS.filter((mark) => marks.includes(mark)) };
}

function sameRows(a: readonly number[], b: readonly number[]): boolean {
  const sorted = b.toSorted((x, y) => x - y);
  return a.length === sorted.length && a.every((row, index) => row === sorted[index]);
}

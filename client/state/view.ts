import type { Direction, Stance, Standing } from '../api/operations.generated.ts';
import { choosing, furtherOut, NO_CLUSTER, throughLens, USUAL_FRAME } from './cluster-view.ts';
import type { Carried, ClusterFrame, Lens, Way } from './cluster-view.ts';

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

/** What is supposed, to see what comes of it. */
export interface Supposition {
  /** Ids of studies that are taken as withdrawn, in the order in which they were. */
  readonly withdrawn: readonly string[];
  /** Whether every retracted study is taken as withdrawn too. */
  readonly withoutRetracted: boolean;
  /** Only what was published by the end of this year; null: everything. */
  readonly asOf: number | null;
}

/** How much of a trail is shown. */
export interface Unfolding {
  /** Ids of things around which more was asked for, in that order; one twice: twice as much more. */
  readonly expanded: readonly string[];
  /** Ids of nodes, and keys of lines of evidence, behind which nothing is shown. */
  readonly folded: readonly string[];
  /** The stances of evidence that are followed; none named: all. */
  readonly stances: readonly Stance[];
}

/** What is looked at: all of it stands in the address, so that every view is a link. */
export interface View extends ListFilter, Supposition, Unfolding, ClusterFrame {
  /** The way in that is open. */
  readonly way: Way;
  /** The claim at the root of the trail; null until one is chosen by rule. */
  readonly claim: string | null;
  /** The one thing that is chosen, in every part of the page; null: the cluster that is, if any. */
  readonly selection: string | null;
  /** What is chosen beside it, to do one thing to all of them. */
  readonly also: readonly string[];
  readonly list: List;
  readonly order: Order;
}

/** What a person can do to the view. */
export type Action =
  | { readonly type: 'open'; readonly claim: string }
  /** Opens a claim where its trail is seen. */
  | { readonly type: 'trace'; readonly claim: string }
  | { readonly type: 'start'; readonly claim: string }
  | { readonly type: 'show'; readonly way: Way }
  | { readonly type: 'select'; readonly id: string }
  /** Chooses a thing beside what is chosen, or no longer. */
  | { readonly type: 'add'; readonly id: string }
  /** Focus has moved on in the Outline: one walk through it is one step of history. */
  | { readonly type: 'walk'; readonly id: string }
  | { readonly type: 'backOut' }
  | ({ readonly type: 'look' } & Partial<Lens>)
  /** Chooses the cluster that a study is in. */
  | { readonly type: 'chooseCluster'; readonly cluster: string }
  /** The same, and goes to where clusters are seen. */
  | { readonly type: 'visitCluster'; readonly cluster: string }
  /** The same, as focus has moved on in the list of clusters. */
  | { readonly type: 'walkClusters'; readonly cluster: string }
  | { readonly type: 'openCluster'; readonly cluster: string }
  | { readonly type: 'closeCluster' }
  /** Chooses no cluster any more. */
  | { readonly type: 'leaveCluster' }
  /** Shows what stands around a work of the cluster that is opened. */
  | { readonly type: 'openWork'; readonly id: string }
  | { readonly type: 'carried'; readonly carried: Carried | null }
  | ({ readonly type: 'filter' } & Partial<ListFilter>)
  | { readonly type: 'order'; readonly order: Order }
  | { readonly type: 'list'; readonly list: List }
  | { readonly type: 'expand'; readonly id: string }
  /** Takes away what was asked for around a thing. */
  | { readonly type: 'contract'; readonly id: string }
  | { readonly type: 'fold'; readonly key: string }
  | { readonly type: 'unfold'; readonly key: string }
  | ({ readonly type: 'suppose' } & Partial<Supposition>)
  | { readonly type: 'stances'; readonly stances: readonly Stance[] }
  /** Puts what is supposed, or how a trail is unfolded, as it was. */
  | ({ readonly type: 'put' } & Partial<Supposition & Unfolding>)
  | { readonly type: 'go'; readonly view: View };

/** The list of claims with nothing left out. */
export const NO_FILTER: ListFilter = { direction: null, standing: null, marks: [] };

/** Everything as it is. */
export const NOTHING_SUPPOSED: Supposition = { withdrawn: [], withoutRetracted: false, asOf: null };

/** A trail as it is shown when it is opened. */
export const AS_IT_OPENS: Unfolding = { expanded: [], folded: [], stances: [] };

/** The view before anything was chosen. */
export const EMPTY_VIEW: View = {
  way: 'trail',
  claim: null,
  selection: null,
  also: [],
  list: 'claims',
  order: 'contested',
  ...NO_FILTER,
  ...NOTHING_SUPPOSED,
  ...AS_IT_OPENS,
  ...USUAL_FRAME,
};

/** The stances of evidence, in the order in which they are told. */
export const STANCES: readonly Stance[] = ['supports', 'contradicts', 'qualifies', 'mentions'];

/** The marks, in the order in which they are told. */
export const MARKS: readonly Mark[] = ['contested', 'one-study', 'second-hand'];

/** The view after an action; the same object where nothing changes. */
export function transition(view: View, action: Action): View {
  switch (action.type) {
    case 'open':
      return opened(view, action.claim);
    case 'trace':
      return shown(opened(view, action.claim), 'trail');
    case 'start':
      return started(view, action.claim);
    case 'show':
      return shown(view, action.way);
    case 'select':
      return view.selection === action.id && view.also.length === 0
        ? view
        : { ...view, selection: action.id, also: [] };
    case 'walk':
      return view.selection === action.id ? view : { ...view, selection: action.id };
    case 'add':
      return added(view, action.id);
    case 'backOut':
      return backedOut(view);
    case 'look':
      return throughLens(view, lensOf(action));
    case 'chooseCluster':
    case 'walkClusters':
      return chosen(view, choosing(view, action.cluster));
    case 'visitCluster':
      return shown(chosen(view, choosing(view, action.cluster)), 'clusters');
    case 'openCluster':
      return shown(
        chosen(view, { ...choosing(view, action.cluster), opened: true, around: null }),
        'clusters',
      );
    case 'closeCluster':
      return chosen(view, { ...view, opened: false, around: null });
    case 'leaveCluster':
      return view.cluster === null
        ? view
        : { ...view, ...NO_CLUSTER, selection: view.selection ?? view.claim };
    case 'openWork':
      return { ...view, opened: true, around: action.id, selection: action.id, also: [] };
    case 'carried':
      return view.carried === action.carried
        ? view
        : { ...view, carried: action.carried, list: 'claims' };
    case 'filter':
      return narrowed(view, action);
    case 'order':
      return view.order === action.order ? view : { ...view, order: action.order };
    case 'list':
      return view.list === action.list ? view : { ...view, list: action.list };
    case 'expand':
      return {
        ...view,
        expanded: [...view.expanded, action.id],
        folded: without(view.folded, action.id),
      };
    case 'contract':
      return view.expanded.includes(action.id)
        ? { ...view, expanded: without(view.expanded, action.id) }
        : view;
    case 'fold':
      return view.folded.includes(action.key)
        ? view
        : { ...view, folded: [...view.folded, action.key] };
    case 'unfold':
      return view.folded.includes(action.key)
        ? { ...view, folded: without(view.folded, action.key) }
        : view;
    case 'suppose':
      return supposed(view, action);
    case 'stances':
      return { ...view, stances: STANCES.filter((stance) => action.stances.includes(stance)) };
    case 'put': {
      const { type: _put, ...parts } = action;
      return { ...view, ...parts };
    }
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
  'trace',
  'show',
  'look',
  'chooseCluster',
  'visitCluster',
  'openCluster',
  'closeCluster',
  'leaveCluster',
  'openWork',
  'carried',
  'select',
  'filter',
  'order',
  'list',
  'expand',
  'contract',
  'suppose',
  'stances',
  'put',
]);

function started(view: View, claim: string): View {
  if (view.claim !== null) return view;
  const isFree = view.selection === null && view.cluster === null;
  return { ...view, claim, selection: isFree ? claim : view.selection };
}

function shown(view: View, way: Way): View {
  return view.way === way ? view : { ...view, way };
}

function lensOf({
  type: _type,
  ...lens
}: { readonly type: 'look' } & Partial<Lens>): Partial<Lens> {
  return lens;
}

/** The cluster of a frame as the one thing that is chosen. */
function chosen(view: View, frame: ClusterFrame): View {
  const same =
    view.selection === null &&
    view.also.length === 0 &&
    view.cluster === frame.cluster &&
    view.opened === frame.opened &&
    view.around === frame.around;
  return same ? view : { ...view, ...frame, selection: null, also: [] };
}

/** Back by one level: from several things to one, from a work to its cluster, at last to the claim. */
function backedOut(view: View): View {
  if (view.also.length > 0) return { ...view, also: [] };
  const isAtClaim = view.selection === view.claim;
  if (view.way === 'trail' && !isAtClaim) return { ...view, selection: view.claim };
  if (view.way === 'clusters' && view.cluster !== null && view.around === null) {
    if (view.selection !== null) return { ...view, selection: null };
  }
  const frame = furtherOut(view);
  if (frame === null) return isAtClaim ? view : { ...view, selection: view.claim };
  return { ...view, ...frame, selection: frame.cluster === null ? view.claim : view.selection };
}

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

function opened(view: View, claim: string): View {
  if (view.claim !== claim) {
    return { ...view, ...AS_IT_OPENS, claim, selection: claim, also: [] };
  }
  const isChosen = view.selection === claim && view.also.length === 0;
  return isChosen ? view : { ...view, selection: claim, also: [] };
}

function added(view: View, id: string): View {
  if (view.selection === null) return { ...view, selection: id };
  if (id !== view.selection) {
    const also = view.also.includes(id) ? without(view.also, id) : [...view.also, id];
    return { ...view, also };
  }
  const [next, ...also] = view.also;
  return next === undefined ? view : { ...view, selection: next, also };
}

function supposed(
  view: View,
  {
    withdrawn = view.withdrawn,
    withoutRetracted = view.withoutRetracted,
    asOf = view.asOf,
  }: Partial<Supposition>,
): View {
  const same =
    withoutRetracted === view.withoutRetracted &&
    asOf === view.asOf &&
    withdrawn.length === view.withdrawn.length &&
    withdrawn.every((id, index) => id === view.withdrawn[index]);
  return same ? view : { ...view, withdrawn: [...new Set(withdrawn)], withoutRetracted, asOf };
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((each) => each !== id);
}

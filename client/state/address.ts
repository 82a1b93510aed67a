import type { Direction, Standing } from '../api/operations.generated.ts';
import { decodeFrame, encodeFrame } from './cluster-address.ts';
import { EMPTY_VIEW, MARKS, STANCES } from './view.ts';
import type { List, Order, View } from './view.ts';

const VERSION = '1';

/** The directions that an address may name. */
export const DIRECTIONS: readonly Direction[] = [
  'positive',
  'negative',
  'none',
  'mixed',
  'gap',
  'descriptive',
];

const STANDINGS: readonly Standing[] = ['GROUNDED', 'UNRESOLVED', 'UNGROUNDED', 'UNSUPPORTED'];
const LISTS: readonly List[] = ['claims', 'load-bearing', 'next-to-check'];
const ORDERS: readonly Order[] = ['contested', 'depth'];

/** The query part of the address of a view; empty for the view before anything was chosen. */
export function encodeView(view: View): string {
  const parameters = new URLSearchParams();
  if (view.claim !== null) parameters.set('claim', view.claim);
  // Where a cluster is chosen, it is what is meant while nothing else is named.
  const usual = view.cluster === null ? view.claim : null;
  if (view.selection !== null && view.selection !== usual) parameters.set('select', view.selection);
  if (view.list !== EMPTY_VIEW.list) parameters.set('list', view.list);
  if (view.order !== EMPTY_VIEW.order) parameters.set('order', view.order);
  if (view.direction !== null) parameters.set('direction', view.direction);
  if (view.standing !== null) parameters.set('standing', view.standing);
  if (view.marks.length > 0) parameters.set('only', view.marks.join('.'));
  for (const id of view.also) parameters.append('also', id);
  for (const id of view.expanded) parameters.append('expand', id);
  for (const key of view.folded) parameters.append('fold', key);
  if (view.stances.length > 0) parameters.set('stances', view.stances.join('.'));
  for (const id of view.withdrawn) parameters.append('withdraw', id);
  if (view.withoutRetracted) parameters.set('retracted', 'out');
  if (view.asOf !== null) parameters.set('year', String(view.asOf));
  for (const [name, value] of encodeFrame(view)) parameters.set(name, value);
  if (parameters.size === 0) return '';
  return `?${new URLSearchParams([['v', VERSION], ...parameters])}`;
}

/** The view that an address names. What it cannot read it leaves out, as links live long. */
export function decodeView(search: string): View {
  const parameters = new URLSearchParams(search);
  if (parameters.get('v') !== VERSION) return EMPTY_VIEW;
  const claim = parameters.get('claim') || null;
  const frame = decodeFrame(parameters);
  const marks = (parameters.get('only') ?? '').split('.');
  const stances = (parameters.get('stances') ?? '').split('.');
  return {
    claim,
    selection: parameters.get('select') || (frame.cluster === null ? claim : null),
    list: oneOf(LISTS, parameters.get('list')) ?? EMPTY_VIEW.list,
    order: oneOf(ORDERS, parameters.get('order')) ?? EMPTY_VIEW.order,
    direction: oneOf(DIRECTIONS, parameters.get('direction')),
    standing: oneOf(STANDINGS, parameters.get('standing')),
    marks: MARKS.filter((mark) => marks.includes(mark)),
    also: idsOf(parameters, 'also'),
    expanded: parameters.getAll('expand').filter((id) => id !== ''),
    folded: idsOf(parameters, 'fold'),
    stances: STANCES.filter((stance) => stances.includes(stance)),
    withdrawn: idsOf(parameters, 'withdraw'),
    withoutRetracted: parameters.get('retracted') === 'out',
    asOf: yearOf(parameters.get('year')),
    ...frame,
  };
}

function oneOf<Word extends string>(known: readonly Word[], word: string | null): Word | null {
  return known.find((each) => each === word) ?? null;
}

function idsOf(parameters: URLSearchParams, name: string): readonly string[] {
  return [...new Set(parameters.getAll(name).filter((id) => id !== ''))];
}

function yearOf(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/u.test(text) ? Number(text) : null;
}

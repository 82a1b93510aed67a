import type { Direction, Standing } from '../api/operations.generated.ts';
import { EMPTY_VIEW, MARKS } from './view.ts';
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
  if (view.selection !== null && view.selection !== view.claim) {
    parameters.set('select', view.selection);
  }
  if (view.list !== EMPTY_VIEW.list) parameters.set('list', view.list);
  if (view.order !== EMPTY_VIEW.order) parameters.set('order', view.order);
  if (view.direction !== null) parameters.set('direction', view.direction);
  if (view.standing !== null) parameters.set('standing', view.standing);
  if (view.marks.length > 0) parameters.set('only', view.marks.join('.'));
  if (view.collapsed.length > 0) parameters.set('collapsed', view.collapsed.join('.'));
  if (parameters.size === 0) return '';
  return `?${new URLSearchParams([['v', VERSION], ...parameters])}`;
}

/** The view that an address names. What it cannot read it leaves out, as links live long. */
export function decodeView(search: string): View {
  const parameters = new URLSearchParams(search);
  if (parameters.get('v') !== VERSION) return EMPTY_VIEW;
  const claim = parameters.get('claim') || null;
  const marks = (parameters.get('only') ?? '').split('.');
  return {
    claim,
    selection: parameters.get('select') || claim,
    list: oneOf(LISTS, parameters.get('list')) ?? EMPTY_VIEW.list,
    order: oneOf(ORDERS, parameters.get('order')) ?? EMPTY_VIEW.order,
    direction: oneOf(DIRECTIONS, parameters.get('direction')),
    standing: oneOf(STANDINGS, parameters.get('standing')),
    marks: MARKS.filter((mark) => marks.includes(mark)),
    collapsed: rowNumbers(parameters.get('collapsed')),
  };
}

function oneOf<Word extends string>(known: readonly Word[], word: string | null): Word | null {
  return known.find((each) => each === word) ?? null;
}

function rowNumbers(text: string | null): readonly number[] {
  const rows = (text ?? '').split('.').map(Number);
  const whole = rows.filter((row) => Number.isSafeInteger(row) && row > 0);
  return [...new Set(whole)].toSorted((a, b) => a - b);
}

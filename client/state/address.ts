import type { Direction } from '../api/operations.generated.ts';
import { EMPTY_VIEW } from './view.ts';
import type { View } from './view.ts';

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

/** The query part of the address of a view; empty for the view before anything was chosen. */
export function encodeView(view: View): string {
  const parameters = new URLSearchParams();
  if (view.claim !== null) parameters.set('claim', view.claim);
  if (view.selection !== null && view.selection !== view.claim) {
    parameters.set('select', view.selection);
  }
  if (view.direction !== null) parameters.set('direction', view.direction);
  if (view.collapsed.length > 0) parameters.set('collapsed', view.collapsed.join('.'));
  if (parameters.size === 0) return '';
  return `?${new URLSearchParams([['v', VERSION], ...parameters])}`;
}

/** The view that an address names. What it cannot read it leaves out, as links live long. */
export function decodeView(search: string): View {
  const parameters = new URLSearchParams(search);
  if (parameters.get('v') !== VERSION) return EMPTY_VIEW;
  const claim = parameters.get('claim') || null;
  const direction = parameters.get('direction');
  return {
    claim,
    selection: parameters.get('select') || claim,
    direction: DIRECTIONS.find((known) => known === direction) ?? null,
    collapsed: rowNumbers(parameters.get('collapsed')),
  };
}

function rowNumbers(text: string | null): readonly number[] {
  const rows = (text ?? '').split('.').map(Number);
  const whole = rows.filter((row) => Number.isSafeInteger(row) && row > 0);
  return [...new Set(whole)].toSorted((a, b) => a - b);
}

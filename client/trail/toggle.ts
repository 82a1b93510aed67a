import type { OutlineRow } from './outline-row.ts';
import type { Unfolded } from './shown.ts';

/** What opening or closing a thing comes to. */
export type Toggle =
  | { readonly type: 'expand' | 'contract'; readonly id: string }
  | { readonly type: 'fold' | 'unfold'; readonly key: string };

/**
 * Opens or closes a thing: what is folded is unfolded; what was
 * asked for around it goes again; what has something behind it is folded; else
 * more is asked for.
 */
export function toggleOf(
  key: string,
  rows: readonly OutlineRow[],
  { expanded, folded }: Unfolded,
): Toggle {
  if (folded.includes(key)) return { type: 'unfold', key };
  if (expanded.includes(key)) return { type: 'contract', id: key };
  if (rows.some((row) => row.foldKey === key)) return { type: 'fold', key };
  return { type: 'expand', id: key };
}

/** The row that has the place of one that is gone: the nearest above it that is left. */
export function survivorOf(key: string, rows: readonly OutlineRow[]): OutlineRow | null {
  const above = rows.filter((row) => key === row.key || key.startsWith(`${row.key}/`));
  return above.toSorted((a, b) => b.key.length - a.key.length)[0] ?? null;
}

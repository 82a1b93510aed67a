import { readOutline } from './outline-reader.ts';
import type { OutlineRow, UnreadRow } from './outline-row.ts';
import type { Seen } from './seen.ts';

/** Reads what is seen of a trail as a tree from its root: claim, line of evidence, citation, study, relayed claim. */
export function outlineOf(seen: Seen): readonly OutlineRow[] {
  const unread = readOutline(seen);
  const numbers = new Map<UnreadRow, number>();
  const shownAt = new Map<string, number>();
  const count = (row: UnreadRow): void => {
    numbers.set(row, numbers.size + 1);
    const isNode = row.kind !== 'line' && row.kind !== 'more';
    if (row.repeated === 'no' && isNode && !shownAt.has(row.node)) {
      shownAt.set(row.node, numbers.size);
    }
    row.children.forEach(count);
  };
  unread.forEach(count);
  const finish = ({ repeated, children, ...row }: UnreadRow, number: number): OutlineRow => {
    const at = shownAt.get(row.node);
    return {
      ...row,
      number,
      repeats:
        repeated === 'no' || at === undefined ? null : { row: at, ring: repeated === 'ring' },
      children: children.map((child) => finish(child, numbers.get(child) ?? 0)),
    };
  };
  return unread.map((row) => finish(row, numbers.get(row) ?? 0));
}

/** All rows in reading order. */
export function flattenOutline(rows: readonly OutlineRow[]): readonly OutlineRow[] {
  return rows.flatMap((row) => [row, ...flattenOutline(row.children)]);
}

/** What is said of a row that is shown elsewhere. */
export function repeatText(row: OutlineRow): string | null {
  if (row.repeats === null) return null;
  if (row.repeats.ring) return `returns to row ${row.repeats.row}`;
  const when = row.repeats.row < row.number ? 'already shown' : 'shown';
  return `${when}, row ${row.repeats.row}`;
}

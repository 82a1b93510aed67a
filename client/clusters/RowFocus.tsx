import { useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { TableStateContext } from 'react-aria-components/Table';
import { scrollWithin } from '../views/scroll-within.ts';

/** Moves the focus to a row, by its key. */
export type FocusRow = (key: string) => void;

/** The row that the focus is in; a cell that has it hands it to its row. */
export function listFocus(target: Element, focusRow: FocusRow): string | null {
  const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null;
  if (id !== null && target.matches('[role="gridcell"], [role="rowheader"]')) focusRow(id);
  return id;
}

/** Stands in a heading of a list: hands out how its focus is moved, and brings what is chosen into sight. */
export function RowFocus({
  chosen,
  onReady,
}: {
  readonly chosen: string | null;
  /** Is given the way to move the focus to a row. */
  readonly onReady: (focusRow: FocusRow) => void;
}): ReactNode {
  const manager = useContext(TableStateContext)?.selectionManager;
  const anchor = useRef<HTMLSpanElement>(null);
  const last = useRef(chosen);
  const hasBegun = useRef(false);
  useEffect(() => {
    onReady((key) => manager?.setFocusedKey(key));
  });
  useEffect(() => {
    // What was opened or left took the list with it that had the focus: the next one takes it over.
    const isFree = document.activeElement?.matches('.clusters-view') ?? false;
    const table = anchor.current?.closest('[role="grid"]');
    if (hasBegun.current || manager === undefined) return;
    hasBegun.current = true;
    if (!isFree || table === null || table === undefined) return;
    // Its row is focused, and not the table, which would choose it.
    const rows = [...table.querySelectorAll<HTMLElement>('[data-id]')].map(
      (row) => row.dataset['id'] ?? '',
    );
    const key = rows.find((row) => row === last.current) ?? rows[0];
    if (key === undefined) return;
    manager.setFocused(true);
    manager.setFocusedKey(key);
  }, [manager]);
  useEffect(() => {
    const table = anchor.current?.closest('[role="grid"]');
    if (chosen === null || table === null || table === undefined) return;
    const row = table.querySelector(`[data-id="${CSS.escape(chosen)}"]`);
    scrollWithin(table.closest('.outline-scroll'), row);
  }, [chosen]);
  return <span ref={anchor} />;
}

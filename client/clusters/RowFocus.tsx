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
  useEffect(() => {
    onReady((key) => manager?.setFocusedKey(key));
  });
  useEffect(() => {
    const table = anchor.current?.closest('[role="grid"]');
    if (chosen === null || table === null || table === undefined) return;
    const row = table.querySelector(`[data-id="${CSS.escape(chosen)}"]`);
    scrollWithin(table.closest('.outline-scroll'), row);
  }, [chosen]);
  return <span ref={anchor} />;
}

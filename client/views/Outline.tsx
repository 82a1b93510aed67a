import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableStateContext,
} from 'react-aria-components/Table';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { flattenOutline, outlineOf, repeatText } from '../trail/outline.ts';
import type { OutlineRow } from '../trail/outline.ts';
import type { TrailAnswer } from '../trail/picture.ts';
import { StandingMark, StatusMark } from './Marks.tsx';
import { scrollWithin } from './scroll-within.ts';

/** The trail as a tree to be read, walked by keyboard, and heard: the equal of the drawing. */
export function Outline({
  store,
  trail,
  onFocusNode,
}: {
  readonly store: ViewStore;
  readonly trail: TrailAnswer;
  /** The node of the row that has the focus; null where the focus is elsewhere. */
  readonly onFocusNode: (id: string | null) => void;
}): ReactNode {
  const view = useView(store);
  const tree = useMemo(() => outlineOf(trail), [trail]);
  const rows = useMemo(() => flattenOutline(tree), [tree]);
  const [walked, setWalked] = useState<string | null>(null);
  const byPointer = useRef(false);
  const focusRow = useRef((_key: string): void => undefined);
  const chosen = chosenRow(rows, view.selection, walked);
  const parents = rows.filter((row) => row.children.length > 0);
  const expanded = parents.map(keyOf).filter((key) => !view.collapsed.includes(Number(key)));

  const choose = (key: string): void => {
    const row = rows.find((each) => keyOf(each) === key);
    if (row === undefined) return;
    setWalked(key);
    store.dispatch({ type: byPointer.current ? 'select' : 'walk', id: row.node });
  };
  const collapse = (open: ReadonlySet<string>): void => {
    const shut = parents.filter((row) => !open.has(keyOf(row))).map((row) => row.number);
    store.dispatch({ type: 'collapse', rows: shut });
  };
  const toggle = (key: string): void => {
    const open = new Set(expanded);
    if (!open.delete(key)) open.add(key);
    collapse(open);
  };
  const onKey = (event: KeyboardEvent): void => {
    byPointer.current = false;
    const key = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined;
    const row = rows.find((each) => keyOf(each) === key);
    if (key === undefined || row === undefined) return;
    const [child] = row.children;
    const isOpen = expanded.includes(key);
    // Rows are what has the focus here, never their cells.
    const taken =
      (event.key === ' ' && child !== undefined) ||
      (event.key === 'ArrowRight' && (child === undefined || isOpen)) ||
      (event.key === 'ArrowLeft' && row.level === 1 && !isOpen);
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === ' ') toggle(key);
    if (event.key === 'ArrowRight' && child !== undefined) {
      byPointer.current = false;
      focusRow.current(keyOf(child));
      choose(keyOf(child));
    }
  };
  const onFocus = (event: FocusEvent): void => {
    onFocusNode(nodeOf(event.target));
    const cell =
      event.target instanceof HTMLElement &&
      event.target.matches('[role="gridcell"], [role="rowheader"]');
    const key = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (cell && key !== undefined) focusRow.current(key);
  };

  return (
    <div
      className="outline-scroll"
      onPointerDownCapture={() => (byPointer.current = true)}
      onKeyDownCapture={onKey}
      onFocus={onFocus}
      onBlur={() => onFocusNode(null)}
    >
      <Table
        className="outline"
        aria-label="Outline: the trail as a tree"
        treeColumn="what"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [keyOf(chosen)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) choose(String(key));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => collapse(new Set([...keys].map(String)))}
        onRowAction={(key) => {
          const row = rows.find((each) => keyOf(each) === String(key));
          if (row?.kind === 'claim') store.dispatch({ type: 'open', claim: row.node });
        }}
      >
        <TableHeader>
          <Column id="what" isRowHeader>
            What rests on what
            <TabStop
              root={trail.root}
              row={chosen === null ? null : keyOf(chosen)}
              onReady={(focus) => (focusRow.current = focus)}
            />
          </Column>
          <Column id="stance">Stance</Column>
          <Column id="standing">Standing</Column>
          <Column id="year">Year</Column>
          <Column id="place">Place</Column>
        </TableHeader>
        <TableBody items={tree}>{OutlineRowView}</TableBody>
      </Table>
    </div>
  );
}

function OutlineRowView(row: OutlineRow): React.ReactElement {
  const repeat = repeatText(row);
  const struck = row.kind === 'study' && row.status === 'retracted';
  return (
    <Row
      id={keyOf(row)}
      textValue={row.text}
      data-id={row.kind === 'line' ? undefined : row.node}
      data-node={row.node}
      data-row={keyOf(row)}
      data-kind={row.kind}
      hasChildItems={row.children.length > 0}
    >
      <Cell>
        <span className="outline-what">
          {row.children.length > 0 ? (
            <Button slot="chevron" className="chevron">
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M6 4l4 4-4 4" />
              </svg>
            </Button>
          ) : (
            <span className="chevron" aria-hidden="true" />
          )}
          <span className="row-number">{row.number}</span>
          <span className={`outline-text outline-${row.kind}`}>
            <span className={struck ? 'struck' : undefined}>{row.text}</span>
            {row.status === null ? null : (
              <>
                {' '}
                <StatusMark status={row.status} />
              </>
            )}
            {repeat === null ? null : <span className="quiet"> — {repeat}</span>}
          </span>
        </span>
      </Cell>
      <Cell>
        {row.stance === '' ? null : (
          <span className={`stance-word stance-word-${row.stance}`}>{row.stance}</span>
        )}
      </Cell>
      <Cell>{row.standing === null ? null : <StandingMark standing={row.standing} />}</Cell>
      <Cell>{row.year}</Cell>
      <Cell>{row.place}</Cell>
      <Collection items={row.children}>{OutlineRowView}</Collection>
    </Row>
  );
}

/**
 * Keeps the Outline's tab stop on the row that is chosen, wherever it was
 * chosen, and the focus inside the Outline when another trail replaces its rows.
 */
function TabStop({
  root,
  row,
  onReady,
}: {
  readonly root: string;
  readonly row: string | null;
  /** Is given the way to move the focus to a row. */
  readonly onReady: (focusRow: (key: string) => void) => void;
}): ReactNode {
  const state = useContext(TableStateContext);
  const anchor = useRef<HTMLSpanElement>(null);
  const manager = state?.selectionManager;
  const shownRoot = useRef(root);
  useEffect(() => {
    onReady((key) => manager?.setFocusedKey(key));
  });
  useEffect(() => {
    if (manager === undefined || row === null) return;
    const changed = shownRoot.current !== root;
    shownRoot.current = root;
    if (manager.focusedKey !== row && (!manager.isFocused || changed)) manager.setFocusedKey(row);
    const table = anchor.current?.closest('[role="treegrid"]');
    const shown = table?.querySelector(`[data-row="${CSS.escape(row)}"]`) ?? null;
    scrollWithin(table?.parentElement, shown);
  }, [manager, root, row]);
  return <span ref={anchor} />;
}

function chosenRow(
  rows: readonly OutlineRow[],
  selection: string | null,
  walked: string | null,
): OutlineRow | null {
  const same = rows.filter((row) => row.node === selection);
  return (
    same.find((row) => keyOf(row) === walked) ??
    same.find((row) => row.kind !== 'line') ??
    same[0] ??
    null
  );
}

function keyOf(row: OutlineRow): string {
  return String(row.number);
}

function nodeOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-node]')?.dataset['node'] ?? null;
}

import { memo, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
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
import { repeatText } from '../trail/outline.ts';
import type { OutlineRow } from '../trail/outline-row.ts';
import { survivorOf } from '../trail/toggle.ts';
import { FallMark, StandingMark, StatusMark, WithdrawnMark } from './Marks.tsx';
import { scrollWithin } from './scroll-within.ts';
import type { PagePoint } from './ThingMenu.tsx';
import type { TrailDeeds } from './use-deeds.ts';

/** The trail as a tree to be read, walked by keyboard, and heard: the equal of the drawing. */
export const Outline = memo(function Outline({
  store,
  tree,
  rows,
  root,
  deeds,
  within,
  onFocusNode,
  onMenu,
}: {
  readonly store: ViewStore;
  readonly tree: readonly OutlineRow[];
  /** The same rows, in reading order. */
  readonly rows: readonly OutlineRow[];
  /** The claim at the root of the trail. */
  readonly root: string;
  readonly deeds: TrailDeeds;
  /** The studies of the cluster that is chosen; null where none is. */
  readonly within: ReadonlySet<string> | null;
  /** The node of the row that has the focus; null where the focus is elsewhere. */
  readonly onFocusNode: (id: string | null) => void;
  /** What can be done with a thing is asked for. */
  readonly onMenu: (id: string, at: PagePoint) => void;
}): ReactNode {
  const view = useView(store);
  const [walked, setWalked] = useState<string | null>(null);
  const byPointer = useRef(false);
  const focusRow = useRef((_key: string): void => undefined);
  const byKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const chosen = chosenRow(rows, view.selection, walked);
  const expanded = rows.filter((row) => row.children.length > 0).map((row) => row.key);

  const choose = (key: string): void => {
    const row = byKey.get(key);
    if (row === undefined) return;
    setWalked(key);
    store.dispatch({ type: byPointer.current ? 'select' : 'walk', id: row.node });
  };
  const toggle = (row: OutlineRow): void => {
    if (row.kind === 'more') deeds.expand(row.node);
    else if (row.repeats === null) deeds.toggle(row.foldKey ?? row.node);
  };
  const onKey = (event: KeyboardEvent): void => {
    byPointer.current = false;
    const row = rowAt(event.target, byKey);
    if (
      row === undefined ||
      !(event.target instanceof HTMLElement && 'row' in event.target.dataset)
    )
      return;
    const [child] = row.children;
    const menu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    // Rows are what has the focus here, never their cells.
    const taken =
      menu ||
      event.key === ' ' ||
      (event.key === 'ArrowRight' && (child !== undefined || !row.isFolded)) ||
      (event.key === 'ArrowLeft' && row.level === 1 && child === undefined);
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
    if (menu) onMenu(row.node, middleOf(event.target));
    if (event.key === ' ') toggle(row);
    if (event.key === 'ArrowRight' && child !== undefined) {
      focusRow.current(child.key);
      choose(child.key);
    }
  };
  const onFocus = (event: FocusEvent): void => {
    const row = rowAt(event.target, byKey);
    onFocusNode(row?.node ?? null);
    const cell =
      event.target instanceof HTMLElement &&
      event.target.matches('[role="gridcell"], [role="rowheader"]');
    if (cell && row !== undefined) focusRow.current(row.key);
  };
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowAt(event.target, byKey);
    if (row === undefined) return;
    event.preventDefault();
    onMenu(row.node, { x: event.clientX, y: event.clientY });
  };

  return (
    <div
      className="outline-scroll"
      onPointerDownCapture={() => (byPointer.current = true)}
      onKeyDownCapture={onKey}
      onFocus={onFocus}
      onBlur={() => onFocusNode(null)}
      onContextMenu={onContextMenu}
    >
      <Table
        className="outline"
        aria-label="Outline: the trail as a tree"
        treeColumn="what"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen.key]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) choose(String(key));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          for (const row of rows) {
            const isOpen = row.children.length > 0;
            if (isOpen !== keys.has(row.key) && (isOpen || row.isFolded)) toggle(row);
          }
        }}
        onRowAction={(key) => {
          const row = byKey.get(String(key));
          if (row?.kind === 'claim') store.dispatch({ type: 'open', claim: row.node });
          if (row?.kind === 'more') toggle(row);
        }}
      >
        <TableHeader>
          <Column id="what" isRowHeader>
            What rests on what
            <TabStop
              root={root}
              rows={rows}
              row={chosen?.key ?? null}
              isWalked={chosen !== null && chosen.key === walked}
              onReady={(focus) => (focusRow.current = focus)}
            />
          </Column>
          <Column id="stance">Stance</Column>
          <Column id="standing">Standing</Column>
          <Column id="year">Year</Column>
          <Column id="place">Place</Column>
        </TableHeader>
        <TableBody items={tree} dependencies={[view.also, within]}>
          {(row) => <OutlineRowView row={row} also={view.also} within={within} />}
        </TableBody>
      </Table>
    </div>
  );
});

function OutlineRowView({
  row,
  also,
  within,
}: {
  readonly row: OutlineRow;
  readonly also: readonly string[];
  readonly within: ReadonlySet<string> | null;
}): React.ReactElement {
  const opens = row.children.length > 0 || row.isFolded;
  const isNode = row.kind !== 'line' && row.kind !== 'more';
  return (
    <Row
      id={row.key}
      textValue={row.text}
      className={row.void ? 'outline-void' : ''}
      data-id={isNode ? row.node : undefined}
      data-node={row.node}
      data-row={row.number}
      data-kind={row.kind}
      data-links={row.links.join('\n') || undefined}
      data-also={isNode && also.includes(row.node) ? '' : undefined}
      hasChildItems={opens}
    >
      <Cell>
        <span className="outline-what">
          {opens ? (
            <Button slot="chevron" className="chevron">
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M6 4l4 4-4 4" />
              </svg>
            </Button>
          ) : (
            <span className="chevron" aria-hidden="true" />
          )}
          <span className="row-number">{row.number}</span>
          <RowText row={row} isWithin={within?.has(row.node) ?? false} />
        </span>
      </Cell>
      <Cell>
        {row.stance === '' ? null : (
          <span className={`stance-word stance-word-${row.stance}`}>{row.stance}</span>
        )}
      </Cell>
      <Cell>
        {row.standing === null ? null : row.before === null ? (
          <StandingMark standing={row.standing} />
        ) : (
          <FallMark before={row.before} after={row.standing} />
        )}
      </Cell>
      <Cell>{row.year}</Cell>
      <Cell>{row.place}</Cell>
      <Collection items={row.children} dependencies={[also, within]}>
        {(child) => <OutlineRowView row={child} also={also} within={within} />}
      </Collection>
    </Row>
  );
}

function RowText({
  row,
  isWithin,
}: {
  readonly row: OutlineRow;
  readonly isWithin: boolean;
}): ReactNode {
  const repeat = repeatText(row);
  const struck = row.kind === 'study' && row.status === 'retracted';
  return (
    <span className={`outline-text outline-${row.kind}`}>
      <span className={struck ? 'struck' : undefined}>{row.text}</span>
      {row.status === null ? null : (
        <>
          {' '}
          <StatusMark status={row.status} />
        </>
      )}
      {row.withdrawn ? (
        <>
          {' '}
          <WithdrawnMark />
        </>
      ) : null}
      {row.void ? <span className="quiet"> — counts for nothing</span> : null}
      {isWithin && row.kind === 'study' ? (
        <span className="quiet"> — in the chosen cluster</span>
      ) : null}
      {row.isFolded ? <span className="quiet"> — folded</span> : null}
      {repeat === null ? null : <span className="quiet"> — {repeat}</span>}
    </span>
  );
}

/**
 * Keeps the Outline's tab stop on the row that is chosen, wherever it was
 * chosen, and the focus inside the Outline when rows go or another trail
 * replaces them.
 */
function TabStop({
  root,
  rows,
  row,
  isWalked,
  onReady,
}: {
  readonly root: string;
  readonly rows: readonly OutlineRow[];
  readonly row: string | null;
  /** Whether it was chosen here: then the focus is where it should be. */
  readonly isWalked: boolean;
  /** Is given the way to move the focus to a row. */
  readonly onReady: (focusRow: (key: string) => void) => void;
}): ReactNode {
  const state = useContext(TableStateContext);
  const anchor = useRef<HTMLSpanElement>(null);
  const manager = state?.selectionManager;
  const shownRoot = useRef(root);
  const shownRow = useRef(row);
  useEffect(() => {
    onReady((key) => manager?.setFocusedKey(key));
  });
  useEffect(() => {
    const focused = manager?.focusedKey ?? null;
    if (manager === undefined || focused === null) return;
    const survivor = survivorOf(String(focused), rows);
    if (survivor !== null && survivor.key !== focused) manager.setFocusedKey(survivor.key);
  }, [manager, rows]);
  useEffect(() => {
    if (manager === undefined || row === null) return;
    const changed = shownRoot.current !== root;
    shownRoot.current = root;
    const elsewhere = shownRow.current !== row && !isWalked;
    shownRow.current = row;
    const moves = !manager.isFocused || changed || elsewhere;
    // Until the focus has been here the tab stop is the table itself, which hands it to the chosen row.
    const { focusedKey } = manager;
    if (focusedKey !== null && focusedKey !== row && moves) manager.setFocusedKey(row);
    const table = anchor.current?.closest('[role="treegrid"]');
    const number = rows.find((each) => each.key === row)?.number;
    const shown = table?.querySelector(`[data-row="${number}"]`) ?? null;
    scrollWithin(table?.parentElement, shown);
  }, [manager, root, row, rows, isWalked]);
  return <span ref={anchor} />;
}

function chosenRow(
  rows: readonly OutlineRow[],
  selection: string | null,
  walked: string | null,
): OutlineRow | null {
  const same = rows.filter((row) => row.node === selection);
  return (
    same.find((row) => row.key === walked) ??
    same.find((row) => row.kind !== 'line') ??
    same[0] ??
    null
  );
}

function rowAt(
  target: EventTarget,
  byKey: ReadonlyMap<string, OutlineRow>,
): OutlineRow | undefined {
  if (!(target instanceof Element)) return undefined;
  const number = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row']);
  return [...byKey.values()][number - 1];
}

function middleOf(target: EventTarget): PagePoint {
  const box = target instanceof Element ? target.getBoundingClientRect() : new DOMRect();
  return { x: box.left + Math.min(box.width / 2, 160), y: box.bottom };
}

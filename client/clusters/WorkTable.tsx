import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import type { StudyNameFragment } from '../api/operations.generated.ts';
import { yearText } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { StudyLabel } from '../views/Marks.tsx';
import { colourClass } from './map-parts.tsx';
import { menuAsked } from './use-menu.tsx';
import type { OpenMenu } from './use-menu.tsx';
import { listFocus, RowFocus } from './RowFocus.tsx';
import type { FocusRow } from './RowFocus.tsx';

/** What a row tells of a work. */
export interface WorkRow {
  readonly study: StudyNameFragment & { readonly year: number | null };
  readonly colour: number | null;
  /** Figures or words under the headings that the table is given. */
  readonly told: readonly string[];
}

/** Works as a list, walked by keyboard and heard: the equal of the drawing. */
export function WorkTable({
  store,
  name,
  headings,
  rows,
  chosen,
  onFocusWork,
  onMenu,
}: {
  readonly store: ViewStore;
  /** What it is a list of. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly WorkRow[];
  readonly chosen: string | null;
  readonly onFocusWork: (id: string | null) => void;
  /** What can be done with a work is asked for. */
  readonly onMenu: OpenMenu;
}): ReactNode {
  const byPointer = useRef(false);
  const focusRow = useRef<FocusRow>(() => undefined);
  const isHere = rows.some(({ study }) => study.id === chosen);
  const askMenu = (event: React.KeyboardEvent | React.MouseEvent): void => {
    const asked = menuAsked(event.nativeEvent, event.target);
    const row = rows.find(({ study }) => study.id === asked?.id);
    if (asked === null || row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMenu({ id: asked.id, kind: 'STUDY', label: row.study.shortLabel }, asked.at);
  };
  return (
    <div
      onPointerDownCapture={() => (byPointer.current = true)}
      onKeyDownCapture={(event) => {
        byPointer.current = false;
        // The table would keep it.
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          store.dispatch({ type: 'backOut' });
        }
        askMenu(event);
      }}
      onFocus={({ target }) => onFocusWork(listFocus(target, focusRow.current))}
      onContextMenu={(event) => askMenu(event)}
      onBlur={() => onFocusWork(null)}
    >
      <Table
        className="outline cluster-table work-table"
        aria-label={name}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={isHere && chosen !== null ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key === undefined) return;
          store.dispatch({ type: byPointer.current ? 'select' : 'walk', id: String(key) });
        }}
        onRowAction={(key) => store.dispatch({ type: 'openWork', id: String(key) })}
      >
        <TableHeader>
          <Column id="work" isRowHeader>
            Work
            <RowFocus chosen={chosen} onReady={(focus) => (focusRow.current = focus)} />
          </Column>
          <Column id="year">Year</Column>
          {headings.map((heading) => (
            <Column key={heading} id={heading}>
              {heading}
            </Column>
          ))}
        </TableHeader>
        <TableBody
          items={rows.map((row) => ({ ...row, id: row.study.id }))}
          dependencies={[headings]}
        >
          {({ id, study, colour, told }) => (
            <Row id={id} data-id={id} textValue={study.shortLabel}>
              <Cell>
                <span className="cluster-name">
                  <span className={`swatch swatch-plain ${colourClass(colour)}`} />
                  <span>
                    <StudyLabel study={study} />{' '}
                    <span className="quiet work-title">{study.title ?? ''}</span>
                  </span>
                </span>
              </Cell>
              <Cell>{yearText(study.year)}</Cell>
              {told.map((text, index) => (
                <Cell key={headings[index]}>
                  <span className="cell-heading" aria-hidden="true">
                    {headings[index]}:{' '}
                  </span>
                  {text}
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}

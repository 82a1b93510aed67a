import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import type { StudyNameFragment } from '../api/operations.generated.ts';
import { yearText } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { StudyLabel } from '../views/Marks.tsx';
import { colourClass } from './map-parts.tsx';
import { useList } from './use-list.ts';
import type { OpenMenu } from './use-menu.tsx';
import { RowFocus } from './RowFocus.tsx';
import './cluster-table.css';

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
  const list = useList({
    store,
    thingOf: (id) => {
      const row = rows.find(({ study }) => study.id === id);
      return row && { id, kind: 'STUDY', label: row.study.shortLabel };
    },
    onFocusThing: onFocusWork,
    onMenu,
  });
  const isHere = rows.some(({ study }) => study.id === chosen);
  return (
    <div {...list.frame}>
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
          store.dispatch({ type: list.byPointer.current ? 'select' : 'walk', id: String(key) });
        }}
        onRowAction={(key) => store.dispatch({ type: 'openWork', id: String(key) })}
      >
        <TableHeader>
          <Column id="work" isRowHeader>
            Work
            <RowFocus chosen={chosen} onReady={list.onReady} />
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

import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { ToldRecord, ToldUpdate } from '../api/import.ts';
import { FieldList } from '../curation/FieldList.tsx';
import { kindWord } from '../curation/values.ts';
import { capitalise, count as counted } from '../language/words.ts';
import { number } from './words.ts';

type Row = ToldRecord & Partial<Pick<ToldUpdate, 'fields' | 'fieldCount'>>;

const LAYOUT = { estimatedRowHeight: 44, gap: 0 };

/** Records of one sort: only those in sight are there, however many there are. */
export function RecordRows({
  label,
  rows,
  total,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  /** How many there are, be they among the rows or not. */
  readonly total: number;
}): ReactNode {
  // One record may stand twice, for two reasons.
  const items = rows.map((row, place) => ({ ...row, key: String(place) }));
  return (
    <>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <GridList className="plan-rows" aria-label={label} items={items}>
          {(row) => (
            <GridListItem id={row.key} className="plan-row" textValue={row.name ?? row.id}>
              <RecordTold record={row} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
      <Beyond shown={rows.length} total={total} />
    </>
  );
}

/** That there are more than are listed. */
export function Beyond({
  shown,
  total,
}: {
  readonly shown: number;
  readonly total: number;
}): ReactNode {
  return total <= shown ? null : (
    <p className="plan-beyond quiet">
      The first {number(shown)} are listed, and there are {number(total - shown)} more.
    </p>
  );
}

/** What a record is, where it stands in the source, and what of it changes. */
export function RecordTold({ record }: { readonly record: Row }): ReactNode {
  const { kind, id, name, line, fields = [], fieldCount = 0 } = record;
  return (
    <>
      <p className="plan-record">
        {kind === '' ? null : <span className="plan-kind quiet">{capitalise(kindWord(kind))}</span>}
        <span className={kind === '' ? 'plan-name plan-alone' : 'plan-name'}>{name ?? id}</span>
        {line === null ? null : <span className="plan-line quiet">line {number(line)}</span>}
      </p>
      {fields.length === 0 ? null : <FieldList fields={fields} of={id} />}
      {fieldCount > fields.length ? (
        <p className="quiet">and {counted(fieldCount - fields.length, 'more field')}</p>
      ) : null}
    </>
  );
}

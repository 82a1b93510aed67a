import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { ToldConflict, ToldImport } from '../api/import.ts';
import { fieldWord, valueText } from '../curation/values.ts';
import { capitalise } from '../language/words.ts';
import { importDesk } from './desk.ts';
import type { ImportState } from './import-state.ts';
import { Beyond, RecordTold } from './RecordRows.tsx';

const LAYOUT = { estimatedRowHeight: 170, gap: 0 };

/** What is in the way: pairs that may be one work, what people set otherwise, and the rest. */
export function ConflictRows({
  state,
  report,
  total,
}: {
  readonly state: ImportState;
  readonly report: ToldImport;
  readonly total: number;
}): ReactNode {
  const { doubts, allApart, keepEdits } = state;
  const others = report.conflicts.filter(({ other }) => other === null);
  const isEdited = others.some(({ isEdit }) => isEdit);
  const rows = [...doubts, ...others].map((conflict, place) => ({
    ...conflict,
    key: conflict.other === null ? `other ${place}` : conflict.id,
  }));
  const answered = { answers: state.answers, allApart };
  if (rows.length === 0) return null;
  return (
    <>
      {doubts.length > 1 ? (
        <label className="choice">
          <input
            type="checkbox"
            checked={allApart}
            onChange={(event) => importDesk.settle({ type: 'allApart', on: event.target.checked })}
          />
          <span>All of these are other works than those they may be</span>
        </label>
      ) : null}
      {isEdited || keepEdits ? (
        <label className="choice">
          <input
            type="checkbox"
            checked={keepEdits}
            onChange={(event) => importDesk.settle({ type: 'keepEdits', on: event.target.checked })}
          />
          <span>Keep what people set; the rest of the source is brought in</span>
        </label>
      ) : null}
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <GridList
          className="plan-rows"
          aria-label="Conflict"
          items={rows}
          dependencies={[answered]}
          keyboardNavigationBehavior="tab"
        >
          {(row) => (
            <GridListItem id={row.key} className="plan-row" textValue={row.name ?? row.id}>
              {row.other === null ? (
                <OtherConflict conflict={row} />
              ) : (
                <Doubt doubt={row} {...answered} />
              )}
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
      <Beyond shown={report.conflicts.length} total={total} />
    </>
  );
}

/** Two records that may be one work: both, and which it is. */
function Doubt({
  doubt,
  answers,
  allApart,
}: {
  readonly doubt: ToldConflict;
  readonly answers: ImportState['answers'];
  readonly allApart: boolean;
}): ReactNode {
  const { id, other, name, line, kind, yours, theirs, reason } = doubt;
  const question = `Is it the same work: ${name ?? yours ?? id}`;
  const answer = allApart ? null : answers.get(id);
  const choose = (is: string | null): void => importDesk.settle({ type: 'answer', record: id, is });
  return (
    <>
      <RecordTold record={{ kind, id, name: '', line }} />
      <dl className="both-values">
        <div>
          <dt>In the source</dt>
          <dd>{yours ?? id}</dd>
        </div>
        <div>
          <dt>What it may be</dt>
          <dd>{theirs === null || theirs === '' ? other : theirs}</dd>
        </div>
      </dl>
      <p className="quiet">{reason}</p>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset’s legend would say the title a third time */}
      <div className="plan-answers" role="group" aria-label={question}>
        <button
          type="button"
          className="button small answer"
          aria-pressed={answer === other}
          onClick={() => choose(other)}
        >
          The same work
        </button>
        <button
          type="button"
          className="button small answer"
          aria-pressed={answer === null}
          onClick={() => choose(null)}
        >
          Another work
        </button>
      </div>
    </>
  );
}

function OtherConflict({ conflict }: { readonly conflict: ToldConflict }): ReactNode {
  const { reason, field, yours, theirs } = conflict;
  return (
    <>
      <RecordTold record={conflict} />
      <p>{reason}</p>
      {field === null ? null : (
        <dl className="both-values">
          <div>
            <dt>{capitalise(fieldWord(field))}, in the source</dt>
            <dd>{valueText(yours)}</dd>
          </div>
          <div>
            <dt>{capitalise(fieldWord(field))}, as people set it</dt>
            <dd>{valueText(theirs)}</dd>
          </div>
        </dl>
      )}
    </>
  );
}

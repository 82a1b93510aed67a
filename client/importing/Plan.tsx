import type { ReactNode } from 'react';
import { Columns } from './Columns.tsx';
import { importDesk } from './desk.ts';
import { Failed } from './Failed.tsx';
import { isPlanCurrent, isWork, nameOf } from './import-state.ts';
import type { ImportState } from './import-state.ts';
import { PlanTabs } from './PlanTabs.tsx';
import { Running } from './Running.tsx';
import { ImportFormatsDocument } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { useAnswer } from '../views/use-answer.ts';
import { applyText, sizeText } from './words.ts';

/** What bringing a source in would do, and the way to have it done. */
export function Plan({
  state,
  mayWrite,
  onSignIn,
}: {
  readonly state: ImportState;
  readonly mayWrite: boolean;
  readonly onSignIn: () => void;
}): ReactNode {
  const { stage, report } = state;
  return (
    <div className="import-plan">
      <SourceLine state={state} />
      {isWork(stage) && report === null ? <Running stage={stage} /> : null}
      {stage.is === 'cancelled' ? <Cancelled was={stage.was} /> : null}
      {stage.is === 'failed' ? <Failed state={state} stage={stage} onSignIn={onSignIn} /> : null}
      {report?.table === undefined ? null : (
        <Columns state={state} table={report.table} isAsked={report.isRefused} />
      )}
      {report === null ? null : (
        <div className={isPlanCurrent(state) ? 'answered' : 'answered dimmed'}>
          <PlanTabs state={state} report={report} />
        </div>
      )}
      {/* Below what is looked through, which stays where it is. */}
      {isWork(stage) && report !== null ? <Running stage={stage} /> : null}
      {report === null ? null : <ApplyBar state={state} report={report} mayWrite={mayWrite} />}
    </div>
  );
}

/** Which source this is of. */
function SourceLine({ state }: { readonly state: ImportState }): ReactNode {
  const { file, text, report } = state;
  const formats = useAnswer(ImportFormatsDocument, {}).data?.importFormats ?? [];
  const read = report?.source.format;
  const name = report?.source.name ?? nameOf(state);
  const size = file === null ? `${count(text.length, 'character')} of text` : sizeText(file.size);
  const format = formats.find((each) => each.format === read)?.name ?? read;
  return (
    <p className="import-source">
      <strong>{name === '' ? 'A text without a name' : name}</strong>{' '}
      <span className="quiet">
        {size}
        {format === undefined ? '' : `, read as ${format}`}
      </span>
      <button
        type="button"
        className="correct"
        aria-disabled={state.stage.is === 'applying'}
        onClick={() => importDesk.dispatch({ type: 'chooseAgain' })}
      >
        Change
      </button>
    </p>
  );
}

function Cancelled({ was }: { readonly was: 'planning' | 'applying' }): ReactNode {
  return (
    <div className="import-note correction-note">
      <output>Cancelled: nothing was written.</output>
      {was === 'planning' ? (
        <button type="button" className="button small" onClick={importDesk.plan} data-next>
          Show what it would do
        </button>
      ) : null}
    </div>
  );
}

/** What applying comes to, on its button; or why there is nothing to apply yet. */
function ApplyBar({
  state,
  report,
  mayWrite,
}: {
  readonly state: ImportState;
  readonly report: NonNullable<ImportState['report']>;
  readonly mayWrite: boolean;
}): ReactNode {
  const { counts, isRefused } = report;
  if (isRefused) return null;
  const isNothing = counts.created + counts.updated + counts.removed + counts.conflicts === 0;
  if (isNothing && counts.matched > 0)
    return <p className="import-bar">All of it is here already: there is nothing to apply.</p>;
  const { stage } = state;
  const isReady =
    isPlanCurrent(state) && stage.is !== 'applying' && counts.conflicts === 0 && mayWrite;
  return (
    <div className="import-bar">
      <button
        type="button"
        className="button primary"
        aria-disabled={!isReady}
        data-next={stage.is === 'cancelled' ? true : undefined}
        onClick={() => {
          if (isReady) importDesk.apply();
        }}
      >
        {applyText(report)}
      </button>
      {counts.conflicts > 0 ? (
        <span className="quiet">
          Settle {count(counts.conflicts, 'conflict')} first: nothing is written until then.
        </span>
      ) : null}
    </div>
  );
}

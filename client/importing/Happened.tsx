import { useState } from 'react';
import type { ReactNode } from 'react';
import { importDesk } from './desk.ts';
import type { ImportState } from './import-state.ts';
import { appliedText, besidesText, deedName } from './words.ts';

/** What was done, and the way to take it back in one step. */
export function Happened({ state }: { readonly state: ImportState }): ReactNode {
  const { stage, report } = state;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (report === null) return null;
  const undo = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await importDesk.undo();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The page could not do that.');
    } finally {
      setBusy(false);
    }
  };
  const isUndone = stage.is === 'undone';
  const besides = besidesText(report);
  return (
    <>
      <output className="import-done">
        {isUndone
          ? `Undone: ${deedName(report.source.name)}. What was here before is as it was.`
          : appliedText(report)}
      </output>
      {besides === '' || isUndone ? null : <p className="quiet">{besides}</p>}
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="correction-buttons">
        {isUndone || report.change === null ? null : (
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => void undo()}
            data-next
          >
            {busy ? 'Undoing…' : 'Undo'}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => importDesk.dispatch({ type: 'startOver' })}
          data-next={isUndone || report.change === null ? true : undefined}
        >
          Import something else
        </button>
      </div>
    </>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ChangeToldFragment } from '../api/operations.generated.ts';
import { capitalise } from '../language/words.ts';
import { say } from '../state/notices.ts';
import { pageUndo } from '../state/undo.ts';
import { refreshAnswers } from '../views/use-answer.ts';
import { useViewer } from '../views/viewer.ts';
import { whatText, whenText } from './change-words.ts';
import { newKey } from './send.ts';
import { revert, revertedChange } from './undoable.ts';

/** One change: who, when, why, what it did, and for a curator the way to take it back or bring it again. */
export function ChangeTold({
  change,
  children,
}: {
  readonly change: ChangeToldFragment;
  /** Which fields, before and after. */
  readonly children: ReactNode;
}): ReactNode {
  const { number, at, who, why, isUndone } = change;
  return (
    <article
      className={isUndone ? 'change change-undone' : 'change'}
      aria-label={`Change ${number}`}
    >
      <p className="change-head">
        <strong>{capitalise(whatText(change))}</strong>
        {isUndone ? <span className="change-mark">undone</span> : null}
      </p>
      <p className="quiet change-who">
        {who}, <time dateTime={at}>{whenText(at)}</time> · change {number}
      </p>
      {why === null ? null : <p className="change-why">“{why}”</p>}
      {children}
      <RevertButton change={change} />
    </article>
  );
}

function RevertButton({ change }: { readonly change: ChangeToldFragment }): ReactNode {
  const { role } = useViewer();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (role !== 'CURATOR') return null;
  const { number, isUndone } = change;
  const way = isUndone ? 'redo' : 'undo';
  const carryOut = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await revert(way, number, newKey());
      pageUndo.push(revertedChange(way, number));
      say(`Change ${number} is ${way === 'undo' ? 'undone' : 'back again'}.`, 'undo');
      refreshAnswers();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The page could not do that.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="correct"
        aria-disabled={busy}
        aria-label={`${isUndone ? 'Redo' : 'Undo'} this change: ${number}`}
        onClick={() => void carryOut()}
      >
        {isUndone ? 'Redo this change' : 'Undo this change'}
      </button>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

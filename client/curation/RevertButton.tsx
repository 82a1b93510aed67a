import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { RedoChangeDocument, UndoChangeDocument } from '../api/operations.generated.ts';
import type { ChangeToldFragment } from '../api/operations.generated.ts';
import { say } from '../state/notices.ts';
import { pageUndo } from '../state/undo.ts';
import { refreshAnswers } from '../api/answers.ts';
import { isLarge } from './change-words.ts';
import { DryRunTold } from './DryRunTold.tsx';
import { change as carryOutOrPlan, newKey } from './send.ts';
import { revert, revertedChange } from './undoable.ts';
import { useDryRun } from './use-dry-run.ts';

/** Takes one change back, or brings it again; what is large is told first, and asked for again. */
export function RevertButton({ change }: { readonly change: ChangeToldFragment }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { number, isUndone } = change;
  const way = isUndone ? 'redo' : 'undo';

  const carryOut = async (): Promise<void> => {
    if (busy) return;
    button.current?.focus();
    setAsking(false);
    setBusy(true);
    setProblem(null);
    try {
      await revert(way, number, newKey());
      const told = `Change ${number} is ${isUndone ? 'back again' : 'undone'}.`;
      pageUndo.push(revertedChange(way, number));
      say(told, 'undo');
      setDone(told);
      refreshAnswers();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The page could not do that.');
    } finally {
      setBusy(false);
    }
  };
  const word = isUndone ? 'Redo' : 'Undo';
  return (
    <>
      <button
        ref={button}
        type="button"
        className="correct"
        aria-disabled={busy}
        aria-label={`${word} this change: ${number}`}
        aria-expanded={isLarge(change) ? asking : undefined}
        onClick={() => {
          if (isLarge(change)) setAsking(!asking);
          else void carryOut();
        }}
      >
        {word} this change
      </button>
      {asking ? <Asked number={number} way={way} word={word} onGo={() => void carryOut()} /> : null}
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {/* In a dialog the page’s own message is out of reach. */}
      <output className="aloud">{done}</output>
    </>
  );
}

/** What taking back a large change would do, and whether it is to be done. */
function Asked({
  number,
  way,
  word,
  onGo,
}: {
  readonly number: number;
  readonly way: 'undo' | 'redo';
  readonly word: string;
  readonly onGo: () => void;
}): ReactNode {
  const document = way === 'undo' ? UndoChangeDocument : RedoChangeDocument;
  const planned = useDryRun(
    `${way} ${number}`,
    () => carryOutOrPlan(document, { number, dryRun: true, key: null }),
    '',
  );
  return (
    <div className="correction">
      <DryRunTold planned={planned} />
      {planned.report === null || planned.report.plan.conflicts > 0 ? null : (
        <button type="button" className="button small" onClick={onGo}>
          {word} all of it
        </button>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { ChangeToldFragment } from '../api/operations.generated.ts';
import { capitalise } from '../language/words.ts';
import { useViewer } from '../views/viewer.ts';
import { whatText, whenText } from './change-words.ts';
import { RevertButton } from './RevertButton.tsx';

/** One change: who, when, why, what it did, and for a curator the way to take it back or bring it again. */
export function ChangeTold({
  change,
  children,
}: {
  readonly change: ChangeToldFragment;
  /** Which fields, before and after. */
  readonly children: ReactNode;
}): ReactNode {
  const { role } = useViewer();
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
      {role === 'CURATOR' ? <RevertButton change={change} /> : null}
    </article>
  );
}

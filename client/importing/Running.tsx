import type { ReactNode } from 'react';
import { useLate } from '../views/use-answer.ts';
import { importDesk } from './desk.ts';
import type { ImportState } from './import-state.ts';
import { isWork } from './import-state.ts';
import { progressText } from './words.ts';

/** After this long what is under way can be given up; it is named before. */
const LONG = 1000;

/** How far something is, and the way to give it up: what is half written is taken back. */
export function Running({
  stage,
}: {
  readonly stage: Extract<ImportState['stage'], { readonly progress: unknown }>;
}): ReactNode {
  const { progress, isCancelling } = stage;
  const isNoticed = useLate(isWork(stage));
  const isLong = useLate(isWork(stage), LONG);
  if (!isNoticed) return null;
  return (
    <div className="import-running">
      <output>{isCancelling ? 'Cancelling…' : progressText(progress)}</output>
      <progress aria-label="How far it is" {...amountOf(progress)} />
      {isLong ? (
        <button
          type="button"
          className="button small"
          aria-disabled={isCancelling}
          onClick={importDesk.cancel}
          data-next
        >
          Cancel
        </button>
      ) : null}
    </div>
  );
}

/** Nothing where it cannot be told how far it is. */
function amountOf(
  progress: Extract<ImportState['stage'], { readonly progress: unknown }>['progress'],
): { readonly value?: number; readonly max?: number } {
  const { done = 0, total = null } = progress ?? {};
  return total === null || done === 0 ? {} : { value: done, max: total };
}

import type { ReactNode } from 'react';
import { PlanTold } from './PlanTold.tsx';
import type { DryRun } from './use-dry-run.ts';

/** What a change would do, as far as it is worked out. */
export function DryRunTold({ planned }: { readonly planned: DryRun }): ReactNode {
  const { report, error, waiting, retry } = planned;
  return (
    <div aria-live="polite">
      {waiting ? <p className="quiet">Working out what this will do…</p> : null}
      {report === null ? null : <PlanTold plan={report.plan} />}
      {error === null ? null : (
        <div className="problem">
          <p>
            {error.code === 'FORBIDDEN'
              ? 'Your session has ended, so what this will do cannot be worked out.'
              : error.message}
          </p>
          {error.retriable ? (
            <button type="button" className="button small" onClick={retry}>
              Try again
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

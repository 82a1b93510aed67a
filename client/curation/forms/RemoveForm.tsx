import type { ReactNode } from 'react';
import { RemoveLinkDocument } from '../../api/operations.generated.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { FormFrame } from '../FormFrame.tsx';
import { PlanTold } from '../PlanTold.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { useDryRun } from '../use-dry-run.ts';

/** Takes a link away, after it was said what goes with it. */
export function RemoveForm({
  task,
  revision,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'remove' }>>): ReactNode {
  const { id, about, consequence } = task;
  const correction = useCorrection(
    {
      initial: {},
      check: () => ({}),
      send: async (_fields, terms) => [await change(RemoveLinkDocument, { id, change: terms })],
      name: `unlinking of ${about}`,
      saved: 'Unlinked.',
      isReady: true,
    },
    { task, revision, ...rest },
  );
  const planned = useDryRun(
    id,
    (terms) => change(RemoveLinkDocument, { id, change: terms }),
    revision,
  );
  return (
    <FormFrame title="Unlink" about={about} save="Unlink" correction={correction}>
      <p>{consequence} It stays in the history, and can be brought back.</p>
      {planned.report === null ? null : <PlanTold plan={planned.report.plan} />}
    </FormFrame>
  );
}

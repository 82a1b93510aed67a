import type { ReactNode } from 'react';
import { capitalise } from '../language/words.ts';
import type { Planned } from './send.ts';
import { fieldWord, valueText } from './values.ts';

/** What others changed meanwhile: both values side by side, and whose is to stay. */
export function Conflicts({
  conflicts,
  onMine,
  onTheirs,
}: {
  readonly conflicts: readonly Planned[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}): ReactNode {
  const reasons = new Set(
    conflicts.flatMap((each) => (each.field === null ? each.reason : []) ?? []),
  );
  const fields = conflicts.filter((each) => each.field !== null);
  return (
    <div className="problem conflict" role="alert">
      <p>Somebody changed this while you were typing. Nothing was saved yet.</p>
      {[...reasons].map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {fields.map(({ id, field, yours, theirs }) => (
        <dl key={`${id} ${field}`} className="both-values">
          <div>
            <dt>{capitalise(fieldWord(field ?? ''))}, yours</dt>
            <dd>{valueText(yours)}</dd>
          </div>
          <div>
            <dt>{capitalise(fieldWord(field ?? ''))}, theirs</dt>
            <dd>{valueText(theirs)}</dd>
          </div>
        </dl>
      ))}
      <div className="correction-buttons">
        <button type="button" className="button small" onClick={onMine}>
          Keep mine
        </button>
        <button type="button" className="button small" onClick={onTheirs}>
          Take theirs
        </button>
      </div>
    </div>
  );
}

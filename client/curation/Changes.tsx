import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ChangeFieldsDocument, ChangesDocument } from '../api/operations.generated.ts';
import type {
  ChangesQuery,
  ChangesQueryVariables,
  ChangeToldFragment,
} from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { Beyond } from '../views/inspector-parts.tsx';
import { PagedList } from '../views/PagedList.tsx';
import type { ListWay } from '../views/PagedList.tsx';
import { Answered } from '../views/States.tsx';
import { useAnswer } from '../views/use-answer.ts';
import { ChangeTold } from './ChangeTold.tsx';
import { FieldList } from './FieldList.tsx';

const PAGE_SIZE = 20;
const FIELDS = 50;

const WAY: ListWay<ChangesQuery, ChangesQueryVariables, ChangeToldFragment> = {
  name: 'the changes',
  operation: ChangesDocument,
  variables: (after) => ({ first: PAGE_SIZE, after }),
  connection: (data) => data.changes,
  total: (changes) => count(changes, 'change'),
};

/** All that was changed, the latest first. */
export default function Changes({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="help changes-dialog"
      aria-labelledby="changes-heading"
      onClose={onClose}
    >
      <div className="changes-head">
        <h2 id="changes-heading">Changes</h2>
        <button type="button" className="button small" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <div className="changes">
        <PagedList way={WAY} empty="Nothing was changed yet.">
          {(change) => (
            <li key={change.number}>
              <ChangeTold change={change}>
                <ChangeFields number={change.number} />
              </ChangeTold>
            </li>
          )}
        </PagedList>
      </div>
    </dialog>
  );
}

/** Which fields one change set: asked when it is opened. */
function ChangeFields({ number }: { readonly number: number }): ReactNode {
  const [open, setOpen] = useState(false);
  const answer = useAnswer(ChangeFieldsDocument, open ? { number, first: FIELDS } : null);
  return (
    <details className="change-fields" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        What it did<span className="aloud">: change {number}</span>
      </summary>
      {open ? (
        <Answered answer={answer} lines={2}>
          {({ change }) =>
            change === null || change.fields.totalCount === 0 ? (
              <p className="quiet">What a source first brought is not listed one by one.</p>
            ) : (
              <>
                <FieldList fields={change.fields.nodes} />
                <Beyond shown={change.fields.nodes.length} total={change.fields.totalCount} />
              </>
            )
          }
        </Answered>
      ) : null}
    </details>
  );
}

import { useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { drafts } from '../state/drafts.ts';
import type { ViewStore } from '../state/view-store.ts';
import { draftName } from './correction.ts';
import type { Task } from './correction.ts';
import { useFocusHeir } from './focus-heir.ts';
import { Later } from './Later.tsx';
import { RevisionContext, useViewer } from './viewer.ts';

/** A control that opens a form, by what it says. */
export interface Way {
  readonly label: string;
  readonly task: Task;
}

/** A form that is open: what it is about stays as it was when it was opened, whatever is asked anew. */
interface Opened {
  readonly place: number;
  readonly task: Task;
  readonly revision: string;
}

/** What a curator can put right here, and the form for it in place; nothing for a reader. */
export function Corrections({
  store,
  ways,
}: {
  readonly store: ViewStore;
  readonly ways: readonly Way[];
}): ReactNode {
  const { role, parts } = useViewer();
  const revision = useContext(RevisionContext);
  const [opened, setOpened] = useState<Opened | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useFocusHeir(root);
  // A form that is open stays open when its session ends: what is typed must not be lost.
  if (parts === null || (role !== 'CURATOR' && opened === null)) return null;

  const close = (): void => {
    const buttons = root.current?.querySelectorAll<HTMLElement>('.correct');
    if (opened !== null) buttons?.[opened.place]?.focus();
    setOpened(null);
  };
  return (
    <div ref={root} className="corrections">
      <div className="corrections-row">
        {ways.map(({ label, task }, place) => (
          <button
            key={task.form}
            type="button"
            className="correct"
            aria-expanded={opened?.place === place}
            aria-label={`${label}: ${task.about}`}
            data-verdict={
              task.form === 'verdict' ? (task.item.verdict === null ? 'open' : 'given') : undefined
            }
            onClick={() => {
              if (opened?.place === place) close();
              else if (revision !== null) setOpened({ place, task, revision });
            }}
          >
            {label}
            {drafts.has(draftName(task)) ? <span className="quiet"> (draft)</span> : null}
          </button>
        ))}
      </div>
      {opened === null ? null : (
        <Later
          key={opened.place}
          load={parts.correction}
          props={{ store, task: opened.task, revision: opened.revision, onClose: close }}
        />
      )}
    </div>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { Later } from './Later.tsx';
import { useViewer } from './viewer.ts';

/** What was done to the thing that is chosen: asked when it is opened, and not before. */
export function HistorySection({ id }: { readonly id: string }): ReactNode {
  const { parts } = useViewer();
  const [open, setOpen] = useState(false);
  if (parts === null) return null;
  return (
    <details
      className="inspector-section opens history"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>History</h3>
      </summary>
      {open ? <Later load={parts.history} props={{ id }} /> : null}
    </details>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';

/** A section of the Inspector whose content is there, and asks the server, only while it is open. */
export function OpeningSection({
  title,
  className = '',
  opensAtOnce = false,
  children,
}: {
  readonly title: string;
  readonly className?: string;
  readonly opensAtOnce?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(opensAtOnce);
  return (
    <details
      className={`inspector-section opens ${className}`}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>{title}</h3>
      </summary>
      {open ? children : null}
    </details>
  );
}

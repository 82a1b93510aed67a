import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Later } from './Later.tsx';
import { useViewer } from './viewer.ts';

/** Opens what was changed of late, all of it. */
export function ChangesButton(): ReactNode {
  const { parts } = useViewer();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (parts === null) return null;
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button small"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Changes
      </button>
      {open ? <Later load={parts.changes} props={{ onClose: close }} /> : null}
    </>
  );
}

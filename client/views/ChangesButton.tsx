import { useState } from 'react';
import type { ReactNode } from 'react';
import { DialogButton } from './DialogButton.tsx';
import { useViewer } from './viewer.ts';

/** Opens what was changed of late, all of it. */
export function ChangesButton(): ReactNode {
  const { parts } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (parts === null) return null;
  return (
    <DialogButton
      label="Changes"
      load={parts.changes}
      props={{}}
      isOpen={isOpen}
      onToggle={setOpen}
    />
  );
}

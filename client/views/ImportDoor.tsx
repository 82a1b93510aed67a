import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { BroughtFile } from './correction.ts';
import { DialogButton } from './DialogButton.tsx';
import { useViewer } from './viewer.ts';

/** What the import was opened with: a file that was dropped, or nothing yet. */
export type ImportOpened = { readonly brought: BroughtFile | null } | null;

/** Opens the import: by its button, or by a file that is dropped anywhere on the page. */
export function ImportDoor({
  opened,
  onOpen,
}: {
  readonly opened: ImportOpened;
  readonly onOpen: (opened: ImportOpened) => void;
}): ReactNode {
  const { parts } = useViewer();
  const isDragging = useDroppedFile((file) => onOpen({ brought: { file } }));
  if (parts === null) return null;
  return (
    <>
      {isDragging ? (
        <div className="drop-here" aria-hidden="true">
          Drop it to see what importing it would do
        </div>
      ) : null}
      <DialogButton
        label="Import"
        load={parts.importing}
        props={{ brought: opened?.brought ?? null }}
        isOpen={opened !== null}
        onToggle={(isOpen) => onOpen(isOpen ? { brought: null } : null)}
      />
    </>
  );
}

/** Whether a file is held over the page; what is dropped is taken, and not opened in its stead. */
function useDroppedFile(onFile: (file: File) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const hasFile = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onLeave = (event: DragEvent): void => {
      // It left the window, and not one element for another.
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setDragging(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) latest.current(file);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return isDragging;
}

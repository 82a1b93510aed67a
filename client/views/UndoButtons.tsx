import { useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { pageUndo } from '../state/undo.ts';
import { takeBack } from './take-back.ts';
import { useViewer } from './viewer.ts';

/** Undo and redo of whatever was done on this page, by name; not there while there is nothing to take back. */
export function UndoButtons(): ReactNode {
  const { role } = useViewer();
  const next = useSyncExternalStore(pageUndo.subscribe, pageUndo.read);
  useUndoKeys();
  if (role !== 'CURATOR' && next.undo === null && next.redo === null) return null;
  return (
    <div className="undo-buttons">
      <StepButton way="undo" name={next.undo} busy={next.busy} />
      <StepButton way="redo" name={next.redo} busy={next.busy} />
    </div>
  );
}

const STEPS = {
  undo: {
    word: 'Undo',
    keys: 'Ctrl Z',
    path: 'M6.5 3.5L3 7l3.5 3.5M3 7h6.2a3.3 3.3 0 0 1 0 6.6H6',
  },
  redo: {
    word: 'Redo',
    keys: 'Ctrl Shift Z',
    path: 'M9.5 3.5L13 7l-3.5 3.5M13 7H6.8a3.3 3.3 0 0 0 0 6.6H10',
  },
} as const;

function StepButton({
  way,
  name,
  busy,
}: {
  readonly way: 'undo' | 'redo';
  readonly name: string | null;
  readonly busy: boolean;
}): ReactNode {
  const { word, keys, path } = STEPS[way];
  const label = name === null ? `${word}: nothing to ${way}` : `${word}: ${name}`;
  // It stays focusable when there is nothing left to do, so that the focus is not lost to the page.
  return (
    <button
      type="button"
      className="button small step-button"
      aria-disabled={name === null || busy}
      aria-label={label}
      title={`${label} (${keys})`}
      onClick={() => void takeBack(pageUndo, way)}
    >
      <svg className="sign" viewBox="0 0 16 16" aria-hidden="true">
        <path className="sign-stroke" d={path} />
      </svg>
    </button>
  );
}

const TYPING =
  'form, input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/** Ctrl+Z and Ctrl+Shift+Z (Cmd on a Mac), save where text is typed, which has an undo of its own. */
function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest(TYPING) !== null;
      const chord = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (typing || !chord || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return;
      event.preventDefault();
      void takeBack(pageUndo, event.shiftKey ? 'redo' : 'undo');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

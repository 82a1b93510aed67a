import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { ImportProps } from '../views/correction.ts';
import { SignIn } from '../views/SignIn.tsx';
import { refreshAnswers } from '../api/answers.ts';
import { useViewer } from '../views/viewer.ts';
import { Choose } from './Choose.tsx';
import { importDesk } from './desk.ts';
import { Happened } from './Happened.tsx';
import { Plan } from './Plan.tsx';
import './importing.css';

const HEADING = 'import-heading';

/** Brings evidence in: chosen, planned, looked through, applied; or taken back. */
export default function Import({ brought, onClose }: ImportProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const { role } = useViewer();
  const state = useSyncExternalStore(importDesk.subscribe, importDesk.read);
  const [signingIn, setSigningIn] = useState(false);
  const { stage } = state;
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    focusNext(shown);
    importDesk.show(true);
    return () => importDesk.show(false);
  }, []);
  useEffect(() => {
    if (brought !== null) importDesk.dispatch({ type: 'chooseFile', file: brought.file });
  }, [brought]);
  useFocusKept(dialog, stage.is);
  const mayWrite = role === 'CURATOR';
  return (
    <dialog
      ref={dialog}
      className="help import-dialog"
      aria-labelledby={HEADING}
      onClose={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="changes-head">
        <h2 id={HEADING} tabIndex={-1}>
          Import
        </h2>
        <button type="button" className="button small" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {mayWrite || stage.is === 'failed' ? null : (
        <ForCurators onSignIn={() => setSigningIn(true)} />
      )}
      {stage.is === 'choosing' ? (
        <Choose state={state} mayWrite={mayWrite} />
      ) : stage.is === 'applied' || stage.is === 'undone' ? (
        <Happened state={state} />
      ) : (
        <Plan state={state} mayWrite={mayWrite} onSignIn={() => setSigningIn(true)} />
      )}
      {signingIn ? (
        <SignIn
          onSignedIn={() => {
            refreshAnswers();
            importDesk.signedIn();
          }}
          onClose={() => {
            setSigningIn(false);
            focusNext(dialog.current);
          }}
        />
      ) : null}
    </dialog>
  );
}

/** For who may not write: why, and how they may. */
function ForCurators({ onSignIn }: { readonly onSignIn: () => void }): ReactNode {
  return (
    <div className="correction-note import-note">
      <p>Everyone may read; curators bring evidence in. What you choose here stays meanwhile.</p>
      <button type="button" className="button small" onClick={onSignIn}>
        Sign in
      </button>
    </div>
  );
}

/** What was pressed may be gone with what it did: the focus goes on with what comes next. */
function useFocusKept(dialog: { readonly current: HTMLDialogElement | null }, stage: string): void {
  const last = useRef(stage);
  useEffect(() => {
    if (last.current === stage) return;
    last.current = stage;
    // Tabs are there a moment later than what holds them.
    requestAnimationFrame(() => {
      const { activeElement } = document;
      // The heading holds it only until there is something to go on with.
      const isHeld =
        activeElement !== document.body &&
        activeElement !== dialog.current &&
        activeElement?.id !== HEADING;
      if (!isHeld) focusNext(dialog.current);
    });
  });
}

function focusNext(dialog: HTMLDialogElement | null): void {
  const next = dialog?.querySelector<HTMLElement>('[data-next]');
  (next ?? dialog?.querySelector<HTMLElement>(`#${HEADING}`))?.focus();
}

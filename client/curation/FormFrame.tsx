import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { ApiError } from '../api/request.ts';
import { SignIn } from '../views/SignIn.tsx';
import { refreshAnswers } from '../api/answers.ts';
import { Conflicts } from './Conflicts.tsx';
import { TextLine } from './fields.tsx';
import type { Correction } from './use-correction.ts';

/** What every form has: its heading, why, its buttons, and what came of it. */
export function FormFrame<Fields extends object>({
  title,
  about,
  save = 'Save',
  correction,
  children,
}: {
  readonly title: string;
  readonly about: string;
  /** What the button says that sends it. */
  readonly save?: string;
  readonly correction: Correction<Fields>;
  readonly children: ReactNode;
}): ReactNode {
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const [signingIn, setSigningIn] = useState(false);
  const [signedIn, setSignedIn] = useState(false);
  const { stage, problems, isChanged, isRestored } = correction;
  const isSending = stage.is === 'sending';
  useEffect(() => focusFirst(form.current), []);
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  useEffect(() => {
    // What was pressed may be gone: the focus goes on with what comes next.
    if (document.activeElement !== document.body) return;
    const next = stage.is === 'conflict' ? '.conflict button' : '[type="submit"]';
    form.current?.querySelector<HTMLElement>(next)?.focus();
  }, [stage]);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the form, and is not the page’s then. */}
      <form
        ref={form}
        className="correction"
        aria-labelledby={heading}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setSignedIn(false);
          void correction.submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          correction.close();
        }}
      >
        <p id={heading} className="correction-title">
          <strong>{title}</strong> <span className="quiet">{about}</span>
        </p>
        {isRestored ? (
          <p className="correction-note">What you had typed before is here again.</p>
        ) : null}
        {children}
        <TextLine
          label="Why"
          hint="For the history, if you like."
          value={correction.why}
          onChange={correction.setWhy}
        />
        {problems[''] === undefined ? null : (
          <p className="problem" role="alert">
            {problems['']}
          </p>
        )}
        {stage.is === 'failed' ? (
          <Failed
            error={stage.error}
            signedIn={signedIn}
            onSignIn={() => setSigningIn(true)}
            onRetry={() => void correction.submit()}
          />
        ) : null}
        {stage.is === 'conflict' ? (
          <Conflicts
            conflicts={stage.conflicts}
            onMine={() => void correction.keepMine()}
            onTheirs={correction.takeTheirs}
          />
        ) : null}
        <div className="correction-buttons">
          {stage.is === 'conflict' ? null : (
            <button type="submit" className="button small primary" aria-disabled={isSending}>
              {isSending ? 'Saving…' : save}
            </button>
          )}
          <button type="button" className="button small" onClick={correction.close}>
            Close
          </button>
          {isChanged || isRestored ? (
            <button
              type="button"
              className="button small"
              onClick={() => {
                correction.discard();
                focusFirst(form.current);
              }}
            >
              Discard
            </button>
          ) : null}
        </div>
      </form>
      {signingIn ? (
        <SignIn
          onSignedIn={() => {
            setSignedIn(true);
            refreshAnswers();
          }}
          onClose={() => {
            setSigningIn(false);
            form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
          }}
        />
      ) : null}
    </>
  );
}

/** What went wrong, in words, and what can be done; what was typed stays. */
function Failed({
  error,
  signedIn,
  onSignIn,
  onRetry,
}: {
  readonly error: ApiError;
  /** Whether a session was begun since. */
  readonly signedIn: boolean;
  readonly onSignIn: () => void;
  readonly onRetry: () => void;
}): ReactNode {
  if (error.code === 'FORBIDDEN' && signedIn) {
    return (
      <output className="correction-note">
        You are signed in again, and what you typed is still here: save it now.
      </output>
    );
  }
  const ended = error.code === 'FORBIDDEN';
  return (
    <div className="problem" role="alert">
      <p>
        {ended ? 'Your session has ended, so nothing was saved.' : error.message}
        {ended || error.retriable ? ' What you typed stays here.' : ''}
      </p>
      {ended ? (
        <button type="button" className="button small" onClick={onSignIn}>
          Sign in
        </button>
      ) : null}
      {error.retriable ? (
        <button type="button" className="button small" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  );
}

/** The first field, or of a choice what is chosen; a form without fields has its own button. */
function focusFirst(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>('input, select, textarea');
  const chosen = first?.closest('fieldset')?.querySelector<HTMLElement>(':checked');
  (chosen ?? first)?.focus();
}

import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ApiError } from '../api/request.ts';
import { signIn } from '../api/session.ts';

/** How a reader becomes a curator: by the printed link, or by the token. The page stays as it is. */
export function SignIn({
  onSignedIn,
  onClose,
}: {
  /** Told before the dialog closes. */
  readonly onSignedIn: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
  }, []);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setWaiting(true);
    setProblem(null);
    try {
      await signIn(String(given.get('token')).trim(), String(given.get('name')).trim());
      onSignedIn();
      dialog.current?.close();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : 'The page could not sign in.');
      setWaiting(false);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="help sign-in"
      aria-labelledby="sign-in-heading"
      onClose={onClose}
    >
      <h2 id="sign-in-heading">Sign in as curator</h2>
      <p>
        Everyone may read; curators may also write. The server printed a link when it started: open
        it in this browser. It works once; this prints a new one, run where Underpin is served:
      </p>
      <pre>
        <code>npx underpin sign-in</code>
      </pre>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          Or paste the curator’s token
          <input name="token" type="password" autoComplete="current-password" required />
        </label>
        <label>
          Your name, if you like
          <input name="name" type="text" autoComplete="name" maxLength={80} />
        </label>
        {problem === null ? null : (
          <p className="sign-in-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="sign-in-buttons">
          <Button className="button" type="submit" isDisabled={waiting}>
            Sign in
          </Button>
          <Button className="button" onPress={() => dialog.current?.close()}>
            Cancel
          </Button>
        </div>
      </form>
    </dialog>
  );
}

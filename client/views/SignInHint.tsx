import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useFocusHeir } from './focus-heir.ts';
import { SignIn } from './SignIn.tsx';
import { refreshAnswers } from '../api/answers.ts';
import { useViewer } from './viewer.ts';

/** For a reader who sees a mistake: how to become one who may correct it. */
export function SignInHint(): ReactNode {
  const { role } = useViewer();
  return role === 'READER' ? <Hint /> : null;
}

function Hint(): ReactNode {
  const root = useRef<HTMLParagraphElement>(null);
  const [signingIn, setSigningIn] = useState(false);
  useFocusHeir(root);
  return (
    <>
      <p ref={root} className="sign-in-hint">
        <button type="button" className="correct" onClick={() => setSigningIn(true)}>
          Sign in to correct this
        </button>
      </p>
      {signingIn ? (
        <SignIn onSignedIn={refreshAnswers} onClose={() => setSigningIn(false)} />
      ) : null}
    </>
  );
}

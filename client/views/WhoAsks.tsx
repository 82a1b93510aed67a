import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { OverviewQuery } from '../api/operations.generated.ts';
import { signOut } from '../api/session.ts';
import { useFocusHeir } from './focus-heir.ts';
import { SignIn } from './SignIn.tsx';
import { refreshAnswers } from '../api/answers.ts';

/** Who the server takes this browser for, and the way to change that. */
export function WhoAsks({ viewer }: { readonly viewer: OverviewQuery['viewer'] }): ReactNode {
  const [stays, setStays] = useState(false);
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      window.location.reload();
    } catch {
      setStays(true);
    }
  };
  if (viewer.role === 'CURATOR') {
    const named = viewer.name === null || viewer.name === 'Curator' ? '' : ` ${viewer.name}`;
    return (
      <div className="who">
        <span className="quiet" title={`Curator${named}`}>
          Curator{named}
        </span>
        <Button className="button small" onPress={() => void leave()}>
          Sign out
        </Button>
        {stays ? <span role="alert">Still signed in: the server does not answer.</span> : null}
      </div>
    );
  }
  return <Reading />;
}

function Reading(): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const [signingIn, setSigningIn] = useState(false);
  useFocusHeir(root);
  return (
    <div ref={root} className="who">
      <span className="quiet">Reading</span>
      <Button className="button small" onPress={() => setSigningIn(true)}>
        Sign in
      </Button>
      {signingIn ? (
        <SignIn onSignedIn={refreshAnswers} onClose={() => setSigningIn(false)} />
      ) : null}
    </div>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ImportSeedDocument } from '../api/operations.generated.ts';
import type { OverviewQuery } from '../api/operations.generated.ts';
import { ApiError, request } from '../api/request.ts';
import { refreshAnswers } from '../api/answers.ts';

/** A store that holds nothing yet, and how to bring something in. */
export function EmptyStore({
  role,
}: {
  readonly role: OverviewQuery['viewer']['role'];
}): ReactNode {
  return (
    <section className="empty-store">
      <h1>Nothing is here yet</h1>
      <p>
        This store holds no claims. The seed corpus shows what Underpin does: five documents that
        argue about one question.
      </p>
      {role === 'CURATOR' ? (
        <SeedButton />
      ) : (
        <p>
          Where Underpin is served, this brings it in; a curator who signs in here can do so with
          one button:
        </p>
      )}
      {role === 'CURATOR' ? <p>Or, where Underpin is served:</p> : null}
      <pre>
        <code>npx underpin seed</code>
      </pre>
      <p>And this brings in documents of your own:</p>
      <pre>
        <code>npx underpin import FILE</code>
      </pre>
      <Button className="button" onPress={refreshAnswers}>
        Look again
      </Button>
    </section>
  );
}

function SeedButton(): ReactNode {
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const bringIn = async (): Promise<void> => {
    setWaiting(true);
    setProblem(null);
    try {
      const { data } = await request(ImportSeedDocument, {}, new AbortController().signal);
      const [first] = data.importSeed.problems;
      if (first === undefined) refreshAnswers();
      else setProblem(first.message);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : 'The page could not read the answer.');
    }
    setWaiting(false);
  };
  return (
    <>
      <Button className="button" isDisabled={waiting} onPress={() => void bringIn()}>
        {waiting ? 'Bringing it in…' : 'Bring in the seed corpus'}
      </Button>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </>
  );
}

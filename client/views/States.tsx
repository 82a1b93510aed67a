import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ApiError } from '../api/request.ts';
import type { Answer } from './use-answer.ts';
import { useLate, useLostServer } from './use-answer.ts';

/** After this long what is asked is named, and can be given up. */
const LONG = 1000;

/** How to ask for less, where nothing nearer is known. */
const WAYS_TO_NARROW = [
  'Fewer steps: open a claim further along the trail, nearer to the evidence.',
  'As of a year: what could be told by then is less.',
  'Fewer studies: withdraw one or two at a time.',
] as const;

/** What a failure means, told by its code. */
function failureText(error: ApiError): string {
  switch (error.code) {
    case 'NOT_FOUND':
      return 'There is nothing of this id here.';
    case 'TOO_COSTLY':
      return `${error.message} Ask for less:`;
    case 'INTERNAL':
      return `Something went wrong on the server. ${error.message}`;
    case 'UNAVAILABLE':
    case 'INVALID':
    case 'CONFLICT':
    case 'FORBIDDEN':
      return error.message;
  }
}

/** Whether what was shown before still tells something: the question was good, and only its answer failed. */
function keepsLast({ error, cancelled }: Answer<unknown>): boolean {
  return cancelled || error === null || error.retriable || error.code === 'TOO_COSTLY';
}

/** What happened, in words, and a way to ask again where that may help. */
export function Failure({
  error,
  retry,
}: {
  readonly error: ApiError;
  readonly retry: () => void;
}): ReactNode {
  return (
    <div className="failure" role="alert">
      <p>{failureText(error)}</p>
      {error.code === 'TOO_COSTLY' ? (
        <ul className="ways-to-narrow">
          {WAYS_TO_NARROW.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      ) : null}
      {error.retriable ? (
        <Button className="button" onPress={retry}>
          Retry
        </Button>
      ) : null}
    </div>
  );
}

/** The shape of what is to come, shown once it takes a while. */
export function Skeleton({ lines }: { readonly lines: number }): ReactNode {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}

/** What became of an asking, beside what it brought: how long it takes, that it was given up, or why it failed. */
export function Asking({
  answer,
  name,
}: {
  readonly answer: Answer<unknown>;
  /** What is asked for, as in “the trail”. */
  readonly name: string;
}): ReactNode {
  const long = useLate(answer.waiting, LONG);
  const { error } = answer;
  if (long) {
    return (
      <p className="asking" aria-live="polite">
        Reading {name}…
        <Button className="button small" onPress={answer.cancel}>
          Cancel
        </Button>
      </p>
    );
  }
  if (answer.cancelled) {
    return (
      <p className="asking" aria-live="polite">
        Cancelled.
        <Button className="button small" onPress={answer.retry}>
          Ask again
        </Button>
      </p>
    );
  }
  if (error === null) return null;
  // That the server is away is told once, for the whole page.
  if (error.code !== 'UNAVAILABLE') return <Failure error={error} retry={answer.retry} />;
  return answer.data === null ? <p className="asking quiet">No answer for {name} yet.</p> : null;
}

/** An answer drawn, or what stands in its place. The last good answer stays, dimmed, while the next is not there. */
export function Answered<Result>({
  answer,
  lines,
  name = 'the answer',
  children,
}: {
  readonly answer: Answer<Result>;
  readonly lines: number;
  /** What is asked for, as in “the trail”. */
  readonly name?: string;
  readonly children: (data: Result) => ReactNode;
}): ReactNode {
  const late = useLate(answer.waiting);
  const before = !answer.current && !answer.waiting;
  return (
    <>
      <Asking answer={answer} name={name} />
      {answer.data === null ? (
        late ? (
          <Skeleton lines={lines} />
        ) : null
      ) : answer.current || keepsLast(answer) ? (
        <div className={late || before ? 'answered dimmed' : 'answered'}>
          {children(answer.data)}
        </div>
      ) : null}
    </>
  );
}

/** Says for the whole page that the server is away; goes by itself when it is back. */
export function LostServer(): ReactNode {
  const { reason, retry } = useLostServer();
  const [asking, setAsking] = useState(false);
  if (reason === null) return null;
  const askNow = async (): Promise<void> => {
    setAsking(true);
    await retry();
    setAsking(false);
  };
  return (
    <div className="lost-server" role="alert">
      <p>{reason.replace(/\.$/u, '')}; what you see is from before. The page goes on asking.</p>
      <Button className="button small" isDisabled={asking} onPress={() => void askNow()}>
        Retry
      </Button>
    </div>
  );
}

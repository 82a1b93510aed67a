import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ApiError } from '../api/request.ts';
import type { Answer } from './use-answer.ts';
import { useLate } from './use-answer.ts';

/** What a failure means, told by its code. */
function failureText(error: ApiError): string {
  switch (error.code) {
    case 'UNAVAILABLE':
      return `${error.message} It may have been stopped, or be starting.`;
    case 'NOT_FOUND':
      return 'There is nothing of this id here.';
    case 'TOO_COSTLY':
      return `${error.message} Narrow what is asked for.`;
    case 'INTERNAL':
      return `Something went wrong on the server. ${error.message}`;
    case 'INVALID':
    case 'CONFLICT':
    case 'FORBIDDEN':
      return error.message;
  }
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

/** An answer drawn, or what stands in its place. The last good answer stays while the next is awaited. */
export function Answered<Result>({
  answer,
  lines,
  children,
}: {
  readonly answer: Answer<Result>;
  readonly lines: number;
  readonly children: (data: Result) => ReactNode;
}): ReactNode {
  const late = useLate(answer.waiting);
  return (
    <>
      {answer.error === null ? null : <Failure error={answer.error} retry={answer.retry} />}
      {answer.data === null ? (
        late ? (
          <Skeleton lines={lines} />
        ) : null
      ) : answer.error === null || answer.current ? (
        <div className={late ? 'answered dimmed' : 'answered'}>{children(answer.data)}</div>
      ) : null}
    </>
  );
}

/** A store that holds nothing yet, and how to bring something in. */
export function EmptyStore(): ReactNode {
  return (
    <section className="empty-store">
      <h1>Nothing is here yet</h1>
      <p>This store holds no claims. Bring in an interchange document with:</p>
      <pre>
        <code>npx underpin import FILE</code>
      </pre>
      <p>Then load this page again.</p>
    </section>
  );
}

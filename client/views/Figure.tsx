import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Formula } from '../language/reasoning.ts';
import { Skeleton } from './States.tsx';
import type { Answer } from './use-answer.ts';
import { useLate } from './use-answer.ts';

/** The figures of a thing, a sentence each. */
export function Figures({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className="plain figures">{children}</ul>;
}

/**
 * What is computed, as a sentence that opens its formula and its inputs. What
 * it names stands below the sentence, as a link inside of it could not be pressed.
 */
export function Figure({
  formula,
  sentence,
  inputs = null,
  children = null,
}: {
  readonly formula: Formula;
  readonly sentence: string;
  readonly inputs?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <li className="figure">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{sentence}</summary>
        {open ? (
          <div className="formula">
            <p>
              <strong>Computed: {formula.name}.</strong> {formula.text}
            </p>
            {inputs}
          </div>
        ) : null}
      </details>
      {children}
    </li>
  );
}

/** What may take its time: its own skeleton, and a plain sentence where it takes too long. */
export function Slowly<Result>({
  answer,
  lines,
  what,
  children,
}: {
  readonly answer: Answer<Result>;
  readonly lines: number;
  /** What is left open where there is no answer, as the beginning of a sentence. */
  readonly what: string;
  readonly children: (data: Result) => ReactNode;
}): ReactNode {
  const late = useLate(answer.waiting);
  const { error } = answer;
  if (error !== null && !answer.current) {
    const reason =
      error.code === 'TOO_COSTLY' ? 'This takes longer than one answer may.' : error.message;
    return (
      <div className="slow-failure">
        <p>
          {reason} {what} is not known here.
        </p>
        {error.retriable ? (
          <Button className="button small" onPress={answer.retry}>
            Retry
          </Button>
        ) : null}
      </div>
    );
  }
  if (answer.data === null) return late ? <Skeleton lines={lines} /> : null;
  return children(answer.data);
}

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Asking } from '../views/States.tsx';
import type { Answer } from '../views/use-answer.ts';

/**
 * What became of an asking of which the server keeps what it worked out: where that took too
 * long, asking again is what helps, and none of the ways to ask for less of a trail.
 */
export function PatientAsking(props: {
  readonly answer: Answer<unknown>;
  readonly name: string;
}): ReactNode {
  const { error, retry } = props.answer;
  if (error?.code !== 'TOO_COSTLY') return <Asking {...props} />;
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      <Button className="button" onPress={retry}>
        Ask again
      </Button>
    </div>
  );
}

import { useEffect, useMemo, useState } from 'react';
import type { Operation } from '../api/operation.ts';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';

/** How often what takes longer than one answer may is asked for again. */
const MOST_TRIES = 4;

/**
 * Asks the API, and asks again what was too costly for one answer: of a clustering the
 * server keeps what it has worked out, and goes on from there.
 */
export function usePatientAnswer<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const answer = useAnswer(operation, variables);
  const asked = JSON.stringify(variables);
  const [tried, setTried] = useState({ asked, times: 0 });
  const times = tried.asked === asked ? tried.times : 0;
  const goesOn = answer.error?.code === 'TOO_COSTLY' && times < MOST_TRIES;
  const { retry } = answer;
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => {
      setTried({ asked, times: times + 1 });
      retry();
    });
    return () => clearTimeout(timer);
  }, [goesOn, asked, times, retry]);
  return useMemo(
    () => (goesOn ? { ...answer, error: null, waiting: true } : answer),
    [goesOn, answer],
  );
}

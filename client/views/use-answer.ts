import type { Operation } from '../api/operation.ts';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { ask, keyOf, lastAnswer, onRefresh, reach, refreshes } from '../api/answers.ts';
import { ApiError } from '../api/request.ts';

/** What is known of a question: the last good answer, and what became of the latest asking. */
export interface Answer<Result> {
  readonly data: Result | null;
  /** Asked, and not answered yet. */
  readonly waiting: boolean;
  readonly error: ApiError | null;
  /** Given up by the person who asked. */
  readonly cancelled: boolean;
  /** Whether `data` answers the question as it is asked now, and not one before. */
  readonly current: boolean;
  readonly retry: () => void;
  /** Gives the question up; the server sees that nobody waits any longer. */
  readonly cancel: () => void;
}

interface Known {
  readonly key: string;
  readonly data: unknown;
}

/** One asking that brought no answer: it failed, or was given up. */
interface Ended {
  readonly asking: string;
  readonly error: ApiError | null;
}

/** Why the server does not answer; null while it does. It is asked again until it is back. */
export function useLostServer(): {
  readonly reason: string | null;
  readonly retry: () => Promise<void>;
} {
  return { reason: useSyncExternalStore(reach.subscribe, reach.lost), retry: reach.askNow };
}

/** Asks the API; null asks nothing. A question that is overtaken is aborted. */
export function useAnswer<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const asked = variables === null ? null : JSON.stringify(variables);
  const key = variables === null ? null : keyOf(operation, variables);
  const asOf = useSyncExternalStore(onRefresh, refreshes);
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<Known | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const running = useRef<AbortController | null>(null);
  const asking = `${asOf} ${attempt} ${key}`;

  useEffect(() => {
    if (asked === null || key === null) return undefined;
    const controller = new AbortController();
    running.current = controller;
    const listen = async (): Promise<void> => {
      const outcome = await outcomeOf(operation, JSON.parse(asked) as Variables, controller.signal);
      if (controller.signal.aborted) return;
      if (outcome instanceof ApiError) setEnded({ asking, error: outcome });
      else setAnswered({ key, data: outcome.data });
    };
    void listen();
    return () => controller.abort();
  }, [operation, asked, key, asking]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const cancel = useCallback(() => {
    running.current?.abort();
    setEnded({ asking, error: null });
  }, [asking]);
  const held = key === null ? undefined : lastAnswer(key);
  const current = key !== null && (answered?.key === key || held !== undefined);
  // The data was kept under the key of this very question.
  const data = ((answered?.key === key ? answered?.data : (held ?? answered?.data)) ??
    null) as Result | null;
  const outcome = ended?.asking === asking ? ended : null;
  const waiting = key !== null && !current && outcome === null;
  const error = outcome?.error ?? null;
  const cancelled = outcome !== null && outcome.error === null;
  // The same object while nothing is known otherwise, so that it can be handed on.
  return useMemo(
    () => ({ data, waiting, error, cancelled, current, retry, cancel }),
    [data, waiting, error, cancelled, current, retry, cancel],
  );
}

async function outcomeOf<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<{ readonly data: Result } | ApiError> {
  try {
    return { data: await ask(operation, variables, signal) };
  } catch (error) {
    // Asking raises nothing else.
    return error as ApiError;
  }
}

/** True only once something has been going on for a while, so that quick answers do not flash. */
export function useLate(active: boolean, milliseconds = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active, milliseconds]);
  return active && late;
}

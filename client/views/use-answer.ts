import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createReach, isServerReady } from '../api/reach.ts';
import { ApiError, request } from '../api/request.ts';
import type { Answered } from '../api/request.ts';

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

const MOST_KEPT = 200;
const kept = new Map<string, Answered<unknown>>();
const listeners = new Set<() => void>();
/** Counts the changes of what the store holds, as far as this page made them. */
let changes = 0;
const reach = createReach(isServerReady, refreshAnswers);

/** Asks everything that is shown anew, after something was changed; what is shown stays meanwhile. */
export function refreshAnswers(): void {
  changes += 1;
  kept.clear();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const key = variables === null ? null : keyOf(document, variables);
  const asOf = useSyncExternalStore(subscribe, () => changes);
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<Known | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const running = useRef<AbortController | null>(null);
  const asking = `${asOf} ${attempt} ${key}`;

  useEffect(() => {
    if (key === null) return undefined;
    const controller = new AbortController();
    running.current = controller;
    const listen = async (): Promise<void> => {
      const outcome = await outcomeOf(document, key, controller.signal);
      if (controller.signal.aborted) return;
      if (outcome instanceof ApiError) setEnded({ asking, error: outcome });
      else setAnswered({ key, data: outcome.data });
    };
    void listen();
    return () => controller.abort();
  }, [document, key, asking]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const cancel = useCallback(() => {
    running.current?.abort();
    setEnded({ asking, error: null });
  }, [asking]);
  const held = key === null ? undefined : kept.get(key)?.data;
  const current = key !== null && (answered?.key === key || held !== undefined);
  const data = answered?.key === key ? answered?.data : (held ?? answered?.data);
  const outcome = ended?.asking === asking ? ended : null;
  return {
    // The data was kept under the key of this very document.
    data: (data ?? null) as Result | null,
    waiting: key !== null && !current && outcome === null,
    error: outcome?.error ?? null,
    cancelled: outcome !== null && outcome.error === null,
    current,
    retry,
    cancel,
  };
}

async function outcomeOf<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  key: string,
  signal: AbortSignal,
): Promise<{ readonly data: unknown } | ApiError> {
  try {
    const variables = JSON.parse(key.slice(key.indexOf('{'))) as Variables;
    return { data: remember(key, await request(document, variables, signal)) };
  } catch (error) {
    const failure = asApiError(error);
    if (failure.code === 'UNAVAILABLE' && !signal.aborted) reach.notice(failure.message);
    return failure;
  }
}
/** Keeps an answer for coming back to; the same answer stays the same object. */
function remember<Result>(key: string, answer: Answered<Result>): unknown {
  const before = kept.get(key);
  if (before?.text === answer.text) return before.data;
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, answer);
  return answer.data;
}

function keyOf<Variables>(document: object, variables: Variables): string {
  return `${nameOf(document)} ${JSON.stringify(variables)}`;
}

function nameOf(document: { definitions?: readonly { name?: { value: string } }[] }): string {
  const names = document.definitions?.map((definition) => definition.name?.value ?? '');
  return names?.join(' ') ?? '';
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('INTERNAL', 'The page could not read the answer.', false);
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

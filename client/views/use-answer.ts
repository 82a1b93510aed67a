import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError, request } from '../api/request.ts';
import type { Answered } from '../api/request.ts';

/** What is known of a question: the last good answer, and what became of the latest asking. */
export interface Answer<Result> {
  readonly data: Result | null;
  /** Asked, and not answered yet. */
  readonly waiting: boolean;
  readonly error: ApiError | null;
  /** Whether `data` answers the question as it is asked now, and not one before. */
  readonly current: boolean;
  readonly retry: () => void;
}

interface Known {
  readonly key: string;
  /** How many changes had been made when it was asked. */
  readonly asOf: number;
  readonly data: unknown;
}

interface Failed {
  readonly key: string;
  readonly error: ApiError;
}

const MOST_KEPT = 200;
const kept = new Map<string, Answered<unknown>>();
const listeners = new Set<() => void>();
/** Counts the changes of what the store holds, as far as this page made them. */
let changes = 0;

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

/** Asks the API; null asks nothing. A question that is overtaken is aborted. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const key = variables === null ? null : keyOf(document, variables);
  const [answered, setAnswered] = useState<Known | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const asOf = useSyncExternalStore(subscribe, () => changes);

  useEffect(() => {
    if (key === null) return undefined;
    const controller = new AbortController();
    const listen = async (): Promise<void> => {
      const outcome = await outcomeOf(document, key, asOf, controller.signal);
      if (controller.signal.aborted) return;
      if ('error' in outcome) {
        setFailed(outcome);
      } else {
        setFailed(null);
        setAnswered(outcome);
      }
    };
    void listen();
    return () => controller.abort();
  }, [document, key, asOf]);

  const retry = useCallback(() => {
    const listen = async (asked: string): Promise<void> => {
      const outcome = await outcomeOf(document, asked, asOf, new AbortController().signal);
      if ('error' in outcome) setFailed(outcome);
      else setAnswered(outcome);
    };
    setFailed(null);
    if (key !== null) void listen(key);
  }, [document, key, asOf]);
  const held = key === null ? undefined : kept.get(key)?.data;
  const current = key !== null && (answered?.key === key || held !== undefined);
  const data = answered?.key === key ? answered?.data : (held ?? answered?.data);
  const error = failed !== null && failed.key === key ? failed.error : null;
  return {
    // The data was kept under the key of this very document.
    data: (data ?? null) as Result | null,
    waiting: key !== null && !current && error === null,
    error,
    current,
    retry,
  };
}

async function outcomeOf<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  key: string,
  asOf: number,
  signal: AbortSignal,
): Promise<Known | Failed> {
  try {
    const variables = JSON.parse(key.slice(key.indexOf('{'))) as Variables;
    return { key, asOf, data: remember(key, await request(document, variables, signal)) };
  } catch (error) {
    return { key, error: asApiError(error) };
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

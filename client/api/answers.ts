import type { Operation } from './operation.ts';
import { createReach, isServerReady } from './reach.ts';
import { ApiError, request } from './request.ts';
import type { Answered } from './request.ts';

interface Kept extends Answered<unknown> {
  /** When it came. */
  readonly at: number;
}

/** A question on its way, and how many wait for its answer. */
interface Running {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

const MOST_KEPT = 200;
/** As long as the server takes an answer for new, where other programs write. */
const NEW = 2000;

const kept = new Map<string, Kept>();
const running = new Map<string, Running>();
const listeners = new Set<() => void>();
/** Counts the changes of what the store holds, as far as this page made them. */
let changes = 0;

/** Why the server does not answer, if so. */
export const reach = createReach(isServerReady, refreshAnswers);

/** Asks everything that is shown anew, after something was changed; what is shown stays meanwhile. */
export function refreshAnswers(): void {
  changes += 1;
  kept.clear();
  running.clear();
  for (const listener of listeners) listener();
}

/** Tells of each time when all is to be asked anew. */
export function onRefresh(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How often all was to be asked anew. */
export function refreshes(): number {
  return changes;
}

/** What a question is known by: two that ask the same have the same. */
export function keyOf<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): string {
  return `${operation} ${JSON.stringify(variables)}`;
}

/** The last answer to a question. */
export function lastAnswer(key: string): unknown {
  return kept.get(key)?.data;
}

/**
 * Asks the API, or waits with those who have asked the same; what has just been
 * answered is not asked again. The question is given up when nobody waits for it.
 * Raises ApiError.
 */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const key = keyOf(operation, variables);
  const last = kept.get(key);
  // What is kept and what runs under a key answers this very question.
  if (last !== undefined && performance.now() - last.at < NEW) return last.data as Result;
  const asked = running.get(key) ?? start(key, operation, variables);
  asked.waiting += 1;
  signal.addEventListener('abort', () => {
    asked.waiting -= 1;
    if (asked.waiting > 0) return;
    asked.controller.abort();
    forget(key, asked);
  });
  try {
    return (await asked.answer) as Result;
  } catch (error) {
    const failure = asApiError(error);
    if (failure.code === 'UNAVAILABLE' && !signal.aborted) reach.notice(failure.message);
    throw failure;
  }
}

function start<Result, Variables>(
  key: string,
  operation: Operation<Result, Variables>,
  variables: Variables,
): Running {
  const controller = new AbortController();
  const asked: Running = {
    answer: answerTo(key, request(operation, variables, controller.signal)),
    controller,
    waiting: 0,
  };
  running.set(key, asked);
  const end = (): void => forget(key, asked);
  asked.answer.then(end, end);
  return asked;
}

function forget(key: string, asked: Running): void {
  if (running.get(key) === asked) running.delete(key);
}

/** Keeps an answer for coming back to; the same answer stays the same object. */
async function answerTo(key: string, answering: Promise<Answered<unknown>>): Promise<unknown> {
  const asOf = changes;
  const answer = await answering;
  const before = kept.get(key);
  const data = before?.text === answer.text ? before.data : answer.data;
  // What was asked before a change may not tell of it.
  if (asOf !== changes) return data;
  kept.delete(key);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, { text: answer.text, data, at: performance.now() });
  return data;
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('INTERNAL', 'The page could not read the answer.', false);
}

import type { Operation } from './operation.ts';

const CODES = [
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'FORBIDDEN',
  'TOO_COSTLY',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

/** The closed set of codes that the API answers with. */
export type ErrorCode = (typeof CODES)[number];

/** A question that got no answer: a code of the closed set, a sentence, and whether asking again may help. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly retriable: boolean;

  constructor(code: ErrorCode, message: string, retriable: boolean) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.retriable = retriable;
  }
}

interface AnswerError {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown; readonly retriable?: unknown };
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly AnswerError[];
}

/** An answer and its text, by which two answers can be told to be the same. */
export interface Answered<Result> {
  readonly data: Result;
  readonly text: string;
}

/**
 * Asks the API one question. Raises ApiError with a code of the closed set; an
 * aborted question raises the signal's AbortError.
 */
export async function request<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answered<Result>> {
  const { text, status } = await post(JSON.stringify({ query: operation, variables }), signal);
  const answer = parseAnswer<Result>(text, status);
  const error = answer.errors?.[0];
  if (error !== undefined) throw fromAnswer(error);
  if (answer.data === undefined || answer.data === null) {
    throw new ApiError('INTERNAL', 'The server sent no answer.', false);
  }
  return { data: answer.data, text };
}

async function post(body: string, signal: AbortSignal): Promise<{ text: string; status: number }> {
  const response = await send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    signal,
  });
  return { text: await response.text(), status: response.status };
}

/** Asks the server; raises ApiError where it does not answer. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ApiError('UNAVAILABLE', 'The server does not answer.', true);
  }
}

/** What an answer without data says went wrong. */
export async function errorOf(response: Response): Promise<ApiError> {
  const { errors } = parseAnswer<never>(await response.text(), response.status);
  return fromAnswer(errors?.[0] ?? {});
}

function parseAnswer<Result>(text: string, status: number): Answer<Result> {
  try {
    return JSON.parse(text) as Answer<Result>;
  } catch {
    const busy = status >= 502 && status <= 504;
    throw busy
      ? new ApiError('UNAVAILABLE', 'The server is not ready.', true)
      : new ApiError('INTERNAL', `The server answered with status ${status}.`, false);
  }
}

function fromAnswer({ message, extensions }: AnswerError): ApiError {
  const code = CODES.find((known) => known === extensions?.code) ?? 'INTERNAL';
  const retriable = extensions?.retriable === true || code === 'UNAVAILABLE';
  return new ApiError(code, typeof message === 'string' ? message : 'No reason given.', retriable);
}

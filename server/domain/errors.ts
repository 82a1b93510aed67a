/**
 * The closed set of codes that an error may leave this program with. Anything
 * else is a fault of ours: it is logged, and shown as INTERNAL without its words.
 */
export type ErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'TOO_COSTLY'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** An error that a person may read: one sentence that says what happened and what to do. */
export class UnderpinError extends Error {
  readonly code: ErrorCode;
  /** What a program may want to know beside the sentence; null where there is nothing. */
  readonly details: Readonly<Record<string, unknown>> | null;

  constructor(
    code: ErrorCode,
    message: string,
    cause?: unknown,
    details: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'UnderpinError';
    this.code = code;
    this.details = details;
  }

  /** Whether the same request may succeed later without any change. */
  get retriable(): boolean {
    return this.code === 'UNAVAILABLE';
  }
}

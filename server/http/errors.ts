import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { UnderpinError, type ErrorCode } from '../domain/errors.ts';

/** The code of the closed set that says what the host itself refused. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'FORBIDDEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_COSTLY',
};

const STATUS_OF_CODE: Readonly<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  FORBIDDEN: 403,
  TOO_COSTLY: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Answers with an error of the closed set, in the shape that GraphQL has for it. */
export function answerError(reply: FastifyReply, status: number, message: string): FastifyReply {
  const code = CODE_OF_STATUS[status] ?? 'INVALID';
  const extensions = { code, retriable: false };
  return reply.code(status).send({ errors: [{ message, extensions }] });
}

/** An error as it leaves the server, in the shape that GraphQL has for it. */
export interface ToldError {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Says what is to be said of an error; what nobody foresaw is masked and logged. */
export type TellError = (error: unknown) => ToldError;

/**
 * What the host refuses or fails at looks as what GraphQL refuses or fails at: a code, and no inner words.
 * @returns what says so of an error that is answered in another way.
 */
export function addErrors(app: FastifyInstance, makeErrorId: () => string): TellError {
  const tellError: TellError = (error) => {
    if (error instanceof UnderpinError && error.code !== 'INTERNAL') {
      const { code, message, retriable, details } = error;
      return {
        status: STATUS_OF_CODE[code],
        message,
        extensions: { code, retriable, ...details },
      };
    }
    const refusal = refusalIn(error);
    if (refusal !== null) {
      const code = CODE_OF_STATUS[refusal.status] ?? 'INVALID';
      return { ...refusal, extensions: { code, retriable: false } };
    }
    const errorId = makeErrorId();
    app.log.error({ errorId, err: error }, 'An error was masked.');
    const message = `Something went wrong that should not; it stands in the log as ${errorId}.`;
    return { status: 500, message, extensions: { code: 'INTERNAL', retriable: false, errorId } };
  };
  app.setNotFoundHandler((request, reply) =>
    // What stands behind the question mark may be a secret, and is nobody's to repeat.
    answerError(reply, 404, `There is nothing at ${request.url.replace(/\?.*$/s, '')}.`),
  );
  app.setErrorHandler((error, _request, reply) => {
    const { status, message, extensions } = tellError(error);
    return reply.code(status).send({ errors: [{ message, extensions }] });
  });
  return tellError;
}

const UNREADABLE = 'The body of this request cannot be read.';

/** What the host itself refused, which it says in words of its own; null for all else, whose words are not for readers. */
function refusalIn(error: unknown): { status: number; message: string } | null {
  if (!(error instanceof Error)) return null;
  const { code, statusCode, message } = error as Partial<FastifyError> & Error;
  const isOfHost = code?.startsWith('FST_') === true && statusCode !== undefined;
  if (isOfHost && statusCode < 500) return { status: statusCode, message };
  // A body that broke off, or that its parser repeats: it may hold a secret.
  return statusCode === 400 ? { status: 400, message: UNREADABLE } : null;
}

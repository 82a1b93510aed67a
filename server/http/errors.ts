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
export function answerError(
  reply: FastifyReply,
  status: number,
  message: string,
  about: { readonly code?: ErrorCode; readonly errorId?: string } = {},
): FastifyReply {
  const { code = CODE_OF_STATUS[status] ?? 'INVALID', errorId } = about;
  const retriable = code === 'UNAVAILABLE';
  const extensions = { code, retriable, ...(errorId === undefined ? {} : { errorId }) };
  return reply.code(status).send({ errors: [{ message, extensions }] });
}

/** What the host refuses or fails at looks as what GraphQL refuses or fails at: a code, and no inner words. */
export function addErrors(app: FastifyInstance, makeErrorId: () => string): void {
  app.setNotFoundHandler((request, reply) =>
    // What stands behind the question mark may be a secret, and is nobody's to repeat.
    answerError(reply, 404, `There is nothing at ${request.url.replace(/\?.*$/s, '')}.`),
  );
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof UnderpinError && error.code !== 'INTERNAL')
      return answerError(reply, STATUS_OF_CODE[error.code], error.message, { code: error.code });
    const refusal = refusalIn(error);
    if (refusal !== null) return answerError(reply, refusal.status, refusal.message);
    const errorId = makeErrorId();
    app.log.error({ errorId, err: error }, 'An error was masked.');
    const message = `Something went wrong that should not; it stands in the log as ${errorId}.`;
    return answerError(reply, 500, message, { code: 'INTERNAL', errorId });
  });
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

import { UnderpinError } from '../../../domain/errors.ts';

/** What the driver's error says of itself, where it is one. */
interface DriverError {
  readonly code?: unknown;
  readonly retriable?: unknown;
}

const MEMORY_CODES = new Set([
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
  'Neo.TransientError.General.OutOfMemoryError',
]);

const CONNECTION_CODES = new Set(['ServiceUnavailable', 'SessionExpired']);

/**
 * A fault of the database as an error of ours: gone is UNAVAILABLE, a broken
 * identity is CONFLICT, anything else is handed on as it is.
 */
export function readableError(error: unknown): unknown {
  if (error instanceof UnderpinError || !(error instanceof Error)) return error;
  const { code, retriable } = error as DriverError;
  if (saysThatItIsGone(error)) return unavailable(error);
  if (typeof code !== 'string') return error;
  if (isOutOfMemory(error))
    return new UnderpinError(
      'TOO_COSTLY',
      'This is more than Neo4j has memory for in one transaction: give it more (server.memory.heap.max_size, db.memory.transaction.total.max), or bring less at once. Nothing was written.',
      error,
    );
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed')
    return new UnderpinError(
      'CONFLICT',
      'An id is in use already by another record: nothing was written.',
      error,
    );
  if (code.startsWith('Neo.ClientError.Security.'))
    return new UnderpinError(
      'UNAVAILABLE',
      'Neo4j refused the name or the password: set NEO4J_USERNAME and NEO4J_PASSWORD.',
      error,
    );
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return new UnderpinError(
      'UNAVAILABLE',
      'Neo4j has no database of that name: set NEO4J_DATABASE to one that it has.',
      error,
    );
  return CONNECTION_CODES.has(code) || retriable === true ? unavailable(error) : error;
}

/** Whether a transaction took more memory than there is: the driver takes that for something that passes. */
export function isOutOfMemory(error: unknown): boolean {
  const { code } = error as DriverError;
  return typeof code === 'string' && MEMORY_CODES.has(code);
}

/** What the driver says only in words: closed by ourselves, silent, or no Neo4j at all. */
const GONE =
  /^(pool is closed|driver is closed|cannot .* a closed|connection acquisition timed out|server responded http)/i;

function saysThatItIsGone(error: Error): boolean {
  return GONE.test(error.message);
}

function unavailable(cause: Error): UnderpinError {
  return new UnderpinError(
    'UNAVAILABLE',
    'The Neo4j database does not answer: start it, or check NEO4J_URI, and try again.',
    cause,
  );
}

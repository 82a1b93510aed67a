import { UnderpinError, type ErrorCode } from '../domain/errors.ts';

/** A server, and what this process may show it. */
export interface Server {
  readonly address: string;
  /** The curator's token; null where this process has none. */
  readonly token: string | null;
}

/** An error as a server tells it. */
export interface ToldError {
  readonly message: string;
  readonly extensions: { readonly code: ErrorCode };
}

/** @throws FORBIDDEN where there is no token to show. */
export function authorization({ address, token }: Server): Record<string, string> {
  if (token === null)
    throw new UnderpinError(
      'FORBIDDEN',
      `The server at ${address} holds the store and asks for the curator’s token: set UNDERPIN_TOKEN to the server’s own.`,
    );
  return { authorization: `Bearer ${token}` };
}

/** @throws what the server answers, as the error that it is; UNAVAILABLE where it does not answer. */
export async function ask(
  { address }: Server,
  path: string,
  about: RequestInit,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address + path, about);
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The server at ${address} holds the store and does not answer: try again, or stop it first.`,
      error,
    );
  }
  if (!response.ok) throw errorIn(await response.text(), address);
  return response;
}

/** An answer that ended before it was whole. */
export function brokenOff(address: string, cause?: unknown): UnderpinError {
  return new UnderpinError(
    'UNAVAILABLE',
    `The server at ${address} went away before it said what came of it: import again, which changes nothing twice.`,
    cause,
  );
}

/** The error that an answer tells. */
export function errorIn(text: string, address: string): UnderpinError {
  try {
    const { errors } = JSON.parse(text) as {
      errors: readonly ToldError[];
    };
    const [error] = errors;
    if (error !== undefined) return new UnderpinError(error.extensions.code, error.message);
  } catch {
    // What stands between here and there answered in its stead.
  }
  return new UnderpinError('UNAVAILABLE', `The server at ${address} gives no answer of its own.`);
}

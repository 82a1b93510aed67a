import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import type { RunningProgram } from './program.ts';

/** A request in which every header is the test's own, the Host included. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends a request as no browser would let a page do it. */
export async function send(
  address: string,
  { method = 'GET', path = '/', headers = {}, body }: Sent,
): Promise<Received> {
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const asking = request({ host, port, method, path, headers, agent: false });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const { statusCode = 0, headers: received } = response;
  return { status: statusCode, headers: received, body: await text(response) };
}

/** The cookie of an answer, as a browser would send it back. */
export function cookieOf({ headers }: Received): string {
  const [cookie = ''] = headers['set-cookie']?.[0]?.split(';') ?? [];
  return cookie;
}

/** Opens a link that signs in, and gives the cookie that came of it. */
export async function signIn({ address, signInLink }: RunningProgram): Promise<string> {
  const { pathname, search } = new URL(signInLink);
  const received = await send(address, { path: pathname + search });
  expect(received.status).toBe(303);
  return cookieOf(received);
}

/** The code of the one error of an answer that is refused. */
export function codeOf({ body }: Received): unknown {
  const { errors } = JSON.parse(body) as {
    errors: readonly { readonly extensions: { readonly code: unknown } }[];
  };
  expect(errors).toHaveLength(1);
  return errors[0]?.extensions.code;
}

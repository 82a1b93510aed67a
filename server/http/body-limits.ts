import { Transform, type Readable } from 'node:stream';
import type { preParsingAsyncHookHandler } from 'fastify';
import { UnderpinError } from '../domain/errors.ts';
import type { Gate } from './gate.ts';
import { knockOf } from './guard.ts';

/** What a reader may send: a question, in bytes. */
export const LARGEST_QUESTION = 100_000;
/** What a curator may send in a request that is held: a snapshot, or a source among other things, in bytes. */
export const LARGEST_HELD = 64 * 1024 * 1024;
/** A source that is received piece by piece, in bytes. */
export const LARGEST_SOURCE = 1024 * 1024 * 1024;

/** Only who may bring a source may send as much as one. */
export function questionsOfReaders(gate: Gate): preParsingAsyncHookHandler {
  return async (request, _reply, body) =>
    gate.curatorOf(knockOf(request)) === null ? atMost(LARGEST_QUESTION, body) : body;
}

function atMost(bytes: number, body: Readable): Readable {
  const limited = Object.assign(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        limited.receivedEncodedLength += chunk.length;
        if (limited.receivedEncodedLength > bytes)
          done(new UnderpinError('TOO_COSTLY', tooLarge(bytes)));
        else done(null, chunk);
      },
    }),
    { receivedEncodedLength: 0 },
  );
  body.once('error', (error) => limited.destroy(error));
  return body.pipe(limited);
}

function tooLarge(bytes: number): string {
  return `The request is too large: a reader may send ${bytes} bytes. Ask for less.`;
}

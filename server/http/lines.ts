import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TellError } from './errors.ts';

const LINES = 'application/x-ndjson';

/** Whether who asks would hear line by line how far it is. */
export function wantsLines({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes(LINES) ?? false;
}

/** Answers with a line of JSON for each thing that is said meanwhile, and one for what came of it, or of an error. */
export function answerInLines(
  reply: FastifyReply,
  tellError: TellError,
  work: (say: (line: object) => void) => Promise<object>,
): FastifyReply {
  const lines = new PassThrough();
  const say = (line: object): void => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(line)}\n`);
  };
  const run = async (): Promise<void> => {
    try {
      say(await work(say));
    } catch (error) {
      const { message, extensions } = tellError(error);
      say({ error: { message, extensions } });
    }
    lines.end();
  };
  void run();
  return reply.type(`${LINES}; charset=utf-8`).header('cache-control', 'no-store').send(lines);
}

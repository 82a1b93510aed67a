import type { FastifyReply } from 'fastify';

/** Aborted when whoever asked goes away before there is an answer. */
export function untilLeft({ raw }: FastifyReply): AbortController {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller;
}

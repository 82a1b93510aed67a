import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerError } from './errors.ts';
import type { Gate, Knock } from './gate.ts';

/** What asks whether the server is well knows its address alone, and learns nothing else. */
const OPEN_TO_ANY_HOST = new Set(['/healthz', '/readyz']);

/** Has the gate look at every request before its body is read. */
export function addGuard(app: FastifyInstance, gate: Gate): void {
  app.addHook('onRequest', async (request, reply) => {
    const anyHost = OPEN_TO_ANY_HOST.has(request.routeOptions.url ?? '');
    const refusal = gate.refusal(knockOf(request), { anyHost });
    if (refusal === null) return undefined;
    if (refusal.status === 401) void reply.header('www-authenticate', 'Bearer');
    return answerError(reply, refusal.status, refusal.message);
  });
}

/** A request as the gate sees it. */
export function knockOf({ method, headers, socket }: FastifyRequest): Knock {
  // What a test injects comes by no port.
  return { method, headers, port: socket.localPort ?? 80 };
}

/** A hook for the routes that are for curators alone; it too comes before the body is read. */
export function curatorsOnly(gate: Gate) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    gate.curatorOf(knockOf(request)) === null ? answerError(reply, 403, FOR_CURATORS) : undefined;
}

/** How a reader becomes a curator. */
export const FOR_CURATORS =
  'This is for curators: sign in by the link that the server printed at its start (`npx underpin sign-in` prints a new one), or send the header “Authorization: Bearer TOKEN”.';

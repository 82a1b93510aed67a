import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Curation } from '../curation/curation.ts';
import { workplaceOf } from '../workplace.ts';
import type { Reasoner } from '../reasoning/reasoner.ts';
import type { CurrentEvidence } from '../store/current-evidence.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { addErrors, answerError } from './errors.ts';
import { LARGEST_QUESTION } from './body-limits.ts';
import type { Gate } from './gate.ts';
import { addGraphqlEndpoint } from './graphql-endpoint.ts';
import { addGuard } from './guard.ts';
import { addSignIn } from './sign-in.ts';
import { addWork } from './work.ts';

export interface HostOptions {
  readonly curation: Curation;
  readonly evidence: CurrentEvidence;
  readonly reasoner: Reasoner;
  /** Who may ask what. */
  readonly gate: Gate;
  /** Folder of the built client. */
  readonly client: string;
  readonly makeErrorId: () => string;
  /** Least level of what is logged. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
}

/** The HTTP side of the server: the client's pages, GraphQL, and whether all is well. */
export async function makeHost(options: HostOptions): Promise<FastifyInstance> {
  const { curation, evidence, reasoner, gate, client, makeErrorId, logLevel } = options;
  const app = Fastify({
    bodyLimit: LARGEST_QUESTION,
    // No header and no address is logged: they may hold a token, a session or a code.
    logger: { level: logLevel, serializers: { req: ({ method }) => ({ method }) } },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    // These come before the error handler and the guard, and would repeat the address.
    frameworkErrors: (error, _request, reply) =>
      answerError(reply, error.statusCode ?? 400, 'The address of this request cannot be read.'),
    forceCloseConnections: 'idle',
  });
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: { directives: POLICY, useDefaults: false },
    // The address may be a plain http one on the reader's own machine.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  // A form can send text; nothing here takes it.
  app.removeContentTypeParser('text/plain');
  endConnectionsOnClose(app);
  const tellError = addErrors(app, makeErrorId);
  addGuard(app, gate);
  addHealth(app, curation.store);
  addSignIn(app, gate);
  await addWork(app, { gate, workplace: workplaceOf(curation), tellError });
  await addGraphqlEndpoint(app, { curation, evidence, reasoner, gate, makeErrorId });
  await addPages(app, client);
  return app;
}

/** Everything comes from this server; nothing may frame it. */
const POLICY = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
};

/** The playground's editor writes styles and carries its own font. */
const PLAYGROUND_POLICY = {
  ...POLICY,
  fontSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
};

/** An answer that is given while the host closes ends its connection, which else would be kept for more. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
}

function addHealth(app: FastifyInstance, store: EvidenceStore): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await store.ping();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
}

const HASHED = /\/assets\/.*-[\w-]{8}\.\w+$/;

async function addPages(app: FastifyInstance, client: string): Promise<void> {
  if (!existsSync(join(client, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: client,
    index: false,
    // What has a hash of its content in its name never changes; the rest is asked for anew.
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/', (_request, reply) => reply.sendFile('index.html'));
  app.get(
    '/playground',
    { helmet: { contentSecurityPolicy: { directives: PLAYGROUND_POLICY, useDefaults: false } } },
    (_request, reply) => reply.sendFile('playground.html'),
  );
}

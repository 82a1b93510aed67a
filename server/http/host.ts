import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { LogController, type FastifyError, type FastifyInstance } from 'fastify';
import type { ErrorCode } from '../domain/errors.ts';
import type { CurrentEvidence } from '../store/current-evidence.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { addGraphqlEndpoint } from './graphql-endpoint.ts';

export interface HostOptions {
  readonly store: EvidenceStore;
  readonly evidence: CurrentEvidence;
  /** Folder of the built client. */
  readonly client: string;
  readonly makeErrorId: () => string;
  /** Least level of what is logged. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
}

/** Body of a GraphQL request, in bytes. */
const LARGEST_BODY = 100_000;

/** The HTTP side of the server: the client's pages, GraphQL, and whether all is well. */
export async function makeHost(options: HostOptions): Promise<FastifyInstance> {
  const { store, evidence, client, makeErrorId, logLevel } = options;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    logger: { level: logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  });
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: { directives: POLICY, useDefaults: false },
    // The address may be a plain http one on the reader's own machine.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  endConnectionsOnClose(app);
  addErrors(app, makeErrorId);
  addHealth(app, store);
  await addGraphqlEndpoint(app, { store, evidence, makeErrorId });
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

/** The code of the closed set that says what the host itself refused. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  404: 'NOT_FOUND',
  413: 'TOO_COSTLY',
};

/** What the host refuses or fails at looks as what GraphQL refuses or fails at: a code, and no inner words. */
function addErrors(app: FastifyInstance, makeErrorId: () => string): void {
  const answer = (code: ErrorCode, message: string, errorId?: string): object => ({
    errors: [{ message, extensions: { code, retriable: false, ...(errorId && { errorId }) } }],
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(answer('NOT_FOUND', `There is nothing at ${request.url}.`)),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const code = CODE_OF_STATUS[status] ?? 'INVALID';
      return reply.code(status).send(answer(code, error.message));
    }
    const id = makeErrorId();
    app.log.error({ errorId: id, err: error }, 'An error was masked.');
    const message = `Something went wrong that should not; it stands in the log as ${id}.`;
    return reply.code(500).send(answer('INTERNAL', message, id));
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

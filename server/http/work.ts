import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnderpinError } from '../domain/errors.ts';
import type { SnapshotFiles, WorkplaceHere, WorkOptions } from '../workplace.ts';
import { LARGEST_HELD } from './body-limits.ts';
import type { TellError } from './errors.ts';
import type { Gate } from './gate.ts';
import { curatorsOnly, knockOf } from './guard.ts';
import { addImport } from './import.ts';
import { isSaid, wordOf, type Query } from './query.ts';
import { SOURCE_WITH_ANSWERS } from './said-of-source.ts';

export interface Work {
  readonly gate: Gate;
  readonly workplace: WorkplaceHere;
  readonly tellError: TellError;
}

/** What is done to the store as a whole: bringing sources in, taking everything out, looking for what is broken. */
export async function addWork(
  app: FastifyInstance,
  { gate, workplace, tellError }: Work,
): Promise<void> {
  const forCurators = { onRequest: curatorsOnly(gate) };
  app.get<{ Querystring: Query }>('/export', async ({ query }, reply) => {
    checkFormat(query);
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache');
    return workplace.exportText();
  });
  app.get('/verify', forCurators, (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return workplace.verify();
  });
  await app.register(async (scope) => {
    // A source is text with lines and columns, whatever it holds: it is not read as a request.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/json', 'application/octet-stream', SOURCE_WITH_ANSWERS],
      // It may be more than can be held.
      (_request, body, done) => done(null, body),
    );
    addImport(scope, { gate, workplace, tellError, workOptions });
  });
  app.post<{ Querystring: Query }>('/seed', forCurators, (request) =>
    workplace.importSeed(workOptions(request)),
  );
  app.post<{ Querystring: Query; Body: unknown }>(
    '/restore',
    { ...forCurators, bodyLimit: LARGEST_HELD },
    (request) => workplace.restore(snapshotIn(request.body), workOptions(request)),
  );

  function workOptions(request: FastifyRequest<{ Querystring: Query }>): WorkOptions {
    const { query } = request;
    // A program that shows the token says for whom it works; a session has a name.
    const who = wordOf(query, 'who') ?? gate.curatorOf(knockOf(request))?.name ?? '';
    return { who, dryRun: isSaid(query, 'dryRun') };
  }
}

/** @throws INVALID where the body holds no snapshot. */
function snapshotIn(body: unknown): SnapshotFiles {
  const { name, exported, states = null } = (body ?? {}) as Partial<Record<string, unknown>>;
  const isText = (value: unknown): value is string => typeof value === 'string';
  if (isText(name) && isText(exported) && (states === null || isText(states)))
    return { name, exported, states };
  throw new UnderpinError(
    'INVALID',
    'A snapshot is sent as JSON with the texts of its files: “name”, “exported” and “states”, which may be null.',
  );
}

function checkFormat({ format = 'json' }: Query): void {
  if (format !== 'json')
    throw new UnderpinError(
      'INVALID',
      `The format “${String(format)}” is not known: there is “json”.`,
    );
}

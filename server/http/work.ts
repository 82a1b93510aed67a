import type { FastifyInstance } from 'fastify';
import { UnderpinError } from '../domain/errors.ts';
import type { Workplace } from '../ingest/workplace.ts';
import type { Gate } from './gate.ts';
import { curatorsOnly } from './guard.ts';

/** An imported source, in bytes. */
const LARGEST_SOURCE = 64 * 1024 * 1024;

type Query = Readonly<Record<string, unknown>>;

/** What is done to the store as a whole: bringing sources in, taking everything out, looking for what is broken. */
export async function addWork(
  app: FastifyInstance,
  gate: Gate,
  workplace: Workplace,
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
      ['application/json', 'application/octet-stream'],
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body.toString('utf8')),
    );
    scope.post<{ Querystring: Query; Body: string | undefined }>(
      '/import',
      { ...forCurators, bodyLimit: LARGEST_SOURCE },
      async ({ query, body = '' }) => {
        checkFormat(query);
        return workplace.importText(body, { name: nameOf(query), dryRun: isDryRun(query) });
      },
    );
  });
}

function checkFormat({ format = 'json' }: Query): void {
  if (format !== 'json')
    throw new UnderpinError(
      'INVALID',
      `The format “${String(format)}” is not known: there is “json”.`,
    );
}

function nameOf({ name = 'unnamed source' }: Query): string {
  if (typeof name === 'string') return name;
  throw new UnderpinError('INVALID', '“name” is given twice.');
}

function isDryRun({ dryRun = 'false' }: Query): boolean {
  if (dryRun === 'true' || dryRun === 'false') return dryRun === 'true';
  throw new UnderpinError('INVALID', '“dryRun” should be “true” or “false”.');
}

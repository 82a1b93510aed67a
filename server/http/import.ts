import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UnderpinError } from '../domain/errors.ts';
import type { Followed } from '../curation/course.ts';
import type { ImportOptions, WorkOptions, WorkplaceHere } from '../workplace.ts';
import { LARGEST_SOURCE } from './body-limits.ts';
import { receiveSource, tooLargeSource, type ReceivedSource } from './received-source.ts';
import { answerError, type TellError } from './errors.ts';
import type { Gate } from './gate.ts';
import { curatorsOnly } from './guard.ts';
import { untilLeft } from './leaving.ts';
import { answerInLines, wantsLines } from './lines.ts';
import { isSaid, wordOf, wordsOf, type Query } from './query.ts';
import { hasAnswers, saidIn } from './said-of-source.ts';

interface Importing {
  readonly gate: Gate;
  readonly workplace: WorkplaceHere;
  readonly tellError: TellError;
  /** Who asks, and whether to plan only. */
  readonly workOptions: (request: FastifyRequest<{ Querystring: Query }>) => WorkOptions;
}

type ImportRequest = FastifyRequest<{ Querystring: Query; Body: Readable | undefined }>;

/**
 * Bringing a source in, in a scope that takes any text for a source: with its
 * report at the end, or line by line with how far it is. It stops where whoever
 * asked goes away, or gives it up by its name, before anything is written.
 */
export function addImport(scope: FastifyInstance, importing: Importing): void {
  const { gate, workplace, tellError, workOptions } = importing;
  const forCurators = { onRequest: curatorsOnly(gate) };
  /** What is under way and can be given up, by the name that whoever asks gave it. */
  const runs = new Map<string, AbortController>();

  scope.post<{ Querystring: Query; Body: Readable | undefined }>(
    '/import',
    { ...forCurators, bodyLimit: LARGEST_SOURCE },
    async (request: ImportRequest, reply: FastifyReply) => {
      const { query, body = Readable.from([]) } = request;
      const asked = { ...importOptions(query), ...workOptions(request) };
      const rows = rowsOf(query);
      const run = wordOf(query, 'run');
      const controller = untilLeft(reply);
      const { signal } = controller;
      if (run !== null) runs.set(run, controller);
      const forget = (): void => {
        if (run !== null && runs.get(run) === controller) runs.delete(run);
      };
      const received = await receive(request, reply, body).catch((error: unknown) => {
        forget();
        throw error;
      });
      const followed = async (told: Followed): Promise<object> => {
        try {
          const { line, source } = received;
          const options = { ...asked, ...(line === null ? {} : saidIn(line)), ...told, signal };
          return rows === null
            ? await workplace.importSource(source, options)
            : await workplace.importTold(source, options, rows);
        } finally {
          forget();
          await received.discard();
        }
      };
      if (!wantsLines(request)) return followed({});
      return answerInLines(reply, tellError, async (say) => ({
        report: await followed({ progress: (progress) => say({ progress }) }),
      }));
    },
  );

  scope.delete<{ Params: { run: string } }>(
    '/import/:run',
    forCurators,
    async ({ params }, reply) => {
      const controller = runs.get(params.run);
      if (controller === undefined)
        return answerError(reply, 404, 'No such import is under way: it has ended, or never was.');
      controller.abort();
      return reply.code(204).send();
    },
  );
}

/** What is too large is not waited for, and no more is heard from who sends it. */
async function receive(
  request: ImportRequest,
  reply: FastifyReply,
  body: Readable,
): Promise<ReceivedSource> {
  try {
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_SOURCE) throw tooLargeSource();
    return await receiveSource(body, hasAnswers(request));
  } catch (error) {
    void reply.header('connection', 'close');
    throw error;
  }
}

function importOptions(query: Query): Omit<ImportOptions, keyof WorkOptions> {
  return {
    name: wordOf(query, 'name'),
    format: wordOf(query, 'format'),
    profile: wordOf(query, 'profile'),
    same: wordsOf(query, 'same').map(pairIn),
    apart: isSaid(query, 'allApart') ? 'all' : wordsOf(query, 'apart'),
    keepsEdits: isSaid(query, 'keepEdits'),
    key: wordOf(query, 'key'),
  };
}

/** “record=work”. */
function pairIn(words: string): [string, string] {
  const [, record, is] = /^(.+?)=(.+)$/.exec(words) ?? [];
  if (record !== undefined && is !== undefined) return [record, is];
  throw new UnderpinError('INVALID', `“${words}” should be two ids with “=” between them.`);
}

/** How many records of each sort a person would look through; null for who wants all, by their ids. */
function rowsOf(query: Query): number | null {
  const rows = wordOf(query, 'rows');
  if (rows === null) return null;
  if (/^\d{1,5}$/.test(rows)) return Number(rows);
  throw new UnderpinError('INVALID', '“rows” should be a whole number below 100000.');
}

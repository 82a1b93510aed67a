import { randomUUID } from 'node:crypto';
import { Cancelled, type Progress } from '../curation/course.ts';
import { UnderpinError, type ErrorCode } from '../domain/errors.ts';
import type { ImportReport } from '../curation/import-source.ts';
import type { Verification } from '../curation/verify.ts';
import type { RestoreReport } from '../snapshots/restore-snapshot.ts';
import type { ImportOptions, WithdrawalReport, Workplace } from '../workplace.ts';
import { jsonLines } from './json-lines.ts';

/** A server, and what this process may show it. */
export interface Server {
  readonly address: string;
  /** The curator's token; null where this process has none. */
  readonly token: string | null;
}

/** The work, done by a running server to the store that it holds. */
export function workplaceThrough(server: Server): Workplace {
  return {
    importSource: (content, options) => importThrough(server, content, options),
    importSeed: async ({ who, dryRun }) => {
      const search = new URLSearchParams({ who, dryRun: String(dryRun) });
      const about = { method: 'POST', headers: authorization(server) };
      return (await (await ask(server, `/seed?${search}`, about)).json()) as ImportReport;
    },
    restore: async (files, { who, dryRun }) => {
      const search = new URLSearchParams({ who, dryRun: String(dryRun) });
      const headers = { ...authorization(server), 'content-type': 'application/json' };
      const about = { method: 'POST', headers, body: JSON.stringify(files) };
      return (await (await ask(server, `/restore?${search}`, about)).json()) as RestoreReport;
    },
    withdraw: async (variables) => {
      const about = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: WITHDRAW, variables }),
      };
      const text = await (await ask(server, '/graphql', about)).text();
      const { data } = JSON.parse(text) as { data: { withdraw: Withdrawn } | null };
      if (data === null) throw errorIn(text, server.address);
      const { studies, fallen, ...rest } = data.withdraw;
      return {
        studies: studies.map(({ id }) => id),
        fallen: fallen.map(({ claim: { id, text: words }, ...standings }) => ({
          claim: id,
          text: words,
          ...standings,
        })),
        ...rest,
      };
    },
    exportText: async () => (await ask(server, '/export?format=json', {})).text(),
    verify: async () => {
      const answer = await ask(server, '/verify', { headers: authorization(server) });
      return (await answer.json()) as Verification;
    },
  };
}

/** Line by line with how far it is; given up by its name, so that the server says whether it was in time. */
async function importThrough(
  server: Server,
  content: Uint8Array,
  options: ImportOptions,
): Promise<ImportReport> {
  const { signal, progress } = options;
  const run = randomUUID();
  const headers = {
    ...authorization(server),
    'content-type': 'application/octet-stream',
    accept: 'application/x-ndjson',
  };
  const giveUp = (): void => {
    const about = { method: 'DELETE', headers: authorization(server) };
    // It may have ended just now, which its own last line says.
    void ask(server, `/import/${run}`, about).catch(() => undefined);
  };
  signal?.addEventListener('abort', giveUp);
  try {
    const about = { method: 'POST', headers, body: content };
    const answer = await ask(server, `/import?${searchOf(options, run)}`, about);
    for await (const said of linesOf<ImportLine>(answer, server.address)) {
      if ('progress' in said) progress?.(said.progress);
      else if ('report' in said) return said.report;
      else if (signal?.aborted === true) throw new Cancelled();
      else throw new UnderpinError(said.error.extensions.code, said.error.message);
    }
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
  throw brokenOff(server.address);
}

/** @throws UNAVAILABLE where the answer breaks off. */
async function* linesOf<Line>({ body }: Response, address: string): AsyncGenerator<Line> {
  try {
    // What our own server says in them is known.
    if (body !== null) for await (const line of jsonLines(body)) yield line as Line;
  } catch (error) {
    throw brokenOff(address, error);
  }
}

type ImportLine =
  | { readonly progress: Progress }
  | { readonly report: ImportReport }
  | { readonly error: ToldError };

interface ToldError {
  readonly message: string;
  readonly extensions: { readonly code: ErrorCode };
}

function searchOf(options: ImportOptions, run: string): URLSearchParams {
  const { name, format, same, apart, keepsEdits, key, who, dryRun } = options;
  const search = new URLSearchParams({
    ...(name === null ? {} : { name }),
    ...(format === null ? {} : { format }),
    ...(apart === 'all' ? { allApart: 'true' } : {}),
    ...(keepsEdits ? { keepEdits: 'true' } : {}),
    ...(key === null ? {} : { key }),
    who,
    dryRun: String(dryRun),
    run,
  });
  for (const [record, is] of same) search.append('same', `${record}=${is}`);
  if (apart !== 'all') for (const record of apart) search.append('apart', record);
  return search;
}

const WITHDRAW = `query ($studies: [ID!]!, $includeRetracted: Boolean, $asOf: Int) {
  withdraw(studies: $studies, includeRetracted: $includeRetracted, asOf: $asOf) {
    studies { id }
    fallen { claim { id text } before after }
    counts { grounded unresolved ungrounded unsupported }
    revision
  }
}`;

/** A withdrawal as the server tells it. */
type Withdrawn = Omit<WithdrawalReport, 'studies' | 'fallen'> & {
  readonly studies: readonly { readonly id: string }[];
  readonly fallen: readonly (Omit<WithdrawalReport['fallen'][number], 'claim' | 'text'> & {
    readonly claim: { readonly id: string; readonly text: string };
  })[];
};

/** A new link that signs a browser in, once. */
export async function askForLink(server: Server): Promise<string> {
  const answer = await ask(server, '/sign-in', { method: 'POST', headers: authorization(server) });
  return ((await answer.json()) as { link: string }).link;
}

/** @throws FORBIDDEN where there is no token to show. */
function authorization({ address, token }: Server): Record<string, string> {
  if (token === null)
    throw new UnderpinError(
      'FORBIDDEN',
      `The server at ${address} holds the store and asks for the curator’s token: set UNDERPIN_TOKEN to the server’s own.`,
    );
  return { authorization: `Bearer ${token}` };
}

/** @throws what the server answers, as the error that it is; UNAVAILABLE where it does not answer. */
async function ask({ address }: Server, path: string, about: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address + path, about);
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The server at ${address} holds the store and does not answer: try again, or stop it first.`,
      error,
    );
  }
  if (!response.ok) throw errorIn(await response.text(), address);
  return response;
}

function brokenOff(address: string, cause?: unknown): UnderpinError {
  return new UnderpinError(
    'UNAVAILABLE',
    `The server at ${address} went away before it said what came of it: import again, which changes nothing twice.`,
    cause,
  );
}

function errorIn(text: string, address: string): UnderpinError {
  try {
    const { errors } = JSON.parse(text) as {
      errors: readonly ToldError[];
    };
    const [error] = errors;
    if (error !== undefined) return new UnderpinError(error.extensions.code, error.message);
  } catch {
    // What stands between here and there answered in its stead.
  }
  return new UnderpinError('UNAVAILABLE', `The server at ${address} gives no answer of its own.`);
}

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Cancelled, type Progress } from '../curation/course.ts';
import type { ImportReport } from '../curation/import-source.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { SourceBytes } from '../curation/source-bytes.ts';
import type { ImportOptions } from '../workplace.ts';
import { ask, authorization, brokenOff, type Server, type ToldError } from './ask-server.ts';
import { jsonLines } from './json-lines.ts';

/**
 * An import by a server: it is heard line by line how far it is, and given up by its
 * name, so that the server says whether that was in time.
 */
export async function importThrough(
  server: Server,
  source: SourceBytes,
  options: ImportOptions,
): Promise<ImportReport> {
  const { signal, progress } = options;
  const run = randomUUID();
  const headers = {
    ...authorization(server),
    // More may be said of a source than an address has room for.
    'content-type': 'application/vnd.underpin.source',
    accept: 'application/x-ndjson',
  };
  const said = JSON.stringify({
    same: options.same,
    apart: options.apart,
    profile: options.profile,
  });
  const isGivenUp = (): boolean => signal?.aborted === true;
  const ended = new AbortController();
  const giveUp = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      try {
        await ask(server, `/import/${run}`, { method: 'DELETE', headers: authorization(server) });
        return;
      } catch {
        // It is on its way to the server still, or has ended, which its own last line says.
        await setTimeout(GIVING_UP);
      }
    }
  };
  const onAbort = (): void => void giveUp();
  if (isGivenUp()) throw new Cancelled();
  signal?.addEventListener('abort', onAbort);
  try {
    // A body that is sent as it is read has to say that nothing is answered before its end.
    const body = ReadableStream.from(withFront(`${said}\n`, source));
    const about: RequestInit = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await ask(server, `/import?${searchOf(options, run)}`, about);
    for await (const line of linesOf<ImportLine>(answer, server.address)) {
      if ('progress' in line) progress?.(line.progress);
      else if ('report' in line) return line.report;
      else if (isGivenUp()) throw new Cancelled();
      else throw new UnderpinError(line.error.extensions.code, line.error.message);
    }
  } finally {
    ended.abort();
    signal?.removeEventListener('abort', onAbort);
  }
  throw brokenOff(server.address);
}

async function* withFront(line: string, { open }: SourceBytes): AsyncGenerator<Uint8Array> {
  yield Buffer.from(line);
  yield* open();
}

/** How long to wait before it is asked again that an import be given up, in milliseconds. */
const GIVING_UP = 100;

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

function searchOf(options: ImportOptions, run: string): URLSearchParams {
  const { name, format, keepsEdits, key, who, dryRun } = options;
  return new URLSearchParams({
    ...(name === null ? {} : { name }),
    ...(format === null ? {} : { format }),
    ...(keepsEdits ? { keepEdits: 'true' } : {}),
    ...(key === null ? {} : { key }),
    who,
    dryRun: String(dryRun),
    run,
  });
}

import { createReadStream } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readConfig } from '../config.ts';
import { Cancelled, type Progress } from '../curation/course.ts';
import type { ImportReport } from '../curation/import-source.ts';
import { UnderpinError, type ErrorCode } from '../domain/errors.ts';
import { READERS, unknownFormat } from '../ingest/formats.ts';
import { sourceInMemory, type SourceBytes } from '../curation/source-bytes.ts';
import type { ImportOptions, Workplace } from '../workplace.ts';
import { sayReport } from './report.ts';
import { parse, UsageError } from './usage.ts';
import { withWorkplace } from './workplaces.ts';
import { DONE, PROBLEMS, statusOf, type World } from './world.ts';

/** Brings files in, one after the other; asked to end, it stops before the next thing is written. */
export async function importFiles(words: readonly string[], world: World): Promise<number> {
  const { values, positionals } = parse(
    words,
    {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      format: { type: 'string' },
      same: { type: 'string', multiple: true },
      apart: { type: 'string', multiple: true },
      'all-apart': { type: 'boolean' },
      'keep-edits': { type: 'boolean' },
      profile: { type: 'string' },
    },
    'files',
  );
  const { format = null } = values;
  if (format !== null && !READERS.some((reader) => reader.format === format))
    throw new UsageError(unknownFormat(format));
  if (positionals.length === 0) throw new UsageError('Say which files to import.');
  const about = {
    who: world.user,
    dryRun: values['dry-run'] === true,
    format,
    same: (values.same ?? []).map(samePair),
    apart: values['all-apart'] === true ? ('all' as const) : (values.apart ?? []),
    keepsEdits: values['keep-edits'] === true,
    key: null,
    profile: values.profile === undefined ? null : await profileOf(values.profile),
  };
  // A file that cannot be read is found out before the store is opened.
  const sources = await Promise.all(
    positionals.map(async (file) => ({ file, source: await sourceOf(file) })),
  );
  return withWorkplace(readConfig(world.environment), world.root, (workplace) =>
    importAll(workplace, sources, { about, asJson: values.json === true }, world),
  );
}

interface Source {
  readonly file: string;
  readonly source: SourceBytes;
}

/** What came of each file, as JSON tells it. */
type Told = { readonly file: string } & (
  | ImportReport
  | { readonly error: { readonly code: ErrorCode; readonly message: string } }
);

/** Brings these in, one after the other: what one of them cannot be read for keeps no other from its turn. */
export async function importAll(
  workplace: Pick<Workplace, 'importSource'>,
  sources: readonly Source[],
  { about, asJson }: { readonly about: Omit<ImportOptions, 'name'>; readonly asJson: boolean },
  world: Pick<World, 'say' | 'complain' | 'show' | 'untilAskedToEnd'>,
): Promise<number> {
  const end = new AbortController();
  void world.untilAskedToEnd().then(() => end.abort());
  const told: Told[] = [];
  let status = DONE;
  for (const { file, source } of sources) {
    const progress =
      world.show === null
        ? undefined
        : (far: Progress) => world.show?.(`${file}: ${progressText(far)}`);
    try {
      const options = { name: basename(file), ...about, signal: end.signal, progress };
      const report = await workplace.importSource(source, options);
      world.show?.('');
      const isRefused = report.problems.length > 0 || (report.plan?.conflicts.length ?? 0) > 0;
      if (isRefused) status = Math.max(status, PROBLEMS);
      told.push({ file, ...report });
      if (!asJson) (isRefused ? world.complain : world.say)(sayReport(file, report, about.dryRun));
    } catch (error) {
      world.show?.('');
      if (!(error instanceof UnderpinError) || sources.length === 1) throw error;
      const { code, message } = error;
      told.push({ file, error: { code, message } });
      status = Math.max(status, statusOf(error));
      world.complain(
        error instanceof Cancelled
          ? `Cancelled: nothing of ${file} was written.\n`
          : `${file}: ${message}\n`,
      );
      // What is not the file's own would be said of each of the others.
      if (!OF_A_FILE.has(code)) break;
    }
  }
  for (const { file } of sources.slice(told.length))
    world.complain(`${file}: not looked at, nothing of it was written.\n`);
  // What is written is to be told, whatever came after it.
  if (asJson) world.say(`${JSON.stringify(told, null, 2)}\n`);
  return status;
}

/** Codes that say what is wrong with a source. */
const OF_A_FILE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INVALID', 'TOO_COSTLY']);

function progressText({ stage, done, total }: Progress): string {
  if (total !== null) return `${stage}, ${done} of ${total}…`;
  return done === 0 ? `${stage}…` : `${stage}, ${done} so far…`;
}

/** “RECORD=WORK”. */
function samePair(words: string): [string, string] {
  const [, record, is] = /^(.+?)=(.+)$/.exec(words) ?? [];
  if (record === undefined || is === undefined)
    throw new UsageError(`“${words}” should be two ids with “=” between them.`);
  return [record, is];
}

/** The name of a saved profile, or a file that has one. */
async function profileOf(words: string): Promise<string | object> {
  if (!/[/\\]|\.json$/.test(words)) return words;
  const text = await readFile(words, 'utf8').catch((error: unknown) => {
    throw unreadable(words, error);
  });
  try {
    const profile: unknown = JSON.parse(text);
    if (typeof profile === 'object' && profile !== null) return profile;
  } catch {
    // It is said below.
  }
  throw new UsageError(`${words} has no profile of a table: it should be JSON.`);
}

/** A file that can be read; what comes through a pipe is read at once. */
async function sourceOf(file: string): Promise<SourceBytes> {
  try {
    await access(file, constants.R_OK);
    const about = await stat(file);
    if (!about.isFile()) return sourceInMemory(await readFile(file));
    return { size: about.size, open: () => createReadStream(file) };
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UnderpinError {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR')
    return new UnderpinError('INVALID', `${file} is a folder: name the files in it.`, error);
  const hint = code === 'EACCES' ? 'see who may read it' : 'check its name';
  return new UnderpinError(
    'NOT_FOUND',
    `The file ${file} cannot be read (${code}): ${hint}.`,
    error,
  );
}

import { writeFile } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { UnderpinError } from '../domain/errors.ts';
import { importFiles } from './import-files.ts';
import type { ClusteringAsked } from '../workplace.ts';
import { sayClusters } from './clusters-report.ts';
import { sayReport } from './report.ts';
import { sayWithdrawal } from './withdrawal-report.ts';
import { askForLink } from './server-workplace.ts';
import { serverOfFolder, withWorkplace } from './workplaces.ts';
import { sayRestored, saySnapshots } from './restore-report.ts';
import { listSnapshots, readSnapshot, snapshotFolder } from '../snapshots/snapshot-folder.ts';
import { parse, UsageError } from './usage.ts';
import { DONE, PROBLEMS, statusOf, USAGE, type World } from './world.ts';

const HELP = `Usage: underpin COMMAND

  serve                                   serves the store; fills an empty one with the seed corpus
  import FILE… [--dry-run] [--format FORMAT] [--profile NAME|FILE] [--json]
         [--same RECORD=WORK] [--apart RECORD] [--all-apart] [--keep-edits]
                                          brings sources into the store: BibTeX, RIS, CSL-JSON, …
                                          or interchange documents; a work that may be another
                                          one is asked about, and answered by --same, --apart or
                                          --all-apart; --keep-edits leaves what people have set
                                          otherwise; --profile says which columns of a table of
                                          claims say what; Ctrl+C gives it up, and writes nothing
  seed [--dry-run] [--json]               brings in the seed corpus as this build has it
  export [--format json] [--out FILE]     prints all that the store holds
  restore [SNAPSHOT] [--dry-run] [--json]
                                          brings a snapshot back; without one, lists them
  clusters [--basis direct|co-citation|coupling] [--quality modularity|cpm]
           [--resolution R] [--seed N] [--json]
                                          says which bodies of work the citations make
  withdraw STUDY… [--retracted] [--as-of YEAR] [--json]
                                          says which claims fall when studies are withdrawn
  verify                                  looks for what is broken in the store
  sign-in                                 prints a link that signs a browser in as curator, once

While a server holds the store, the others work through it.

The environment decides the rest: PORT, HOST, UNDERPIN_DATA, UNDERPIN_SEED=off,
UNDERPIN_TOKEN (the curator's), UNDERPIN_ORIGIN (the public address behind a proxy),
NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.
`;

/** Runs one command and gives its exit status; every error is one sentence. */
export async function runCli(words: readonly string[], world: World): Promise<number> {
  const [command, ...rest] = words;
  try {
    switch (command) {
      case 'serve':
        return await serve(rest, world);
      case 'import':
        return await importFiles(rest, world);
      case 'seed':
        return await importSeed(rest, world);
      case 'export':
        return await exportStore(rest, world);
      case 'restore':
        return await restore(rest, world);
      case 'clusters':
        return await clusters(rest, world);
      case 'withdraw':
        return await withdraw(rest, world);
      case 'verify':
        return await verify(rest, world);
      case 'sign-in':
        return await signIn(rest, world);
      case 'help':
      case '--help':
      case '-h':
        world.say(HELP);
        return DONE;
      default:
        throw new UsageError(
          command === undefined ? 'Say what to do.' : `There is no command “${command}”.`,
        );
    }
  } catch (error) {
    if (error instanceof UsageError) {
      world.complain(`${error.message} See \`underpin help\`.\n`);
      return USAGE;
    }
    if (error instanceof UnderpinError) {
      world.complain(`${error.message}\n`);
      return statusOf(error);
    }
    // What nobody foresaw is a fault of ours; a stack would help no one who reads it here.
    world.complain(`Something went wrong that should not: ${(error as Error).message}\n`);
    return PROBLEMS;
  }
}

async function serve(words: readonly string[], world: World): Promise<number> {
  parse(words, {}, 'no files');
  // Only this command needs the host and all that it loads.
  const { startServer } = await import('../main.ts');
  const server = await startServer(readConfig(world.environment), world.root);
  // Whoever reads the address may ask for the end at once.
  const askedToEnd = world.untilAskedToEnd();
  if (server.seed === 'loaded now') world.say('The store was empty: the seed corpus was loaded.\n');
  if (server.seed === 'newer')
    world.say(
      'This build has a newer form of the seed corpus: `npx underpin seed --dry-run` shows what it would change.\n',
    );
  world.say(
    `Underpin serves at ${server.address}\nTo sign in as curator, open ${server.signInLink}\n`,
  );
  await askedToEnd;
  await server.stop();
  return DONE;
}

/** The seed corpus is a source like any other; this names it, wherever the build lies. */
async function importSeed(words: readonly string[], world: World): Promise<number> {
  const { values } = parse(
    words,
    { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    'no files',
  );
  const dryRun = values['dry-run'] === true;
  const report = await withWorkplace(readConfig(world.environment), world.root, (workplace) =>
    workplace.importSeed({ who: world.user, dryRun }),
  );
  const isRefused = report.problems.length > 0 || (report.plan?.conflicts.length ?? 0) > 0;
  const told =
    values.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : sayReport(report.source.name, report, dryRun);
  (isRefused && values.json !== true ? world.complain : world.say)(told);
  return isRefused ? PROBLEMS : DONE;
}

async function exportStore(words: readonly string[], world: World): Promise<number> {
  const { values } = parse(
    words,
    { format: { type: 'string' }, out: { type: 'string' } },
    'no files',
  );
  checkFormat(values.format);
  const text = await withWorkplace(readConfig(world.environment), world.root, (workplace) =>
    workplace.exportText(),
  );
  if (values.out === undefined) world.say(text);
  else await writeOut(values.out, text);
  return DONE;
}

async function writeOut(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The file ${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      error,
    );
  }
}

async function restore(words: readonly string[], world: World): Promise<number> {
  const { values, positionals } = parse(
    words,
    { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    'files',
  );
  const [name, another] = positionals;
  if (another !== undefined) throw new UsageError('Say one snapshot to restore.');
  const config = readConfig(world.environment);
  const tell = (found: object, inWords: string): string =>
    values.json === true ? `${JSON.stringify(found, null, 2)}\n` : inWords;
  if (name === undefined) {
    const snapshots = await listSnapshots(config.data);
    world.say(tell(snapshots, saySnapshots(snapshots, snapshotFolder(config.data))));
    return DONE;
  }
  const dryRun = values['dry-run'] === true;
  // A snapshot that cannot be read is found out before the store is opened.
  const files = await readSnapshot(config.data, name);
  const report = await withWorkplace(config, world.root, (workplace) =>
    workplace.restore(files, { who: world.user, dryRun }),
  );
  const isRefused = report.plan === null || report.plan.conflicts.length > 0;
  const told = tell(report, sayRestored(report, dryRun));
  (isRefused && values.json !== true ? world.complain : world.say)(told);
  return isRefused ? PROBLEMS : DONE;
}

async function clusters(words: readonly string[], world: World): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parse(
    words,
    { basis: text, quality: text, resolution: text, seed: text, json: { type: 'boolean' } },
    'no files',
  );
  const { basis = 'direct', quality = 'modularity', resolution = '1', seed = '1' } = values;
  const asked: ClusteringAsked = {
    basis: wordOf('basis', basis, BASES),
    quality: wordOf('quality', quality, QUALITIES),
    resolution: numberOf('resolution', resolution, /^\d+(\.\d+)?$/),
    seed: numberOf('seed', seed, /^-?\d{1,9}$/),
  };
  const report = await withWorkplace(readConfig(world.environment), world.root, (workplace) =>
    workplace.clusters(asked),
  );
  world.say(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : sayClusters(report));
  return DONE;
}

const BASES = { direct: 'DIRECT', 'co-citation': 'CO_CITATION', coupling: 'COUPLING' } as const;
const QUALITIES = { modularity: 'MODULARITY', cpm: 'CPM' } as const;

function wordOf<Value>(
  option: string,
  word: string,
  words: Readonly<Record<string, Value>>,
): Value {
  const found = Object.entries(words).find(([known]) => known === word.toLowerCase());
  if (found !== undefined) return found[1];
  const known = Object.keys(words).join(', ');
  throw new UsageError(`The ${option} “${word}” is not known: there are ${known}.`);
}

function numberOf(option: string, word: string, form: RegExp): number {
  if (form.test(word)) return Number(word);
  throw new UsageError(`“${word}” is no ${option}.`);
}

async function withdraw(words: readonly string[], world: World): Promise<number> {
  const { values, positionals } = parse(
    words,
    { retracted: { type: 'boolean' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
    'files',
  );
  const includeRetracted = values.retracted === true;
  if (positionals.length === 0 && !includeRetracted)
    throw new UsageError('Say which studies to withdraw, by id, or --retracted.');
  const year = values['as-of'];
  if (year !== undefined && !/^-?\d{1,4}$/.test(year))
    throw new UsageError(`“${year}” is no year.`);
  const asOf = year === undefined ? null : Number(year);
  const report = await withWorkplace(readConfig(world.environment), world.root, (workplace) =>
    workplace.withdraw({ studies: positionals, includeRetracted, asOf }),
  );
  world.say(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : sayWithdrawal(report));
  return DONE;
}

async function verify(words: readonly string[], world: World): Promise<number> {
  parse(words, {}, 'no files');
  const { faults, records } = await withWorkplace(
    readConfig(world.environment),
    world.root,
    (workplace) => workplace.verify(),
  );
  for (const fault of faults) world.complain(`${fault}\n`);
  world.say(
    faults.length === 0
      ? `The store is in order: ${records} records.\n`
      : `${faults.length} faults were found in ${records} records.\n`,
  );
  return faults.length === 0 ? DONE : PROBLEMS;
}

async function signIn(words: readonly string[], world: World): Promise<number> {
  parse(words, {}, 'no files');
  const link = await askForLink(await serverOfFolder(readConfig(world.environment)));
  world.say(`${link}\n`);
  return DONE;
}

function checkFormat(format: string | undefined): void {
  if (format !== undefined && format !== 'json')
    throw new UsageError(`The format “${format}” is not known: there is “json”.`);
}

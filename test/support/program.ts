import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';

/** The folder of the project, where `underpin.mjs` lies. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What the program's environment says beside what every process needs. */
export type Environment = Readonly<Record<string, string>>;

/** What a process said, and how it ended: by a status or, where that is null, by a signal. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server in a process of its own. */
export interface RunningProgram {
  /** Where it is reached, as in `http://127.0.0.1:40123`. */
  readonly address: string;
  /** An address that signs a browser in as curator, once. */
  readonly signInLink: string;
  /** Its data folder. */
  readonly data: string;
  readonly pid: number;
  /** What it has said so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Asks it to end, and does not wait for that. */
  askToEnd(): void;
  /** Asks it to end unless it was asked, and checks that it ended well. */
  stop(): Promise<Ended>;
  /** Ends it on the spot, as a crash would. */
  kill(): Promise<Ended>;
}

/** Runs `underpin` with these words to its end. */
export function runProgram(words: readonly string[], environment: Environment): Promise<Ended> {
  return run(process.execPath, ['underpin.mjs', ...words], environment);
}

/** Runs any program of this machine to its end, in the folder of the project unless told. */
export function run(
  program: string,
  words: readonly string[],
  environment: Environment = {},
  folder = projectFolder,
): Promise<Ended> {
  return start(program, words, environment, folder).ended;
}

/** Starts `underpin serve` on a free port, and on a new store unless the environment names one. */
export async function startProgram(environment: Environment = {}): Promise<RunningProgram> {
  const own = 'UNDERPIN_DATA' in environment ? null : await makeFolder();
  const { child, said, ended } = start(process.execPath, ['underpin.mjs', 'serve'], {
    PORT: '0',
    HOST: '127.0.0.1',
    ...(own === null ? {} : { UNDERPIN_DATA: own }),
    ...environment,
  });
  const sent = new Set<string>();
  const send = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    if (!sent.has(signal)) child.kill(signal);
    sent.add(signal);
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended> => {
    send(signal);
    const result = await ended;
    if (own !== null) await removeFolder(own);
    return result;
  };
  try {
    const [address, signInLink] = await new Promise<[string, string]>((resolve, reject) => {
      child.stdout?.on('data', () => {
        const [, found] = /^Underpin serves at (\S+)$/m.exec(said.stdout) ?? [];
        const [, link] = /^To sign in as curator, open (\S+)$/m.exec(said.stdout) ?? [];
        if (found !== undefined && link !== undefined) resolve([found, link]);
      });
      void ended.then(({ status, stderr }) =>
        reject(new Error(`The server ended with ${status} before it served: ${stderr}`)),
      );
    });
    return {
      address,
      signInLink,
      data: own ?? environment['UNDERPIN_DATA'] ?? '',
      pid: child.pid ?? 0,
      output: said,
      askToEnd: () => send('SIGTERM'),
      stop: async () => {
        const result = await end('SIGTERM');
        if (result.status !== 0 && !sent.has('SIGKILL'))
          throw new Error(`The server ended with ${result.status}: ${result.stderr}`);
        return result;
      },
      kill: () => end('SIGKILL'),
    };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
}

/** What a server says when it is up. */
export function startLines({ address, signInLink }: RunningProgram): string {
  return `Underpin serves at ${address}\nTo sign in as curator, open ${signInLink}\n`;
}

/** As `startProgram`, for one test: it is stopped when the test has ended, however it ended. */
export async function serveForThisTest(environment: Environment = {}): Promise<RunningProgram> {
  const server = await startProgram(environment);
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
}

/** As `startProgram`, for the tests of this file or description: it has an address once they run. */
export function serveForTheseTests(environment: Environment = {}): RunningProgram {
  const server = {} as RunningProgram;
  beforeAll(async () => {
    const started = await startProgram(environment);
    Object.assign(server, started);
    return started.stop;
  });
  return server;
}

/** As `serveForThisTest`, over a store that holds this document and nothing else. */
export async function serveDocumentForThisTest(
  document: EvidenceDocument,
): Promise<RunningProgram> {
  const folder = await folderForThisTest();
  const file = join(folder, 'document.json');
  await writeFile(file, JSON.stringify(document));
  const UNDERPIN_DATA = join(folder, 'data');
  const { status, stderr } = await runProgram(['import', file], { UNDERPIN_DATA });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return serveForThisTest({ UNDERPIN_DATA });
}

/** What decides how the program runs; a test says all of it. */
const DECIDES = /^(PORT|HOST|UNDERPIN_\w+|NEO4J_\w+|NODE_\w+|npm_\w+|VITEST\w*)$/;

function start(
  program: string,
  words: readonly string[],
  environment: Environment,
  folder = projectFolder,
): { child: ChildProcess; said: { stdout: string; stderr: string }; ended: Promise<Ended> } {
  const inherited = Object.entries(process.env).filter(([name]) => !DECIDES.test(name));
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, ...said }));
  });
  return { child, said, ended };
}

/** A new folder of this test's own. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'underpin-http-'));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

/** A new folder that is gone when the test has ended. */
export async function folderForThisTest(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** An answer of the GraphQL endpoint. */
export interface Answer<Data> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Sends one operation. */
export async function query<Data = unknown>(
  address: string,
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/** The data of an operation that is answered without any error. */
export async function ask<Data>(
  address: string,
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await query<Data>(address, text, variables);
  expect(errors).toBeUndefined();
  return data as Data;
}

/** The one error of an operation that is refused. */
export async function refusal(
  address: string,
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<AnswerError & { readonly status: number; readonly code: unknown }> {
  const { status, errors = [] } = await query(address, text, variables);
  expect(errors).toHaveLength(1);
  const [error = { message: '', extensions: {} }] = errors;
  return { ...error, status, code: error.extensions['code'] };
}

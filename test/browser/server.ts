import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { makeFolder, removeFolder, runProgram, startProgram } from '../support/program.ts';
import type { RunningProgram } from '../support/program.ts';

/** A built server of our own, on a port and a data folder of its own. */
export interface TestServer {
  readonly address: string;
  /** Signs a browser in as curator, once; of the latest start. */
  readonly signInLink: () => string;
  /** Ends the server on the spot, as a crash would; its data stay. */
  readonly kill: () => Promise<void>;
  /** The curator's token. */
  readonly token: () => Promise<string>;
  /** Ends the server; its data stay. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly start: () => Promise<void>;
  /** Ends the server and takes its data away. */
  readonly remove: () => Promise<void>;
}

/** What a server begins with: the seed corpus unless told, and documents or files of our own. */
export interface Content {
  readonly seed?: boolean;
  readonly documents?: readonly object[];
  readonly files?: readonly { readonly name: string; readonly text: string }[];
}

/** As `startServer`, for the tests of this file or description: it has an address once they run. */
export function serverForTheseTests(content: Content = {}): TestServer {
  const server = {} as TestServer;
  beforeAll(async () => {
    const started = await startServer(content);
    Object.assign(server, started);
    return started.remove;
  });
  return server;
}

/** Starts `underpin serve` on a free port with the seed corpus, with documents or files of our own, or with nothing. */
export async function startServer({
  seed = true,
  documents = [],
  files = [],
}: Content = {}): Promise<TestServer> {
  const folder = await makeFolder();
  const environment = {
    // A page that is open goes on asking the address that it came from.
    PORT: String(await freePort()),
    UNDERPIN_DATA: join(folder, 'data'),
    UNDERPIN_SEED: seed ? 'on' : 'off',
  };
  for (const [index, document] of documents.entries()) {
    const file = join(folder, `document-${index}.json`);
    await writeFile(file, JSON.stringify(document));
    await bringIn(file, environment);
  }
  for (const { name, text } of files) {
    const file = join(folder, name);
    await writeFile(file, text);
    await bringIn(file, environment);
  }
  let running: RunningProgram | null = await startProgram(environment);
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  let { signInLink } = running;
  return {
    address: running.address,
    signInLink: () => signInLink,
    kill: async () => {
      await running?.kill();
      running = null;
    },
    token: () => readFile(join(environment.UNDERPIN_DATA, 'token'), 'utf8'),
    start: async () => {
      running = await startProgram(environment);
      ({ signInLink } = running);
    },
    stop,
    remove: async () => {
      await stop();
      await removeFolder(folder);
    },
  };
}

async function bringIn(file: string, environment: Record<string, string>): Promise<void> {
  const { status, stderr } = await runProgram(['import', file], environment);
  if (status !== 0) throw new Error(stderr);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', () => resolve());
  });
  const address = probe.address();
  await new Promise<void>((resolve) => {
    probe.close(() => resolve());
  });
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A built server of our own, on a port and a data folder of its own. */
export interface TestServer {
  readonly address: string;
  /** Ends the server; its data stay. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly start: () => Promise<void>;
  /** Ends the server and takes its data away. */
  readonly remove: () => Promise<void>;
}

const READY = /http:\/\/[\d.]+:\d+/u;

/** Starts `underpin serve` on a free port with the seed corpus, with documents of our own, or with nothing. */
export async function startServer({
  seed = true,
  documents = [],
}: { readonly seed?: boolean; readonly documents?: readonly object[] } = {}): Promise<TestServer> {
  const data = await mkdtemp(join(tmpdir(), 'underpin-browser-'));
  const port = await freePort();
  const environment = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    UNDERPIN_DATA: data,
    ...(seed ? {} : { UNDERPIN_SEED: 'off' }),
  };
  for (const [index, document] of documents.entries()) {
    const file = join(data, `document-${index}.json`);
    await writeFile(file, JSON.stringify(document));
    await promisify(execFile)(process.execPath, ['underpin.mjs', 'import', file], {
      env: environment,
    });
  }
  let running: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    running = await launch(environment);
  };
  const stop = async (): Promise<void> => {
    if (running !== null) await end(running);
    running = null;
  };
  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    start,
    stop,
    remove: async () => {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function launch(environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['underpin.mjs', 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (READY.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
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

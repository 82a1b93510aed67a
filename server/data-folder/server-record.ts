import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, writePrivateFile } from './private-files.ts';

/** What a running server leaves in its data folder, for commands that would use the same store. */
export interface ServerRecord {
  /** Where it is reached, as in `http://127.0.0.1:4000`. */
  readonly address: string;
  readonly pid: number;
  /** Tells which store it serves, and no password of it. */
  readonly store: string;
}

/** How long a server may take to say that it is well. */
const PATIENCE = 5000;

export async function recordServer(data: string, record: ServerRecord): Promise<void> {
  makePrivateFolder(data);
  await writePrivateFile(recordFile(data), `${JSON.stringify(record)}\n`);
}

/** Takes the record of a server away, unless another has left its own since. */
export async function forgetServer(data: string, pid: number): Promise<void> {
  if ((await readRecord(data))?.pid === pid) await rm(recordFile(data), { force: true });
}

/** The server of a data folder, where one is running; what a server that is gone has left counts for nothing. */
export async function findServer(data: string): Promise<ServerRecord | null> {
  const record = await readRecord(data);
  if (record === null || !isRunning(record.pid)) return null;
  return (await isWell(record.address)) ? record : null;
}

async function readRecord(data: string): Promise<ServerRecord | null> {
  try {
    const record = JSON.parse(await readFile(recordFile(data), 'utf8')) as Partial<ServerRecord>;
    const { address, pid, store } = record;
    if (typeof address !== 'string' || typeof pid !== 'number' || typeof store !== 'string')
      return null;
    return { address, pid, store };
  } catch {
    // Not there, or not written by a server.
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and is another's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isWell(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(PATIENCE) });
    const { status } = (await response.json()) as { status?: unknown };
    return response.ok && status === 'ok';
  } catch {
    return false;
  }
}

function recordFile(data: string): string {
  return join(data, 'server.json');
}

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface FolderGuardian {
  /** From now on this is the process to kill, until it ends. */
  watch(worker: ChildProcess): void;
  release(): void;
}

/**
 * Starts a process that outlives this one for a moment, however this one dies, to kill the process
 * at work in `folder` and remove the folder. It has a session of its own, so Ctrl-C passes it by.
 */
export function guardFolder(folder: string): FolderGuardian {
  const script = join(import.meta.dirname, 'guardian.mjs');
  const guardian = spawn(process.execPath, [script, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guardian.unref();
  guardian.stdin.on('error', () => {}); // Somebody killed it: stopping in order needs no guardian.
  const tell = (processId: number): void => void guardian.stdin.write(`${processId}\n`);
  return {
    watch: (worker) => {
      worker.once('exit', () => tell(0));
      tell(worker.pid ?? 0);
    },
    release: () => void guardian.stdin.end(),
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** Runs `command`, a Neo4j with that home, until its own log says that it serves or it has failed to. */
export async function spawnServer(
  command: string,
  given: readonly string[],
  home: string,
  within: number,
  onSpawn: (server: ChildProcess) => void,
): Promise<void> {
  const [log, consoleLog] = [join(home, 'logs/neo4j.log'), join(home, 'console.log')];
  await rm(log, { force: true }); // An earlier run's "Started." is no sign of this one.
  const output = await open(consoleLog, 'a');
  const server = spawn(command, given, { stdio: ['ignore', output.fd, output.fd] });
  onSpawn(server);
  await once(server, 'spawn').finally(() => output.close());
  server.unref(); // A test that forgets stop() must not hang its run: the guardian ends the server.

  const deadline = Date.now() + within;
  while (!hasEnded(server) && Date.now() < deadline) {
    if (/Started\.$/m.test(await read(log))) return;
    await sleep(100);
  }
  const how = server.signalCode ?? `exit code ${server.exitCode}`;
  const what = hasEnded(server)
    ? `ended with ${how} before it served`
    : `did not serve within ${within} ms`;
  // A Java that cannot even load Neo4j says so on its console; frames of a stack trace say little.
  const lines = `${await read(consoleLog)}\n${await read(log)}`.split('\n');
  const tail = lines.filter((text) => text.trim() !== '' && !/^\s+at /.test(text)).slice(-20);
  throw new Error(`The Neo4j server in ${home} ${what}; its log ends:\n${tail.join('\n')}`);
}

/** SIGTERM, and SIGKILL if that has not ended it after five seconds. */
export async function endServer(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const force = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(force);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardFolder } from './guard-folder.ts';
import { neo4jJars } from './jar-cache.ts';
import { findJavas } from './java-installations.ts';
import {
  Neo4jUnavailable,
  chooseJava,
  javaArguments,
  neo4jConfiguration,
  neo4jLines,
  type Neo4jLine,
  type Neo4jPace,
} from './neo4j-lines.ts';
import { setFirstPassword, versionOfEmptyStore } from './neo4j-store.ts';
import { endServer, spawnServer } from './server-process.ts';

export interface StartOptions {
  /** Turns authentication on, for the user `neo4j` with this password of at least eight characters. */
  readonly password?: string;
  /** The java to run; by default the best for the line that this machine has. */
  readonly java?: string;
  /** By default a free one. */
  readonly port?: number;
  /** Milliseconds; by default two minutes. */
  readonly startWithin?: number;
  /** By default for tests. */
  readonly pace?: Neo4jPace;
  /** Told of the one slow step, the first download. */
  readonly say?: (message: string) => void;
}

/** A Neo4j server of this process's own, with a home of its own in the temporary folder. */
export interface RunningNeo4j {
  readonly line: Neo4jLine;
  readonly version: string;
  readonly uri: string;
  /** Another one after `restart`. */
  readonly pid: number;
  /** Sends a signal: SIGKILL for a crash, SIGSTOP and SIGCONT for a server that hangs for a while. */
  kill(signal: NodeJS.Signals): void;
  /** Ends the process if it still lives, and starts one on the same store and port. */
  restart(): Promise<void>;
  /** Ends the process and removes its home. */
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it serves. Raises `Neo4jUnavailable` where the machine has no Java
 * for it or cannot fetch it, and an error with the end of its log where it does not come up.
 */
export async function startNeo4j(
  line: Neo4jLine,
  options: StartOptions = {},
): Promise<RunningNeo4j> {
  const { password, startWithin = 120_000, pace = 'for tests' } = options;
  const java = options.java ?? (await javaFor(line));
  const jars = await neo4jJars(neo4jLines[line].version, options.say);
  const port = options.port ?? (await freePort());
  const uri = `bolt://127.0.0.1:${port}`;

  const home = await mkdtemp(join(tmpdir(), `underpin-neo4j-${line}-`));
  const guardian = guardFolder(home);
  let server: ChildProcess | undefined;
  const launch = (): Promise<void> =>
    spawnServer(java, javaArguments(line, jars, home, pace), home, startWithin, (spawned) => {
      server = spawned;
      guardian.watch(spawned);
    });
  const end = async (): Promise<void> => {
    if (server) await endServer(server);
  };
  const stop = async (): Promise<void> => {
    await end();
    await rm(home, { recursive: true, force: true });
    guardian.release();
  };

  try {
    const configuration = neo4jConfiguration(line, port, password !== undefined, pace);
    await mkdir(join(home, 'conf'));
    await writeFile(join(home, 'conf/neo4j.conf'), configuration);
    await launch();
    if (password !== undefined) await setFirstPassword(uri, password);
    const version = await versionOfEmptyStore(uri, password);
    return {
      line,
      version,
      uri,
      stop,
      get pid() {
        return server?.pid ?? 0;
      },
      kill: (signal) => void server?.kill(signal),
      restart: () => end().then(launch),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function javaFor(line: Neo4jLine): Promise<string> {
  const java = chooseJava(line, await findJavas(process.env));
  if (java !== null) return java.command;
  const { version, java: needed } = neo4jLines[line];
  throw new Neo4jUnavailable(
    `Neo4j ${version} needs Java ${needed.first} or later, and there is none by JAVA_HOME, on PATH or in the usual folders.`,
  );
}

/**
 * A port below those that a system hands out by itself (from 32768 on Linux, 49152 elsewhere): Neo4j
 * binds it seconds later, and no other program's connection may have been given it by then.
 */
async function freePort(): Promise<number> {
  const port = 10_000 + Math.floor(Math.random() * 22_000);
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
    return port;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return freePort();
    throw error;
  } finally {
    probe.close();
  }
}

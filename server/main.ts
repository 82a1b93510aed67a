import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { UnderpinError } from './domain/errors.ts';
import { keptIn } from './data-folder/kept-in.ts';
import { forgetServer, recordServer } from './data-folder/server-record.ts';
import { keepToken } from './data-folder/token.ts';
import { isLoopback } from './http/access.ts';
import { Gate } from './http/gate.ts';
import { makeHost } from './http/host.ts';
import { makeSecret } from './http/secrets.ts';
import { openCuration } from './curation/open-curation.ts';
import { seedEmptyStore, type SeedState } from './curation/seed.ts';
import { atIntervals, HOURLY } from './snapshots/at-intervals.ts';
import { snapshotsOf } from './snapshots/take-snapshot.ts';
import { reasonerInWorker } from './reasoning/worker-reasoner.ts';
import { CurrentEvidence } from './store/current-evidence.ts';
import { fingerprintOf } from './store/fingerprint.ts';
import { openStore } from './store/open-store.ts';

/** A server that is up. */
export interface RunningServer {
  /** Where it is reached, as in `http://127.0.0.1:4000`. */
  readonly address: string;
  /** How the seed corpus of this build stands to the one in the store. */
  readonly seed: SeedState;
  /** An address that signs a browser in as curator, once. */
  readonly signInLink: string;
  /** Takes no more requests, ends those under way, then closes the store. */
  stop(): Promise<void>;
}

/** How long requests under way may take to end when the server is asked to. */
const GRACE = 5000;

/**
 * Opens the store, seeds it where it has no nodes, and serves.
 * @param root the folder of the project, which holds `seed` and `dist`.
 * @throws UNAVAILABLE where the store or the port cannot be had; INVALID where
 *   others than this machine would be served and no token is set.
 */
export async function startServer(config: Config, root: string): Promise<RunningServer> {
  requireToken(config);
  const store = await openStore(config);
  try {
    const curation = openCuration(
      store,
      root,
      snapshotsOf(store, config.data),
      keptIn(config.data),
    );
    const seed = config.seed ? await seedEmptyStore(curation) : 'not there';
    const { host, origin, data } = config;
    const token = config.token ?? (await keepToken(data, makeSecret));
    const gate = new Gate({ host, origin, token, now: Date.now, makeSecret });
    const reasoner = reasonerInWorker(join(root, 'dist/server/reasoning-worker.js'));
    const app = await makeHost({
      curation,
      evidence: new CurrentEvidence(store),
      reasoner,
      gate,
      client: join(root, 'dist/client'),
      makeErrorId: randomUUID,
      logLevel: 'error',
    });
    const address = await listen(app, config);
    await leaveRecord(config, address);
    const endSnapshots = atIntervals(
      HOURLY,
      () => curation.keepCopy(),
      (error) => app.log.error({ err: error }, 'The hourly snapshot was not kept.'),
    );
    return {
      address,
      seed,
      signInLink: gate.makeLink(address),
      stop: async () => {
        const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE);
        await app.close();
        clearTimeout(impatience);
        await reasoner.close();
        await endSnapshots();
        await forgetServer(data, process.pid);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A token that was made here stands in a file here: others could neither have it nor be kept out by it. */
function requireToken({ host, token }: Config): void {
  if (token === null && !isLoopback(host))
    throw new UnderpinError(
      'INVALID',
      `HOST is ${host}, which others can reach: set UNDERPIN_TOKEN to a long secret word, which curators then sign in with.`,
    );
}

/** Lets the commands find this server, as long as it is up. */
async function leaveRecord(config: Config, address: string): Promise<void> {
  try {
    const store = fingerprintOf(config);
    await recordServer(config.data, { address, pid: process.pid, store });
  } catch (error) {
    // Neo4j serves the commands beside this server, whose folder may be closed to writing.
    if (!(error instanceof UnderpinError)) throw error;
  }
}

async function listen(
  app: Awaited<ReturnType<typeof makeHost>>,
  { host, port }: Config,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UnderpinError(
        'UNAVAILABLE',
        `Port ${port} of ${host} is in use: stop what uses it, or set PORT to another.`,
        error,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UnderpinError(
        'UNAVAILABLE',
        `Port ${port} of ${host} cannot be had: set HOST and PORT to an address of this machine.`,
        error,
      );
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { UnderpinError } from './domain/errors.ts';
import { makeHost } from './http/host.ts';
import { Curation } from './curation/curation.ts';
import { seedEmptyStore } from './curation/seed.ts';
import { CurrentEvidence } from './store/current-evidence.ts';
import { openStore } from './store/open-store.ts';

/** A server that is up. */
export interface RunningServer {
  /** Where it is reached, as in `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Whether the seed corpus was loaded into an empty store. */
  readonly isSeeded: boolean;
  /** Takes no more requests, ends those under way, then closes the store. */
  stop(): Promise<void>;
}

/** How long requests under way may take to end when the server is asked to. */
const GRACE = 5000;

/**
 * Opens the store, seeds it where it has no nodes, and serves.
 * @param root the folder of the project, which holds `seed` and `dist`.
 * @throws UNAVAILABLE where the store or the port cannot be had.
 */
export async function startServer(config: Config, root: string): Promise<RunningServer> {
  const store = await openStore(config);
  try {
    const curation = new Curation(store, { now: () => new Date() });
    const seed = config.seed
      ? await seedEmptyStore(curation, join(root, 'seed/corpus'))
      : 'not there';
    const app = await makeHost({
      store,
      evidence: new CurrentEvidence(store),
      client: join(root, 'dist/client'),
      makeErrorId: randomUUID,
      logLevel: 'error',
    });
    const address = await listen(app, config);
    return {
      address,
      isSeeded: seed === 'loaded now',
      stop: async () => {
        const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE);
        await app.close();
        clearTimeout(impatience);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
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

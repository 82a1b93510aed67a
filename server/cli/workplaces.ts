import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { keptIn } from '../data-folder/kept-in.ts';
import { findServer } from '../data-folder/server-record.ts';
import { findToken } from '../data-folder/token.ts';
import { UnderpinError } from '../domain/errors.ts';
import { openCuration } from '../curation/open-curation.ts';
import { workplaceOf, type Workplace } from '../workplace.ts';
import { snapshotsOf } from '../snapshots/take-snapshot.ts';
import { fingerprintOf } from '../store/fingerprint.ts';
import { openStore } from '../store/open-store.ts';
import type { Server } from './ask-server.ts';
import { workplaceThrough } from './server-workplace.ts';

/**
 * Does work to the store: through the server that holds it, where one runs; else by opening it.
 * @param root the folder of the project, which holds `seed`.
 */
export async function withWorkplace<Result>(
  config: Config,
  root: string,
  work: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  const server = await serverOfStore(config);
  if (server !== null) return work(workplaceThrough(server));
  const store = await openStore(config);
  try {
    const { data } = config;
    return await work(
      workplaceOf(openCuration(store, root, snapshotsOf(store, data), keptIn(data))),
    );
  } finally {
    await store.close();
  }
}

/**
 * The server that runs on the data folder, whatever store it serves.
 * @throws UNAVAILABLE where none does.
 */
export async function serverOfFolder(config: Config): Promise<Server> {
  const server = await findServer(config.data);
  if (server === null)
    throw new UnderpinError(
      'UNAVAILABLE',
      `No server runs on the data folder ${config.data}: start one (\`npx underpin serve\`), or set UNDERPIN_DATA to the folder of one.`,
    );
  return withToken(server, config);
}

async function serverOfStore(config: Config): Promise<Server | null> {
  if (!existsSync(config.data)) return null;
  const server = await findServer(config.data);
  return server !== null && server.store === fingerprintOf(config)
    ? withToken(server, config)
    : null;
}

async function withToken(
  { address }: { readonly address: string },
  { token, data }: Config,
): Promise<Server> {
  return { address, token: token ?? (await findToken(data)) };
}

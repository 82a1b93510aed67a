import { createHash } from 'node:crypto';
import type { ElementState } from '../domain/change/element-state.ts';
import { UnderpinError } from '../domain/errors.ts';
import { writeInterchange } from '../export/interchange.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { SourceRecord } from '../store/ledger.ts';
import { readAllStates } from '../store/read-elements.ts';
import {
  codeOf,
  freeTime,
  newestStates,
  removeOutlived,
  snapshotFolder,
  writeSnapshot,
} from './snapshot-folder.ts';
import { documentShown, packStates, readStatesFile, writeStatesFile } from './states-file.ts';

/** How often the store is read anew that another process changed meanwhile. */
const TRIES = 5;

/** Which change a store is at: its number, and its time, as another store may count as far. */
interface Moment {
  readonly change: number;
  readonly changed: string | null;
}

/**
 * Keeps snapshots of a store in a data folder: what it gives takes one, unless the
 * store is empty or as it was at the last, and removes those that are outlived.
 * @throws UNAVAILABLE where it cannot be kept.
 */
export function snapshotsOf(
  store: EvidenceStore,
  data: string,
  now: () => Date = () => new Date(),
): () => Promise<void> {
  return async () => {
    if (await store.isEmpty()) return;
    const last = await onDisk(data, () => lastKept(data));
    const { number: change = 0, at: changed = null } = (await lastChange(store)) ?? {};
    if (last?.change === change && last.changed === changed) return;
    const present = await readPresent(store);
    await onDisk(data, async () => {
      const taken = await freeTime(data, now());
      await writeSnapshot(data, taken, filesOf(present, taken));
    });
    // What cannot be removed today is no reason to refuse what a curator wants to do.
    await removeOutlived(data, now().toISOString()).catch(() => undefined);
  };
}

async function onDisk<Result>(data: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new UnderpinError(
      'UNAVAILABLE',
      `The disk did not take a snapshot of the store, which is kept first (${codeOf(error)}, in ${snapshotFolder(data)}): make room there, or make it writable. Nothing was written.`,
      error,
    );
  }
}

async function lastKept(data: string): Promise<Moment | null> {
  const states = await newestStates(data);
  if (states === null) return null;
  try {
    return readStatesFile(states, '');
  } catch {
    // A broken one is none: the next is taken beside it.
    return null;
  }
}

async function lastChange(store: EvidenceStore) {
  const [change] = await store.ledger.changesByNumber([await store.ledger.head()]);
  return change;
}

interface Present extends Moment {
  readonly states: readonly ElementState[];
  readonly sources: readonly SourceRecord[];
}

/** All that a store remembers, as it was at one moment. */
async function readPresent(store: EvidenceStore): Promise<Present> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const { number: change = 0, at: changed = null } = (await lastChange(store)) ?? {};
    const states = [...(await readAllStates(store)).values()].map(({ state }) => state);
    const sources = await store.ledger.sources();
    if ((await store.ledger.head()) === change) return { change, changed, states, sources };
  }
  throw new UnderpinError(
    'UNAVAILABLE',
    'Others are changing the store all the time, so that no snapshot of it could be taken: try again in a moment. Nothing was written.',
  );
}

function filesOf(
  { states, sources, change, changed }: Present,
  taken: string,
): { readonly exported: string; readonly states: string } {
  const document = documentShown(states);
  const exported = writeInterchange(document);
  return {
    exported,
    states: writeStatesFile({
      taken,
      export: digestOf(exported),
      change,
      changed,
      sources,
      ...packStates(states, document),
    }),
  };
}

/** SHA-256, as hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import { UnderpinError } from '../domain/errors.ts';
import { readSeed } from '../ingest/read-seed.ts';
import type { Curation } from './curation.ts';
import { importSource, sourceId, type ImportReport } from './import-source.ts';
import type { Asked } from './proposal.ts';

/** What the seed corpus is called among the sources. */
const SEED = 'seed corpus';

/** How the corpus that a build carries stands to the one that a store has. */
export type SeedState = 'loaded now' | 'as it is' | 'newer' | 'not there';

/**
 * Loads the seed corpus into a store with no nodes. A store that has it in an
 * earlier form is left as it is: the new one is a change like any other, to be
 * looked at first.
 */
export async function seedEmptyStore(curation: Curation): Promise<SeedState> {
  const { store } = curation;
  if (await store.isEmpty()) {
    const { problems } = await importSeed(curation, { ...BY_ITSELF, dryRun: false });
    const [first] = problems;
    if (first !== undefined)
      throw new UnderpinError(
        'INVALID',
        `The seed corpus is broken: ${first.place}: ${first.message}`,
      );
    return 'loaded now';
  }
  const sources = await store.ledger.sources();
  if (!sources.some(({ id, isOut }) => id === sourceId(SEED) && !isOut)) return 'not there';
  const { plan } = await importSeed(curation, { ...BY_ITSELF, dryRun: true });
  const news = plan === null ? 0 : plan.created.length + plan.updated.length;
  return news === 0 ? 'as it is' : 'newer';
}

const BY_ITSELF = {
  who: 'Underpin',
  why: 'The store was empty.',
  revision: null,
  request: null,
} as const;

/** Brings the seed corpus in, as a source like any other. */
export async function importSeed(
  curation: Curation,
  asked: Asked,
  keepsEdits = false,
): Promise<ImportReport> {
  const content = JSON.stringify(await readSeed(curation.seed));
  return importSource(curation, { content, name: SEED, keepsEdits }, asked);
}

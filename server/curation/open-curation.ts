import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { Curation } from './curation.ts';
import { KeptSources, type SourceFiles } from './kept-sources.ts';
import { TableProfiles, type ProfileTexts } from './table-profiles.ts';

/**
 * The curation of a store, with the clock and the chance of this machine.
 * @param root the folder of the project, which holds `seed`.
 * @param keepCopy keeps a copy of the store as it is.
 * @param kept where profiles of tables are kept, and sources as they were brought in.
 */
export function openCuration(
  store: EvidenceStore,
  root: string,
  keepCopy: () => Promise<void>,
  kept: { readonly profiles: ProfileTexts; readonly sources: SourceFiles },
): Curation {
  return new Curation(store, {
    now: () => new Date(),
    makeId: (kind) => `${kind}-${randomUUID().replaceAll('-', '').slice(0, 16)}`,
    seed: join(root, 'seed/corpus'),
    keepCopy,
    profiles: new TableProfiles(kept.profiles),
    sources: new KeptSources(kept.sources),
  });
}

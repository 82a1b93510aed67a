import type { Curation } from './curation/curation.ts';
import { importSource, type ImportReport } from './curation/import-source.ts';
import type { Asked } from './curation/proposal.ts';
import { importSeed } from './curation/seed.ts';
import { verifyStore, type Verification } from './curation/verify.ts';
import { writeInterchange } from './export/interchange.ts';
import { restoreSnapshot, type RestoreReport } from './snapshots/restore-snapshot.ts';
import type { SnapshotFiles } from './snapshots/snapshot-folder.ts';
import { readDocument } from './store/read-elements.ts';

export type { SnapshotFiles };

/** Who has work done, and whether only to see what it would come to. */
export interface WorkOptions {
  /** As the history of changes tells it. */
  readonly who: string;
  /** Whether to plan only, and write nothing. */
  readonly dryRun: boolean;
}

export interface ImportOptions extends WorkOptions {
  /** What to call the source, as the name of its file; by its content where there is none. */
  readonly name: string | null;
}

/** What is done to a store as a whole, wherever that store is open: in this process or in a server. */
export interface Workplace {
  importText(text: string, options: ImportOptions): Promise<ImportReport>;
  /** Brings in the seed corpus that the build carries. */
  importSeed(options: WorkOptions): Promise<ImportReport>;
  restore(files: SnapshotFiles, options: WorkOptions): Promise<RestoreReport>;
  exportText(): Promise<string>;
  verify(): Promise<Verification>;
}

/** The work, done to a store of this process. */
export function workplaceOf(curation: Curation): Workplace {
  const { store } = curation;
  return {
    importText: (content, { name, ...options }) =>
      importSource(curation, { content, name, keepsEdits: false }, askedBy(options)),
    importSeed: (options) => importSeed(curation, askedBy(options)),
    restore: (files, options) => restoreSnapshot(curation, files, options),
    exportText: async () => writeInterchange(await readDocument(store)),
    verify: () => verifyStore(store),
  };
}

function askedBy({ who, dryRun }: WorkOptions): Asked {
  return { who, why: null, revision: null, request: null, dryRun };
}

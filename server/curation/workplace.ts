import { writeInterchange } from '../export/interchange.ts';
import { readDocument } from '../store/read-elements.ts';
import type { Curation } from './curation.ts';
import { importSource, type ImportReport } from './import-source.ts';
import { verifyStore, type Verification } from './verify.ts';

export interface ImportOptions {
  /** What to call the source, as the name of its file. */
  readonly name: string;
  /** Who brings it, as the history of changes tells it. */
  readonly who: string;
  /** Whether to plan only, and write nothing. */
  readonly dryRun: boolean;
}

/** What is done to a store as a whole, wherever that store is open: in this process or in a server. */
export interface Workplace {
  importText(text: string, options: ImportOptions): Promise<ImportReport>;
  exportText(): Promise<string>;
  verify(): Promise<Verification>;
}

/** The work, done to a store of this process. */
export function workplaceOf(curation: Curation): Workplace {
  const { store } = curation;
  return {
    importText: (content, { name, who, dryRun }) =>
      importSource(
        curation,
        { content, name, keepsEdits: false },
        { who, why: null, revision: null, request: null, dryRun },
      ),
    exportText: async () => writeInterchange(await readDocument(store)),
    verify: () => verifyStore(store),
  };
}

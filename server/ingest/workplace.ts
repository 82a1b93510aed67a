import { writeInterchange } from '../export/interchange.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { readDocument } from '../store/read-document.ts';
import { importInterchange, type ImportReport } from './import-document.ts';
import { verifyStore, type Verification } from './verify.ts';

export interface ImportOptions {
  /** What to call the source, as the name of its file. */
  readonly name: string;
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
export function workplaceOf(store: EvidenceStore): Workplace {
  return {
    importText: (text, { dryRun }) => importInterchange(store, text, { dryRun }),
    exportText: async () => writeInterchange(await readDocument(store)),
    verify: () => verifyStore(store),
  };
}

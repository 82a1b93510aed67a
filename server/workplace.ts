import type { Curation } from './curation/curation.ts';
import { importSource, type ImportReport } from './curation/import-source.ts';
import type { Asked } from './curation/proposal.ts';
import { importSeed } from './curation/seed.ts';
import { verifyStore, type Verification } from './curation/verify.ts';
import type { Standing } from './domain/standing.ts';
import { decode } from './ingest/decode.ts';
import { writeInterchange } from './export/interchange.ts';
import { reasonerHere } from './reasoning/reasoner.ts';
import { restoreSnapshot, type RestoreReport } from './snapshots/restore-snapshot.ts';
import type { SnapshotFiles } from './snapshots/snapshot-folder.ts';
import { CurrentEvidence } from './store/current-evidence.ts';
import type { EvidenceStore } from './store/evidence-store.ts';
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
  /** Told from the source itself where null. */
  readonly format: string | null;
  /** Works of the source with the works of the store that they are. */
  readonly same: readonly (readonly [record: string, is: string])[];
  /** Works of the source that are none of those that they may be; or all of them. */
  readonly apart: readonly string[] | 'all';
}

export interface WithdrawOptions {
  /** Ids of studies. */
  readonly studies: readonly string[];
  readonly includeRetracted: boolean;
  readonly asOf: number | null;
}

/** What a withdrawal does. */
export interface WithdrawalReport {
  /** Ids of the studies that are withdrawn, those by the switch included. */
  readonly studies: readonly string[];
  readonly fallen: readonly {
    readonly claim: string;
    readonly text: string;
    readonly before: Standing;
    readonly after: Standing;
  }[];
  /** Of all claims, under the withdrawal. */
  readonly counts: {
    readonly grounded: number;
    readonly unresolved: number;
    readonly ungrounded: number;
    readonly unsupported: number;
  };
  readonly revision: string;
}

/** What is done to a store as a whole, wherever that store is open: in this process or in a server. */
export interface Workplace {
  /** Brings a source in, whichever encoding it is in. */
  importSource(content: Uint8Array, options: ImportOptions): Promise<ImportReport>;
  /** Brings in the seed corpus that the build carries. */
  importSeed(options: WorkOptions): Promise<ImportReport>;
  restore(files: SnapshotFiles, options: WorkOptions): Promise<RestoreReport>;
  exportText(): Promise<string>;
  /** What falls when studies are withdrawn; nothing is written. */
  withdraw(asked: WithdrawOptions): Promise<WithdrawalReport>;
  verify(): Promise<Verification>;
}

/** The work, done to a store of this process. */
export function workplaceOf(curation: Curation): Workplace {
  const { store } = curation;
  return {
    importSource: async (bytes, { name, format, same, apart, ...options }) => {
      const answers = {
        same: new Map(same),
        apart: apart === 'all' ? apart : new Set(apart),
      };
      const content = decode(bytes);
      return importSource(
        curation,
        { content, name, format, keepsEdits: false, answers },
        askedBy(options),
      );
    },
    importSeed: (options) => importSeed(curation, askedBy(options)),
    restore: (files, options) => restoreSnapshot(curation, files, options),
    withdraw: (asked) => withdrawFrom(store, asked),
    exportText: async () => writeInterchange(await readDocument(store)),
    verify: () => verifyStore(store),
  };
}

async function withdrawFrom(
  store: EvidenceStore,
  asked: WithdrawOptions,
): Promise<WithdrawalReport> {
  const picture = await new CurrentEvidence(store).current();
  const { studies, fallen, counts } = await reasonerHere().ask(picture, 'withdraw', asked);
  return {
    studies,
    fallen: fallen.map((fall) => ({
      claim: fall.claim,
      text: picture.graph.claims.get(fall.claim)?.claim.text ?? '',
      before: fall.before,
      after: fall.after,
    })),
    counts: {
      grounded: counts.GROUNDED,
      unresolved: counts.UNRESOLVED,
      ungrounded: counts.UNGROUNDED,
      unsupported: counts.UNSUPPORTED,
    },
    revision: picture.revision,
  };
}

function askedBy({ who, dryRun }: WorkOptions): Asked {
  return { who, why: null, revision: null, request: null, dryRun };
}

import { createHash } from 'node:crypto';
import { Course, type Followed } from './curation/course.ts';
import type { Curation } from './curation/curation.ts';
import { bringBytesIn } from './curation/import-bytes.ts';
import type { BroughtIn, ImportReport } from './curation/import-source.ts';
import type { Asked } from './curation/proposal.ts';
import { importSeed } from './curation/seed.ts';
import { tellImport, type ToldImport } from './curation/tell-import.ts';
import { verifyStore, type Verification } from './curation/verify.ts';
import type { Standing } from './domain/standing.ts';
import type { SourceBytes } from './curation/source-bytes.ts';
import { writeInterchange } from './export/interchange.ts';
import type { ClusteringAsked } from './reasoning/kept-clusterings.ts';
import { reportClusters, type ClustersReport } from './reasoning/clusters-report.ts';
import { reasonerHere, type Reasoner } from './reasoning/reasoner.ts';
import { standingCounts, type CountsByName } from './reasoning/standing-counts.ts';
import { restoreSnapshot, type RestoreReport } from './snapshots/restore-snapshot.ts';
import type { SnapshotFiles } from './snapshots/snapshot-folder.ts';
import { CurrentEvidence } from './store/current-evidence.ts';
import type { EvidenceStore } from './store/evidence-store.ts';
import { readDocument } from './store/read-elements.ts';

export type { ClusteringAsked, ClustersReport, SnapshotFiles };

/** Who has work done, and whether only to see what it would come to. */
export interface WorkOptions {
  /** As the history of changes tells it. */
  readonly who: string;
  /** Whether to plan only, and write nothing. */
  readonly dryRun: boolean;
}

export interface ImportOptions extends WorkOptions, Followed {
  /** What to call the source, as the name of its file; by its content where there is none. */
  readonly name: string | null;
  /** Told from the source itself where null. */
  readonly format: string | null;
  /** Of a table of claims, which columns say what: a profile, or the name of one that is saved. */
  readonly profile: string | object | null;
  /** Works of the source with the works of the store that they are. */
  readonly same: readonly (readonly [record: string, is: string])[];
  /** Works of the source that are none of those that they may be; or all of them. */
  readonly apart: readonly string[] | 'all';
  /** Whether what people have set otherwise stays as they set it; else it is a conflict. */
  readonly keepsEdits: boolean;
  /** Under which the same request is carried out only once; null where it need not be. */
  readonly key: string | null;
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
  readonly counts: CountsByName;
  readonly revision: string;
}

/** What is done to a store as a whole, wherever that store is open: in this process or in a server. */
export interface Workplace {
  /** Brings a source in, whichever encoding it is in; what is large, piece by piece. */
  importSource(source: SourceBytes, options: ImportOptions): Promise<ImportReport>;
  /** Brings in the seed corpus that the build carries. */
  importSeed(options: WorkOptions): Promise<ImportReport>;
  restore(files: SnapshotFiles, options: WorkOptions): Promise<RestoreReport>;
  exportText(): Promise<string>;
  /** What falls when studies are withdrawn; nothing is written. */
  withdraw(asked: WithdrawOptions): Promise<WithdrawalReport>;
  /** The bodies of work that citations make. */
  clusters(asked: ClusteringAsked): Promise<ClustersReport>;
  verify(): Promise<Verification>;
}

/** The store of this process as a workplace: what is near can be told more of. */
export interface WorkplaceHere extends Workplace {
  /** As `importSource`, told for a person to look through: so many rows of each sort. */
  importTold(source: SourceBytes, options: ImportOptions, rows: number): Promise<ToldImport>;
}

/** The work, done to a store of this process. */
export function workplaceOf(curation: Curation): WorkplaceHere {
  const { store } = curation;
  const bring = async (source: SourceBytes, options: ImportOptions): Promise<BroughtIn> => {
    const { name, format, profile, same, apart, keepsEdits, key, signal, progress, ...work } =
      options;
    const answers = {
      same: new Map(same),
      apart: apart === 'all' ? apart : new Set(apart),
    };
    const said = JSON.stringify([name, format, profile, same, apart, keepsEdits]);
    const asked = {
      ...askedBy(work),
      request: key === null ? null : { key, digest: await digestOf(source, said) },
      course: new Course({ signal, progress }),
    };
    return bringBytesIn(curation, source, { name, format, profile, keepsEdits, answers }, asked);
  };
  return {
    importSource: async (source, options) => (await bring(source, options)).report,
    importTold: async (source, options, rows) => tellImport(await bring(source, options), rows),
    importSeed: (options) => importSeed(curation, askedBy(options)),
    restore: (files, options) => restoreSnapshot(curation, files, options),
    withdraw: (asked) => withdrawFrom(store, asked),
    clusters: async (asked) =>
      reportClusters(store, await new CurrentEvidence(store).current(), patientReasoner(), asked),
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
    counts: standingCounts(counts),
    revision: picture.revision,
  };
}

async function digestOf({ open }: SourceBytes, said: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of open()) hash.update(bytes);
  return hash.update(said).digest('hex');
}

/** Milliseconds that a command may think, which nobody else waits for. */
const PATIENCE = 60_000;

function patientReasoner(): Reasoner {
  return reasonerHere(Date.now, PATIENCE);
}

function askedBy({ who, dryRun }: WorkOptions): Asked {
  return { who, why: null, revision: null, request: null, dryRun };
}

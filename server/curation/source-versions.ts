import type { Answers } from '../ingest/match/match-works.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { SourceRecord } from '../store/ledger.ts';
import type { Matching } from './match-readings.ts';

/** A version of a source that is to be brought in. */
export interface SourceVersion {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  /** SHA-256 of its content, as hex. */
  readonly digest: string;
}

/** What the store knows of a source before a version of it is brought in. */
export interface KnownSource {
  /** Null where nobody had heard of it. */
  readonly record: SourceRecord | null;
  /** Whether an earlier version is in. */
  readonly isThere: boolean;
  /** What people answered of earlier versions. */
  readonly earlier: readonly (readonly [record: string, work: string])[];
}

export async function knownSource(store: EvidenceStore, id: string): Promise<KnownSource> {
  const record = (await store.ledger.sources()).find((source) => source.id === id) ?? null;
  const isThere = record !== null && !record.isOut;
  return { record, isThere, earlier: isThere ? (record.same ?? []) : [] };
}

/** Whether bringing a version in could change nothing: it is there already, and nothing new is said of it. */
export function isThereAlready(
  { record, isThere }: KnownSource,
  { digest }: SourceVersion,
  { same, apart }: Answers,
): boolean {
  const isAnswered = same.size > 0 || apart === 'all' || apart.size > 0;
  return isThere && record?.digest === digest && !isAnswered;
}

/** What becomes of a source by the change of this number, which brings a version of it in. */
export function versionBrought(
  { record, isThere, earlier }: KnownSource,
  { id, name, format, digest }: SourceVersion,
  number: number,
  { answers, ids }: { readonly answers: Answers; readonly ids: Matching['ids'] },
): SourceRecord {
  return {
    id,
    name,
    format,
    digest,
    change: isThere && record !== null ? record.change : number,
    latest: number,
    isOut: false,
    ...remembered([...earlier, ...answers.same], ids),
  };
}

/**
 * That a record of a source is another one is a person's word of that source: the
 * next version is brought to the same record, and it is forgotten with the source.
 */
function remembered(
  same: Iterable<readonly [record: string, work: string]>,
  ids: Matching['ids'],
): Pick<SourceRecord, 'same'> {
  const counted = [...new Map(same)].filter(([id, into]) => ids.get(id) === into && id !== into);
  return counted.length === 0 ? {} : { same: counted };
}

import type { Curation } from '../curation/curation.ts';
import { sourceId } from '../curation/import-source.ts';
import { restore, type Remembered } from '../curation/restore.ts';
import type { Plan } from '../domain/change/plan.ts';
import { elementsOf } from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import { readInterchange } from '../ingest/read-interchange.ts';
import { danglingReferences, kindsWithin } from '../ingest/references.ts';
import type { Problem } from '../ingest/source-text.ts';
import type { ChangeRecord } from '../store/ledger.ts';
import { statesName, type SnapshotFiles } from './snapshot-folder.ts';
import { readStatesFile, statesOf } from './states-file.ts';
import { digestOf } from './take-snapshot.ts';

/** What came of a restore: a problem and nothing written, or a plan, applied or not. */
export interface RestoreReport {
  /** The name of the snapshot's file. */
  readonly snapshot: string;
  /** What is wrong with the snapshot, in one sentence. */
  readonly problem: string | null;
  readonly plan: Plan | null;
  /** Null where nothing was written. */
  readonly change: ChangeRecord | null;
  readonly isApplied: boolean;
}

/**
 * Makes the store what a snapshot says, as one change.
 * @param files as `readSnapshot` gives them.
 */
export async function restoreSnapshot(
  curation: Curation,
  files: SnapshotFiles,
  asked: { readonly dryRun: boolean; readonly who: string },
): Promise<RestoreReport> {
  const snapshot = files.name;
  try {
    const { plan, change, isApplied } = await restore(curation, rememberedBy(files), {
      ...asked,
      why: `From the snapshot ${snapshot}.`,
      revision: null,
      request: null,
    });
    return { snapshot, problem: null, plan, change, isApplied };
  } catch (error) {
    if (!(error instanceof UnderpinError) || error.code !== 'INVALID') throw error;
    return { snapshot, problem: error.message, plan: null, change: null, isApplied: false };
  }
}

/**
 * What a snapshot says. Where only its export is left, the contents come back as one
 * source, named after the file.
 * @throws INVALID where a file is broken, or they do not belong together.
 */
export function rememberedBy({ name, exported, states }: SnapshotFiles): Remembered {
  const reading = readInterchange(exported);
  if (reading.document === null) throw brokenExport(name, reading.problems);
  const { document, source } = reading;
  const problems = danglingReferences(document, kindsWithin(document), source);
  if (problems.length > 0) throw brokenExport(name, problems);
  const digest = digestOf(exported);
  if (states === null) {
    const id = sourceId(name);
    const accounted = [...elementsOf(document)].map(
      ([key, { values, ...element }]) =>
        [key, { ...element, accounts: [{ source: id, at: 0, values }], hand: null }] as const,
    );
    return {
      states: new Map(accounted),
      sources: [{ id, name, format: 'json', digest, change: 0, latest: 0, isOut: false }],
    };
  }
  const file = readStatesFile(states, statesName(name));
  if (file.export !== digest)
    throw new UnderpinError(
      'INVALID',
      `The snapshot ${name} is not as it was taken, and ${statesName(name)} belongs to what it was: move that file away to restore the contents alone. Nothing was written.`,
    );
  return { states: statesOf(file, document, statesName(name)), sources: file.sources };
}

function brokenExport(name: string, [first]: readonly Problem[]): UnderpinError {
  const where = first === undefined ? '' : `line ${first.line}, column ${first.column}: `;
  return new UnderpinError(
    'INVALID',
    `The snapshot ${name} is broken: ${where}${first?.message ?? ''} Nothing was written.`,
  );
}

import { Curation } from '../../server/curation/curation.ts';
import { importSource, type ImportReport } from '../../server/curation/import-source.ts';
import type { Asked } from '../../server/curation/proposal.ts';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { elementsOf } from '../../server/domain/elements.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import type { Commit } from '../../server/store/ledger.ts';

/** The terms of a change that nobody made with anything in mind. */
export const bySomebody: Asked = {
  who: 'Somebody',
  why: null,
  revision: null,
  request: null,
  dryRun: false,
};

let made = 0;
const NOON = '2026-01-02T12:00:00.000Z';
const curations = new WeakMap<EvidenceStore, Curation>();

/** The one curation of a store; its clock stands still. */
export function curationOf(store: EvidenceStore): Curation {
  const curation =
    curations.get(store) ??
    new Curation(store, {
      now: () => new Date(NOON),
      makeId: (kind) => `${kind}-${(made += 1)}`,
      seed: 'seed/corpus',
    });
  curations.set(store, curation);
  return curation;
}

/** A change that brings these records by hand, as the ledger takes it. */
export function changeThatBrings(document: EvidenceDocument, number: number): Commit {
  return {
    change: {
      number,
      at: NOON,
      who: 'Somebody',
      why: null,
      action: 'EDIT',
      source: null,
      reverts: null,
      request: null,
      asked: null,
      details: { created: 0, updated: 0, matched: 0, removed: 0, sources: [] },
    },
    transitions: [...elementsOf(document).values()].map(({ values, ...name }) => ({
      ...name,
      before: null,
      after: { ...name, accounts: [], hand: { values } },
      changed: number,
      isRecorded: true,
    })),
  };
}

/**
 * Brings a document into a store, as a source of its own.
 * @throws Error where it is refused.
 */
export async function fill(store: EvidenceStore, document: EvidenceDocument): Promise<void> {
  const { problems, plan } = await importSource(
    curationOf(store),
    { content: JSON.stringify(document), name: null, keepsEdits: false },
    bySomebody,
  );
  const refused = [...problems, ...(plan?.conflicts ?? [])];
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** Brings a text into a store, as a source that is called by its content unless it has a name. */
export function bring(
  store: EvidenceStore,
  content: string,
  {
    dryRun = false,
    name = null,
  }: { readonly dryRun?: boolean; readonly name?: string | null } = {},
): Promise<ImportReport> {
  return importSource(
    curationOf(store),
    { content, name, keepsEdits: false },
    { ...bySomebody, dryRun },
  );
}

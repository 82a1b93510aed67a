import { takeOut } from '../domain/change/take-out.ts';
import { recordOf } from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { ChangeAction, SourceRecord } from '../store/ledger.ts';
import { readAllStates } from '../store/read-elements.ts';
import type { Curation } from './curation.ts';
import type { Asked, Outcome, Proposal } from './proposal.ts';

/**
 * Takes a source out, as if it had never been brought in: what it alone brought
 * goes, what others brought too stays, and shows what they say.
 * @param keepsEdits whether what people edited or built on since stays, as theirs;
 *   else it is a conflict.
 * @throws NOT_FOUND where there is no such source, or it is out already.
 */
export function takeOutSource(
  curation: Curation,
  { source, keepsEdits }: { readonly source: string; readonly keepsEdits: boolean },
  asked: Asked,
): Promise<Outcome> {
  return curation.carryOut(asked, async () =>
    proposeTakingOut(curation.store, await sourceThatIsIn(curation.store, source), {
      keepsEdits,
      action: 'TAKE_OUT',
      reverts: null,
    }),
  );
}

async function sourceThatIsIn(store: EvidenceStore, id: string): Promise<SourceRecord> {
  const sources = (await store.ledger.sources()).filter(({ isOut }) => !isOut);
  const found = sources.find((source) => source.id === id);
  if (found !== undefined) return found;
  const ids = sources.map((source) => `“${source.id}”`);
  throw new UnderpinError(
    'NOT_FOUND',
    `There is no source “${id}” to take out: there ${ids.length === 0 ? 'is none' : `are ${ids.slice(0, 10).join(', ')}`}.`,
  );
}

/** Works out how a source is taken out. */
export async function proposeTakingOut(
  store: EvidenceStore,
  source: SourceRecord,
  {
    keepsEdits,
    action,
    reverts,
  }: { keepsEdits: boolean; action: ChangeAction; reverts: number | null },
): Promise<Proposal> {
  const states = await readAllStates(store);
  const { transitions, edited } = takeOut(
    [...states.values()].map(({ state }) => state),
    source.id,
  );
  return {
    action,
    transitions,
    states,
    matched: [],
    conflicts: keepsEdits
      ? []
      : edited.map(({ element, reason }) => ({
          ...recordOf(element),
          element,
          reason: `${reason} Undo that first, or keep what was edited.`,
        })),
    sources: [{ before: source, after: { ...source, isOut: true } }],
    reverts,
    isFirstOfSource: false,
  };
}

import type { Conflict } from '../domain/change/plan.ts';
import { takenBack, transitionOf, type Transition } from '../domain/change/transition.ts';
import { elementKey, recordOf } from '../domain/elements.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { ChangeRecord, SourceChange } from '../store/ledger.ts';
import { readStatesOf } from '../store/read-elements.ts';
import { inWords } from './check-proposal.ts';
import type { Curation } from './curation.ts';
import type { Asked, Outcome, Proposal } from './proposal.ts';
import { proposeTakingOut } from './take-out-source.ts';

/**
 * Takes a change back. Whatever else has changed since stays; where what it set
 * has been set otherwise since, that is a conflict.
 * @throws NOT_FOUND where there is no such change; CONFLICT where it is undone already.
 */
export function undo(curation: Curation, number: number, asked: Asked): Promise<Outcome> {
  return curation.carryOut(asked, async () => {
    const { store } = curation;
    const change = await changeNumbered(store, number);
    if ((await standingReversal(number, reversalsIn(store))) !== null)
      throw new UnderpinError('CONFLICT', `Change ${number} is undone already: redo it first.`);
    return proposeReverting(store, change, 'UNDO');
  });
}

/**
 * Brings a change again that was undone.
 * @throws NOT_FOUND where there is no such change; CONFLICT where it is not undone.
 */
export function redo(curation: Curation, number: number, asked: Asked): Promise<Outcome> {
  return curation.carryOut(asked, async () => {
    const { store } = curation;
    await changeNumbered(store, number);
    const reversal = await standingReversal(number, reversalsIn(store));
    if (reversal === null)
      throw new UnderpinError(
        'CONFLICT',
        `Change ${number} is not undone: there is nothing to redo.`,
      );
    return proposeReverting(store, await changeNumbered(store, reversal), 'REDO');
  });
}

async function changeNumbered(store: EvidenceStore, number: number): Promise<ChangeRecord> {
  const [change] = await store.ledger.changesByNumber([number]);
  if (change === undefined) throw new UnderpinError('NOT_FOUND', `There is no change ${number}.`);
  return change;
}

/** The change that took another back and stands itself; null where that one stands. */
export async function standingReversal(
  number: number,
  reversalsOf: (number: number) => Promise<readonly number[]>,
): Promise<number | null> {
  for (const reversal of await reversalsOf(number))
    if ((await standingReversal(reversal, reversalsOf)) === null) return reversal;
  return null;
}

function reversalsIn(store: EvidenceStore): (number: number) => Promise<readonly number[]> {
  return async (number) => (await store.ledger.reversals([number])).map((each) => each.number);
}

async function proposeReverting(
  store: EvidenceStore,
  change: ChangeRecord,
  action: 'UNDO' | 'REDO',
): Promise<Proposal> {
  const { number, details } = change;
  const sources = await sourcesReverted(store, change);
  const [brought] = details.sources;
  // What the first version of a source brought is told by the source alone.
  if (change.action === 'IMPORT' && brought?.after.change === number)
    return proposeTakingOut(store, brought.after, { keepsEdits: false, action, reverts: number });
  const edits = await store.ledger.editsOf(number);
  const states = await readStatesOf(store, edits);
  const transitions: Transition[] = [];
  const conflicts: Conflict[] = [];
  for (const edit of edits) {
    const known = states.get(elementKey(edit)) ?? null;
    // One that belongs elsewhere is another that has the same id.
    const current = known?.state.owner === edit.owner ? known : null;
    const result = takenBack(edit, current?.state ?? null);
    if ('state' in result) {
      const transition = transitionOf(edit, current?.state ?? null, result.state);
      if (transition !== null) transitions.push(transition);
    } else
      conflicts.push({
        ...recordOf(edit),
        element: edit,
        ...(result.field === null ? {} : { field: result.field }),
        reason: `${inWords(edit)} has been changed since${current === null ? '' : ` (change ${current.changed})`}: undo that first.`,
      });
  }
  return {
    action,
    transitions,
    states,
    matched: [],
    conflicts,
    sources,
    reverts: number,
    isFirstOfSource: false,
  };
}

/**
 * What becomes of the sources of a change that is taken back.
 * @throws CONFLICT where one is no longer as the change left it.
 */
async function sourcesReverted(
  store: EvidenceStore,
  { number, details }: ChangeRecord,
): Promise<SourceChange[]> {
  if (details.sources.length === 0) return [];
  const known = new Map((await store.ledger.sources()).map((source) => [source.id, source]));
  return details.sources.map(({ before, after }) => {
    const now = known.get(after.id);
    if (now === undefined || now.latest !== after.latest || now.isOut !== after.isOut)
      throw new UnderpinError(
        'CONFLICT',
        `The source “${after.name}” has been brought in or taken out again since change ${number}: undo that first.`,
      );
    return { before: now, after: before ?? { ...after, isOut: true } };
  });
}

import { RedoChangeDocument, UndoChangeDocument } from '../api/operations.generated.ts';
import { CannotRevert } from '../state/undo.ts';
import type { Undoable } from '../state/undo.ts';
import { refreshAnswers } from '../views/use-answer.ts';
import { asApiError, ask, conflictsOf, newKey } from './send.ts';

/** Changes of the store that were made as one, as something that can be taken back. */
export function undoableChanges(name: string, numbers: readonly number[]): Undoable {
  return {
    name,
    undo: () => revertAll('undo', numbers.toReversed()),
    redo: () => revertAll('redo', numbers),
  };
}

/** The other way round: a change that was just taken back, or brought again, from the history. */
export function revertedChange(way: 'undo' | 'redo', number: number): Undoable {
  const back = way === 'undo' ? 'redo' : 'undo';
  return {
    name: `${way === 'undo' ? 'taking back' : 'bringing back'} change ${number}`,
    undo: () => revertAll(back, [number]),
    redo: () => revertAll(way, [number]),
  };
}

async function revertAll(way: 'undo' | 'redo', numbers: readonly number[]): Promise<void> {
  try {
    for (const number of numbers) await revert(way, number);
  } finally {
    refreshAnswers();
  }
}

/**
 * Takes a change back, or brings it again.
 * @throws CannotRevert with all that stands against it, in words; ApiError where trying again may help.
 */
export async function revert(way: 'undo' | 'redo', number: number): Promise<void> {
  const document = way === 'undo' ? UndoChangeDocument : RedoChangeDocument;
  try {
    await ask(document, { number, dryRun: false, key: newKey() });
  } catch (error) {
    const { code, message } = asApiError(error);
    if (code === 'FORBIDDEN')
      throw new Error('Your session has ended: sign in again.', { cause: error });
    if (code === 'UNAVAILABLE' || code === 'INTERNAL') throw error;
    throw new CannotRevert(code === 'CONFLICT' ? await allReasons(way, number, message) : message);
  }
}

/** The error names one conflict; the plan names all. */
async function allReasons(way: 'undo' | 'redo', number: number, message: string): Promise<string> {
  const document = way === 'undo' ? UndoChangeDocument : RedoChangeDocument;
  try {
    const { report } = await ask(document, { number, dryRun: true, key: null });
    const reasons = new Set(conflictsOf([report]).flatMap(({ reason }) => reason ?? []));
    return reasons.size < 2 ? message : `${[...reasons].join(' ')} Nothing was written.`;
  } catch {
    return message;
  }
}

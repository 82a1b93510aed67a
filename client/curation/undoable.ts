import { RedoChangeDocument, UndoChangeDocument } from '../api/operations.generated.ts';
import { CannotRevert } from '../state/undo.ts';
import type { Undoable } from '../state/undo.ts';
import { refreshAnswers } from '../api/answers.ts';
import { asApiError, ask, conflictsOf, newKey } from './send.ts';

type Way = 'undo' | 'redo';

/** Changes of the store that were made as one, as something that can be taken back. */
export function undoableChanges(name: string, numbers: readonly number[]): Undoable {
  const step = stepper(numbers, new Set());
  return { name, undo: () => step('undo'), redo: () => step('redo') };
}

/** A change that was just taken back from the history, or brought again: the other way round. */
export function revertedChange(way: Way, number: number): Undoable {
  const step = stepper([number], new Set(way === 'undo' ? [number] : []));
  return {
    name: `${way === 'undo' ? 'taking back' : 'bringing back'} change ${number}`,
    undo: () => step(way === 'undo' ? 'redo' : 'undo'),
    redo: () => step(way),
  };
}

/**
 * Takes changes back and brings them again. Where it stopped half way it goes on
 * from there, and what may have been carried out though no answer came is asked for
 * under the same key.
 */
function stepper(numbers: readonly number[], undone: Set<number>): (way: Way) => Promise<void> {
  let key = newKey();
  return async (way) => {
    const left = (way === 'undo' ? numbers.toReversed() : numbers).filter(
      (number) => undone.has(number) === (way === 'redo'),
    );
    try {
      for (const number of left) {
        await revert(way, number, key);
        key = newKey();
        if (way === 'undo') undone.add(number);
        else undone.delete(number);
      }
    } finally {
      refreshAnswers();
    }
  };
}

/**
 * Takes a change back, or brings it again.
 * @throws CannotRevert with all that stands against it, in words; ApiError where trying again may help.
 */
export async function revert(way: Way, number: number, key: string): Promise<void> {
  const document = way === 'undo' ? UndoChangeDocument : RedoChangeDocument;
  try {
    await ask(document, { number, dryRun: false, key });
  } catch (error) {
    const { code, message } = asApiError(error);
    if (code === 'FORBIDDEN')
      throw new Error('Your session has ended: sign in again.', { cause: error });
    if (code === 'UNAVAILABLE' || code === 'INTERNAL') throw error;
    throw new CannotRevert(code === 'CONFLICT' ? await allReasons(way, number, message) : message);
  }
}

/** The error names one conflict; the plan names all. */
async function allReasons(way: Way, number: number, message: string): Promise<string> {
  const document = way === 'undo' ? UndoChangeDocument : RedoChangeDocument;
  try {
    const { report } = await ask(document, { number, dryRun: true, key: null });
    const reasons = new Set(conflictsOf([report]).flatMap(({ reason }) => reason ?? []));
    return reasons.size < 2 ? message : `${[...reasons].join(' ')} Nothing was written.`;
  } catch {
    return message;
  }
}

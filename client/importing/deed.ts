import { CannotRevert } from '../state/undo.ts';
import type { Undoable, UndoStack } from '../state/undo.ts';

/** An import that was applied, as one step of the page. */
export interface Deed {
  /** What the stack of the page holds. */
  readonly entry: Undoable;
  /** Takes this import back, and no other. Raises what stands against it, in words. */
  readonly undo: () => Promise<void>;
}

/**
 * An import that the dialog and the page take back alike.
 * @param tell hears of each time that it was taken back or done again, wherever that was asked.
 */
export function deedOf(
  { name, undo, redo }: Undoable,
  stack: UndoStack,
  tell: (happened: 'undone' | 'redone') => void,
): Deed {
  // An earlier version of the source may lie beneath under the same name.
  let isOnStack = true;
  const entry: Undoable = {
    name,
    undo: async () => {
      try {
        await undo();
      } catch (error) {
        isOnStack = !(error instanceof CannotRevert);
        throw error;
      }
      isOnStack = false;
      tell('undone');
    },
    redo: async () => {
      await redo();
      isOnStack = true;
      tell('redone');
    },
  };
  return {
    entry,
    undo: async () => {
      if (!isOnStack) throw new Error('It can no longer be taken back from here: see Changes.');
      if (stack.read().undo !== name)
        throw new Error('Something else was done since: undo that first.');
      await stack.undo();
    },
  };
}

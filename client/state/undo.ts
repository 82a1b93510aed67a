/** Something that was done on this page and can be taken back: a change of the store, or of what is shown. */
export interface Undoable {
  /** What it is, as in “Undo: verdict on Smith 2015”. */
  readonly name: string;
  readonly undo: () => void | Promise<void>;
  readonly redo: () => void | Promise<void>;
}

/** Raised by what can never be taken back as it stands: it leaves the stack, so that what lies below can be reached. */
export class CannotRevert extends Error {
  override readonly name = 'CannotRevert';
}

/** What the stack can do next: the names, null where there is nothing. */
export interface NextSteps {
  readonly undo: string | null;
  readonly redo: string | null;
  /** One is under way; others wait for it. */
  readonly busy: boolean;
}

/** What was done, the latest last, and what was taken back. */
export interface UndoStack {
  /** Adds what has been done already; what was taken back before cannot be redone any more. */
  readonly push: (entry: Undoable) => void;
  /** Takes the latest back and answers its name; null where there is nothing. Raises what the entry raises. */
  readonly undo: () => Promise<string | null>;
  /** Does again what was taken back last. */
  readonly redo: () => Promise<string | null>;
  readonly read: () => NextSteps;
  readonly subscribe: (listener: () => void) => () => void;
}

/** More than anyone takes back one by one. */
const MOST_KEPT = 100;

/** An empty stack. */
export function createUndoStack(): UndoStack {
  const listeners = new Set<() => void>();
  let done: readonly Undoable[] = [];
  let undone: readonly Undoable[] = [];
  let busy = false;
  let next: NextSteps = { undo: null, redo: null, busy };

  const tell = (): void => {
    next = { undo: done.at(-1)?.name ?? null, redo: undone.at(-1)?.name ?? null, busy };
    for (const listener of listeners) listener();
  };

  const step = async (way: 'undo' | 'redo'): Promise<string | null> => {
    const entry = (way === 'undo' ? done : undone).at(-1);
    if (entry === undefined || busy) return null;
    const without = (entries: readonly Undoable[]): readonly Undoable[] =>
      entries.filter((each) => each !== entry);
    busy = true;
    tell();
    try {
      await entry[way]();
      // What was pushed meanwhile stays where it is.
      if (way === 'undo') [done, undone] = [without(done), [...undone, entry]];
      else [done, undone] = [[...done, entry], without(undone)];
      return entry.name;
    } catch (error) {
      if (error instanceof CannotRevert) [done, undone] = [without(done), without(undone)];
      throw error;
    } finally {
      busy = false;
      tell();
    }
  };

  return {
    push: (entry) => {
      done = [...done, entry].slice(-MOST_KEPT);
      undone = [];
      tell();
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    read: () => next,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The stack of this page: one for all that is done on it, so that Ctrl+Z takes back the latest, whatever it was. */
export const pageUndo: UndoStack = createUndoStack();

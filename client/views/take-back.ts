import { say, sayProblem } from '../state/notices.ts';
import type { UndoStack } from '../state/undo.ts';

/** Takes the latest back, or does it again, and says so; what goes wrong is said too. */
export async function takeBack(stack: UndoStack, way: 'undo' | 'redo'): Promise<void> {
  const { undo, redo } = stack.read();
  const name = way === 'undo' ? undo : redo;
  try {
    const carriedOut = await stack[way]();
    if (carriedOut === null) return;
    say(
      `${way === 'undo' ? 'Undone' : 'Done again'}: ${carriedOut}.`,
      way === 'undo' ? 'redo' : 'undo',
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'The page could not do that.';
    sayProblem(`${way === 'undo' ? 'Not undone' : 'Not done again'}: ${name ?? ''}. ${reason}`);
  }
}

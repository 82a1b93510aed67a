import { describe, expect, test, vi } from 'vitest';
import { CannotRevert, createUndoStack } from '../../../client/state/undo.ts';
import type { Undoable } from '../../../client/state/undo.ts';

/** Something that writes down what is done with it. */
function told(name: string, diary: string[]): Undoable {
  return {
    name,
    undo: () => void diary.push(`undo ${name}`),
    redo: () => void diary.push(`redo ${name}`),
  };
}

function failing(name: string, error: Error): Undoable {
  return {
    name,
    undo: async () => {
      throw error;
    },
    redo: () => undefined,
  };
}

describe('The undo stack', () => {
  test('is empty at first, and says so', async () => {
    const stack = createUndoStack();
    expect(stack.read()).toEqual({ undo: null, redo: null, busy: false });
    expect(await stack.undo()).toBeNull();
    expect(await stack.redo()).toBeNull();
  });

  test('takes back the latest first, and does it again in the order in which it was done', async () => {
    const stack = createUndoStack();
    const diary: string[] = [];
    stack.push(told('one', diary));
    stack.push(told('two', diary));
    expect(await stack.undo()).toBe('two');
    expect(stack.read()).toEqual({ undo: 'one', redo: 'two', busy: false });
    await stack.undo();
    await stack.redo();
    await stack.redo();
    expect(diary).toEqual(['undo two', 'undo one', 'redo one', 'redo two']);
    expect(stack.read()).toEqual({ undo: 'two', redo: null, busy: false });
  });

  test('forgets what was taken back once something else is done', async () => {
    const stack = createUndoStack();
    stack.push(told('one', []));
    await stack.undo();
    stack.push(told('two', []));
    expect(stack.read()).toEqual({ undo: 'two', redo: null, busy: false });
  });

  test('keeps what could not be taken back for now, and lets go of what never can', async () => {
    const stack = createUndoStack();
    stack.push(told('below', []));
    stack.push(failing('away', new Error('The server does not answer.')));
    await expect(stack.undo()).rejects.toThrow('does not answer');
    expect(stack.read().undo).toBe('away');
    stack.push(failing('changed since', new CannotRevert('It was changed since.')));
    await expect(stack.undo()).rejects.toThrow('changed since');
    expect(stack.read()).toEqual({ undo: 'away', redo: null, busy: false });
  });

  test('does one thing at a time, and keeps what was pushed meanwhile', async () => {
    const stack = createUndoStack();
    let finish = (): void => undefined;
    const slow = vi.fn<() => Promise<void>>(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    stack.push({ name: 'slow', undo: slow, redo: () => undefined });
    const first = stack.undo();
    expect(stack.read().busy).toBe(true);
    expect(await stack.undo()).toBeNull();
    stack.push(told('meanwhile', []));
    finish();
    await first;
    expect(slow).toHaveBeenCalledTimes(1);
    expect(stack.read()).toEqual({ undo: 'meanwhile', redo: 'slow', busy: false });
  });

  test('tells those who listen, and gives them the same answer until something changes', () => {
    const stack = createUndoStack();
    const listener = vi.fn<() => void>();
    const leave = stack.subscribe(listener);
    stack.push(told('one', []));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(stack.read()).toBe(stack.read());
    leave();
    stack.push(told('two', []));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('holds a hundred steps, and lets the oldest go', async () => {
    const stack = createUndoStack();
    for (let step = 1; step <= 101; step += 1) stack.push(told(`step ${step}`, []));
    let last: string | null = null;
    for (let name = await stack.undo(); name !== null; name = await stack.undo()) last = name;
    expect(last).toBe('step 2');
  });
});

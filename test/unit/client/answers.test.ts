import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, refreshAnswers } from '../../../client/api/answers.ts';
import type { Operation } from '../../../client/api/operation.ts';

const QUESTION: Operation<{ readonly number: number }, { readonly id: string }> =
  'query Number($id:ID!){number(id:$id)}';

/** The questions that reached the server, each waiting to be answered. */
let asked: { readonly signal: AbortSignal; readonly answer: (number: number) => void }[] = [];

beforeEach(() => {
  asked = [];
  refreshAnswers();
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: { readonly signal: AbortSignal }) =>
      new Promise<Response>((resolve) => {
        const answer = (number: number): void => resolve(Response.json({ data: { number } }));
        asked.push({ signal, answer });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

function ever(): AbortSignal {
  return new AbortController().signal;
}

describe('a question', () => {
  test('that two ask at once is sent once', async () => {
    const both = [ask(QUESTION, { id: 'a' }, ever()), ask(QUESTION, { id: 'a' }, ever())];
    expect(asked).toHaveLength(1);
    asked[0]?.answer(1);
    const [first, second] = await Promise.all(both);
    expect(first).toEqual({ number: 1 });
    expect(second).toBe(first);
  });

  test('with other variables is another', () => {
    void ask(QUESTION, { id: 'a' }, ever());
    void ask(QUESTION, { id: 'b' }, ever());
    expect(asked).toHaveLength(2);
  });

  test('that has just been answered is not sent again, until all is asked anew', async () => {
    const first = ask(QUESTION, { id: 'a' }, ever());
    asked[0]?.answer(1);
    await first;
    expect(await ask(QUESTION, { id: 'a' }, ever())).toEqual({ number: 1 });
    expect(asked).toHaveLength(1);
    refreshAnswers();
    const again = ask(QUESTION, { id: 'a' }, ever());
    expect(asked).toHaveLength(2);
    asked[1]?.answer(2);
    expect(await again).toEqual({ number: 2 });
  });

  test('is given up when nobody waits for it any longer, and not before', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    void ask(QUESTION, { id: 'a' }, one.signal);
    void ask(QUESTION, { id: 'a' }, other.signal);
    one.abort();
    expect(asked[0]?.signal.aborted).toBe(false);
    other.abort();
    expect(asked[0]?.signal.aborted).toBe(true);
    void ask(QUESTION, { id: 'a' }, ever());
    expect(asked).toHaveLength(2);
  });

  test('that was sent before a change is not what is asked after it', async () => {
    const before = ask(QUESTION, { id: 'a' }, ever());
    refreshAnswers();
    const after = ask(QUESTION, { id: 'a' }, ever());
    expect(asked).toHaveLength(2);
    asked[1]?.answer(2);
    asked[0]?.answer(1);
    expect([await before, await after]).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await ask(QUESTION, { id: 'a' }, ever())).toEqual({ number: 2 });
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { atIntervals } from '../../../server/snapshots/at-intervals.ts';

describe('what is done at intervals', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is done after each of them, an error before it or not', async () => {
    const complaints: unknown[] = [];
    let turns = 0;
    const end = atIntervals(
      1000,
      async () => {
        turns += 1;
        if (turns === 1) throw new Error('The disk is full.');
      },
      (error) => complaints.push(error),
    );
    await vi.advanceTimersByTimeAsync(999);
    expect(turns).toBe(0);
    await vi.advanceTimersByTimeAsync(2001);
    expect(turns).toBe(3);
    expect(complaints).toEqual([new Error('The disk is full.')]);
    await end();
    await vi.advanceTimersByTimeAsync(5000);
    expect(turns).toBe(3);
  });

  test('is not done twice at once, and the end waits for what is under way', async () => {
    let finish = (): void => undefined;
    let turns = 0;
    const end = atIntervals(
      1000,
      () => {
        turns += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(3000);
    expect(turns).toBe(1);
    let isOver = false;
    const over = end().then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isOver).toBe(false);
    finish();
    await over;
    expect(isOver).toBe(true);
  });
});

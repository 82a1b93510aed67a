import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReach } from '../../../client/api/reach.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('A server that goes away', () => {
  test('is asked whether it is back, ever less often, and only while it is away', async () => {
    const asked: number[] = [];
    let ready = false;
    const reach = createReach(async () => {
      asked.push(performance.now() - start);
      return ready;
    }, vi.fn<() => void>());
    const start = performance.now();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
    reach.notice('The server does not answer.');
    await vi.advanceTimersByTimeAsync(50_000);
    const pauses = asked.map((time, index) => time - (asked[index - 1] ?? 60_000));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    ready = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(7);
  });

  test('tells that it is away and that it is back, once each', async () => {
    const told: (string | null)[] = [];
    const onBack = vi.fn<() => void>();
    let ready = false;
    const reach = createReach(async () => ready, onBack);
    reach.subscribe(() => told.push(reach.lost()));
    reach.notice('Away.');
    reach.notice('Away.');
    await reach.askNow();
    ready = true;
    await reach.askNow();
    await reach.askNow();
    expect(told).toEqual(['Away.', null]);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  test('and goes again at once is asked no more often than before', async () => {
    let asked = 0;
    const reach = createReach(
      async () => {
        asked += 1;
        return true;
      },
      () => reach.notice('Away again.'),
    );
    reach.notice('Away.');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBeLessThan(8);
  });
});

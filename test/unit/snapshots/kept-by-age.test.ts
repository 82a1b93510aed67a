import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlived } from '../../../server/snapshots/kept-by-age.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const DAY = 24 * 3_600_000;

const daysAgo = (days: number, milliseconds = 0): string =>
  new Date(Date.parse(NOW) - days * DAY - milliseconds).toISOString();

describe('snapshots', () => {
  test('of the last day are all kept', () => {
    const times = [daysAgo(0), daysAgo(0, 1), daysAgo(0.5), daysAgo(1)];
    expect(outlived(times, NOW)).toEqual([]);
  });

  test('that are a millisecond older than a day go, unless they are the last of theirs', () => {
    const [older, last] = ['2026-11-21T11:59:59.999Z', '2026-11-21T23:00:00.000Z'];
    expect(outlived([older, last, NOW], NOW)).toEqual([older]);
    expect(outlived([older, NOW], NOW)).toEqual([]);
  });

  test('that are the last of their day stay for thirty days', () => {
    const [stays, goes] = [daysAgo(30), daysAgo(30, 1)];
    expect(outlived([NOW, '2026-10-31T00:00:00.000Z', stays], NOW)).toEqual([]);
    expect(outlived([NOW, '2026-10-31T00:00:00.000Z', goes], NOW)).toEqual([goes]);
  });

  test('that are the last of their month stay for a year', () => {
    const [stays, goes] = [daysAgo(365), daysAgo(365, 1)];
    expect(outlived([NOW, stays], NOW)).toEqual([]);
    expect(outlived([NOW, goes], NOW)).toEqual([goes]);
  });

  test('are told apart by the days and months of UTC', () => {
    const [before, after] = ['2026-05-31T23:59:59.999Z', '2026-06-01T00:00:00.000Z'];
    expect(outlived([before, after, NOW], NOW)).toEqual([]);
    expect(outlived([before, '2026-05-31T23:59:59.998Z', NOW], NOW)).toEqual([
      '2026-05-31T23:59:59.998Z',
    ]);
  });

  test('from a clock that ran ahead are kept', () => {
    expect(outlived([daysAgo(-3), daysAgo(-2)], NOW)).toEqual([]);
  });

  test('that are taken every hour of two years leave a day, a month of days and a year of months', () => {
    const times = Array.from({ length: 2 * 365 * 24 }, (_each, hour) => daysAgo(hour / 24));
    const kept = times.length - outlived(times, NOW).length;
    expect(kept).toBe(25 + 29 + 11);
  });
});

const someTimes = fc.uniqueArray(
  fc.integer({ min: -DAY, max: 500 * DAY }).map((age) => daysAgo(0, age)),
  { minLength: 1, maxLength: 60 },
);

describe('whatever snapshots there are', () => {
  test('the newest never goes', () => {
    fc.assert(
      fc.property(someTimes, (times) => {
        expect(outlived(times, NOW)).not.toContain(times.toSorted().at(-1));
      }),
    );
  });

  test('their order does not matter', () => {
    fc.assert(
      fc.property(
        someTimes.chain((times) =>
          fc.tuple(
            fc.constant(times),
            fc.shuffledSubarray(times, { minLength: times.length, maxLength: times.length }),
          ),
        ),
        ([times, shuffled]) => {
          expect(outlived(shuffled, NOW).toSorted()).toEqual(outlived(times, NOW).toSorted());
        },
      ),
    );
  });

  test('what stays once stays when it is asked again', () => {
    fc.assert(
      fc.property(someTimes, (times) => {
        const going = new Set(outlived(times, NOW));
        expect(
          outlived(
            times.filter((time) => !going.has(time)),
            NOW,
          ),
        ).toEqual([]);
      }),
    );
  });
});

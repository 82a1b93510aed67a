import { expect, test } from 'vitest';
import { SeenIds } from '../../../server/ingest/seen-ids.ts';

test('the ids that were seen are known again, and no others', () => {
  const seen = new SeenIds();
  for (let number = 0; number < 10_000; number += 1) {
    seen.add(`doi:10.1000/${number}`);
    seen.add(`doi:10.1000/${number}`);
  }
  const has = (scheme: string): number =>
    Array.from({ length: 10_000 }, (_, number) => seen.has(`${scheme}:10.1000/${number}`)).filter(
      Boolean,
    ).length;
  expect([has('doi'), has('pmid')]).toEqual([10_000, 0]);
  expect(seen.has('')).toBe(false);
});

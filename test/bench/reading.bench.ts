import { bench, describe } from 'vitest';
import { LARGE, largeFile, readThrough } from '../support/large-files.ts';

const MEGABYTE = 1_000_000;

/** What is held is a piece, however long the file: the heap is as high for ten times as much. */
describe.each(Object.keys(LARGE))('a file in %s, read in pieces', (format) => {
  for (const size of [20, 200])
    bench(
      `${size} MB`,
      async () => {
        const { works, pieces, peakHeap } = await readThrough(largeFile(format, size * MEGABYTE));
        process.stdout.write(
          `${format}, ${size} MB: ${works} works in ${pieces} pieces, at most ${Math.round(peakHeap / MEGABYTE)} MB of heap\n`,
        );
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
});

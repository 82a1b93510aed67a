/**
 * Numbers from 0 up to, not including, 1 that follow from a seed alone: the same in
 * every run, on every machine.
 *
 * M. E. O'Neill's observation that a good mixing function over a counter passes
 * what is tested of generators; this is T. Ettinger's mulberry32, of period 2³².
 *
 * @param seed any integer; its lowest 32 bits count.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers from 0 to `count` - 1 in random order (R. A. Fisher, F. Yates; R. Durstenfeld 1964). */
export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const value = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = value;
  }
  return order;
}

/** So many nodes and their links fit into the processor's first caches. */
const BLOCK = 256;

/**
 * The numbers from 0 to `count` - 1 with those of each block of 256 in random order, and
 * the blocks too: as random as a search needs, and nearly all steps go to where memory
 * was just read.
 */
export function shuffledInBlocks(count: number, random: () => number): Int32Array {
  const order = new Int32Array(count);
  let last = 0;
  for (const block of shuffled(Math.ceil(count / BLOCK), random)) {
    const first = block * BLOCK;
    for (const each of shuffled(Math.min(BLOCK, count - first), random)) {
      order[last] = first + each;
      last += 1;
    }
  }
  return order;
}

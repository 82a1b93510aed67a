import { hashOf } from './hash-of.ts';

/**
 * The ids of a file that is too large to be held, in about sixteen bytes each: a hash
 * of 53 bits stands for an id, and of a million ids hardly ever do two share one.
 */
export class SeenIds {
  /** By open addressing; zero is an empty place. */
  #hashes = new Float64Array(1024);
  #size = 0;

  has(id: string): boolean {
    return this.#hashes[placeOf(this.#hashes, hashOf(id))] !== 0;
  }

  add(id: string): void {
    this.check(id);
  }

  /** Says whether an id was there before, and adds it. */
  check(id: string): boolean {
    const hash = hashOf(id);
    const place = placeOf(this.#hashes, hash);
    if (this.#hashes[place] !== 0) return true;
    this.#hashes[place] = hash;
    this.#size += 1;
    if (isFull(this.#size, this.#hashes)) this.#grow();
    return false;
  }

  #grow(): void {
    const grown = new Float64Array(2 * this.#hashes.length);
    for (const hash of this.#hashes) if (hash !== 0) grown[placeOf(grown, hash)] = hash;
    this.#hashes = grown;
  }
}

/** Where a hash stands in a table, or would stand. */
export function placeOf(hashes: Float64Array, hash: number): number {
  const { length } = hashes;
  let place = hash % length;
  while (hashes[place] !== 0 && hashes[place] !== hash) place = (place + 1) % length;
  return place;
}

/** Beyond this, looking for a place takes long. */
const FULLEST = 0.75;

export function isFull(size: number, { length }: Float64Array): boolean {
  return size > FULLEST * length;
}

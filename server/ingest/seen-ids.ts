/**
 * The ids of a file that is too large to be held, in about sixteen bytes each: a hash
 * of 53 bits stands for an id, and of a million ids hardly ever do two share one.
 */
export class SeenIds {
  /** By open addressing; zero is an empty place. */
  #hashes = new Float64Array(1024);
  #size = 0;

  has(id: string): boolean {
    return this.#hashes[this.#placeOf(hashOf(id))] !== 0;
  }

  add(id: string): void {
    if (2 * this.#size >= this.#hashes.length) this.#grow();
    this.#put(hashOf(id));
  }

  /** Says whether an id was there before, and adds it. */
  check(id: string): boolean {
    const isThere = this.has(id);
    if (!isThere) this.add(id);
    return isThere;
  }

  #put(hash: number): void {
    const place = this.#placeOf(hash);
    if (this.#hashes[place] === 0) this.#size += 1;
    this.#hashes[place] = hash;
  }

  /** Where a hash stands, or would stand. */
  #placeOf(hash: number): number {
    const { length } = this.#hashes;
    let place = hash % length;
    while (this.#hashes[place] !== 0 && this.#hashes[place] !== hash) place = (place + 1) % length;
    return place;
  }

  #grow(): void {
    const before = this.#hashes;
    this.#hashes = new Float64Array(2 * before.length);
    this.#size = 0;
    for (const hash of before) if (hash !== 0) this.#put(hash);
  }
}

/** Two halves that are stirred into each other (cyrb53); never zero. */
function hashOf(text: string): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 2 ** 32 * (0x1fffff & other) + (one >>> 0) || 1;
}

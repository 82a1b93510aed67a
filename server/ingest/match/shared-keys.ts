import { hashOf } from '../hash-of.ts';
import { isFull, placeOf } from '../seen-ids.ts';

/** Stands for several records. */
const SHARED = 0;

/**
 * Which keys stand for more than one record of a source: only records that share one
 * can be the same. It holds two numbers for each key, about twenty-four bytes, so that
 * the source may be large.
 */
export class SharedKeys {
  /** By open addressing; zero is an empty place. */
  #keys = new Float64Array(1024);
  /** Of each key a number for the record that goes by it, or for several. */
  #records = new Uint32Array(1024);
  #size = 0;
  /** How many keys stand for more than one record. */
  count = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Takes note that a record of the source goes by a key. */
  add(key: string, id: string): void {
    const hash = hashOf(key);
    const place = placeOf(this.#keys, hash);
    if (this.#keys[place] !== 0) return this.#meetAt(place, numberOf(id));
    this.#keys[place] = hash;
    this.#records[place] = numberOf(id);
    this.#size += 1;
    if (isFull(this.#size, this.#keys)) this.#grow();
  }

  /** Takes note of a record that is elsewhere; says whether a record of the source goes by one of its keys under another id. */
  meet(keys: readonly string[], id: string): boolean {
    const number = numberOf(id);
    let isMet = false;
    for (const key of keys) {
      const place = placeOf(this.#keys, hashOf(key));
      if (this.#keys[place] === 0 || this.#records[place] === number) continue;
      this.#meetAt(place, number);
      isMet = true;
    }
    return isMet;
  }

  isShared(key: string): boolean {
    const place = placeOf(this.#keys, hashOf(key));
    return this.#keys[place] !== 0 && this.#records[place] === SHARED;
  }

  #meetAt(place: number, number: number): void {
    const known = this.#records[place];
    if (known === number || known === SHARED) return;
    this.#records[place] = SHARED;
    this.count += 1;
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    const records = new Uint32Array(keys.length);
    for (const [at, hash] of this.#keys.entries()) {
      if (hash === 0) continue;
      const place = placeOf(keys, hash);
      keys[place] = hash;
      records[place] = this.#records[at] ?? SHARED;
    }
    this.#keys = keys;
    this.#records = records;
  }
}

/** Of 32 bits, never that of several: it only has to differ between the few that go by one key. */
function numberOf(id: string): number {
  return hashOf(id) >>> 0 || 1;
}

import { SeenIds } from '../seen-ids.ts';

/**
 * Which keys stand for more than one record of a source: only records that share one
 * can be the same. It holds a number for each key, so that the source may be large.
 */
export class SharedKeys {
  readonly #keys = new SeenIds();
  readonly #pairs = new SeenIds();
  readonly #shared = new SeenIds();
  /** How many keys stand for more than one record. */
  count = 0;
  isEmpty = true;

  /** Takes note that a record of the source goes by a key. */
  add(key: string, id: string): void {
    const pair = pairOf(key, id);
    if (this.#pairs.has(pair)) return;
    if (this.#keys.has(key)) this.#share(key);
    this.#keys.add(key);
    this.#pairs.add(pair);
    this.isEmpty = false;
  }

  /** Takes note of a record that is elsewhere; says whether a record of the source goes by one of its keys under another id. */
  meet(keys: readonly string[], id: string): boolean {
    const met = keys.filter(
      (key) => this.#keys.has(key) && (this.#shared.has(key) || !this.#pairs.has(pairOf(key, id))),
    );
    for (const key of met) this.#share(key);
    return met.length > 0;
  }

  isShared(key: string): boolean {
    return this.#shared.has(key);
  }

  #share(key: string): void {
    if (this.#shared.has(key)) return;
    this.#shared.add(key);
    this.count += 1;
  }
}

function pairOf(key: string, id: string): string {
  return `${key}\n${id}`;
}

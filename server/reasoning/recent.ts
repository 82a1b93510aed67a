import type { Evidence } from './evidence.ts';

/**
 * What was computed of evidence lately: a list is asked for page by page, and worked
 * out once. What is asked for longest ago is forgotten first, and all of it with the
 * evidence.
 */
export class Recent<Result> {
  readonly #most: number;
  readonly #known = new WeakMap<Evidence['standings'], Map<string, Result>>();

  /** @param most how many results are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The result that is known by this key, or that is computed now. */
  of({ standings }: Evidence, key: string, compute: () => Result): Result {
    const known = this.#known.get(standings) ?? new Map<string, Result>();
    this.#known.set(standings, known);
    const result = known.get(key) ?? compute();
    known.delete(key);
    known.set(key, result);
    const [oldest] = known.keys();
    if (known.size > this.#most && oldest !== undefined) known.delete(oldest);
    return result;
  }
}

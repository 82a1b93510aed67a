import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Makes a secret that nobody can guess, as a word that fits into an address and a header. */
export type MakeSecret = () => string;

export const makeSecret: MakeSecret = () => randomBytes(32).toString('base64url');

/** Whether two secrets are the same, in a time that tells nothing of how far they agree. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(hash(one), hash(other));
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export interface KeeperOptions {
  /** How long a secret is good for, in milliseconds. */
  readonly lifetime: number;
  /** How many are kept: beyond, the oldest goes. */
  readonly most: number;
  /** The time now, in milliseconds. */
  readonly now: () => number;
  readonly makeSecret: MakeSecret;
}

interface Kept<Meaning> {
  readonly meaning: Meaning;
  readonly until: number;
}

/** Gives out secrets and knows them again. It keeps only their hashes, and those only in memory. */
export class SecretKeeper<Meaning> {
  readonly #options: KeeperOptions;
  readonly #kept = new Map<string, Kept<Meaning>>();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** A new secret that stands for this. */
  give(meaning: Meaning): string {
    const { lifetime, most, now, makeSecret: make } = this.#options;
    this.#forgetOld();
    while (this.#kept.size >= most) this.#kept.delete(this.#kept.keys().next().value ?? '');
    const secret = make();
    this.#kept.set(keyOf(secret), { meaning, until: now() + lifetime });
    return secret;
  }

  /** What a secret stands for; null where it is not known, not any more, or too old. */
  find(secret: string): Meaning | null {
    const kept = this.#kept.get(keyOf(secret));
    return kept !== undefined && this.#options.now() < kept.until ? kept.meaning : null;
  }

  /** As `find`, for the last time: the secret is good for nothing from then on. */
  take(secret: string): Meaning | null {
    const meaning = this.find(secret);
    this.#kept.delete(keyOf(secret));
    return meaning;
  }

  #forgetOld(): void {
    const now = this.#options.now();
    for (const [key, { until }] of this.#kept) if (until <= now) this.#kept.delete(key);
  }
}

function keyOf(secret: string): string {
  return hash(secret).toString('base64');
}

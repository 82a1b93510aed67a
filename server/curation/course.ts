import { setImmediate } from 'node:timers/promises';
import { UnderpinError } from '../domain/errors.ts';

/** What something long goes through, in this order. */
export type Stage = 'reading' | 'matching' | 'planning' | 'writing';

/** How far something long is. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  /** Null where it is not known beforehand. */
  readonly total: number | null;
}

/** Who waits for something long. */
export interface Followed {
  /** Aborted when nobody waits any longer. */
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
}

/** What is thrown where nobody waits any longer. */
export class Cancelled extends UnderpinError {
  constructor() {
    super('UNAVAILABLE', 'Cancelled: nothing was written.');
    this.name = 'Cancelled';
  }
}

/**
 * The way of something long: it says at each step how far it is, lets others have
 * their turn, and goes no further where nobody waits any longer.
 */
export class Course {
  readonly #followed: Followed;

  constructor(followed: Followed) {
    this.#followed = followed;
  }

  /** @throws Cancelled where nobody waits any longer. */
  async reach(stage: Stage, done = 0, total: number | null = null): Promise<void> {
    const { signal, progress } = this.#followed;
    progress?.({ stage, done, total });
    // Whoever goes away is heard of between two turns.
    await setImmediate();
    if (signal?.aborted === true) throw new Cancelled();
  }
}

/** Nobody follows: something small, or done by the program itself. */
export const UNFOLLOWED = new Course({});

import { UnderpinError } from './errors.ts';

/** Asked now and then by a long computation: true makes it give up. The caller has the clock. */
export type ShouldStop = () => boolean;

/** How many steps are taken between two questions: well under a millisecond's work. */
const STEPS_BETWEEN = 4096;

/** Counts the steps of a long computation and asks whether there is time for more. */
export class Budget {
  readonly #shouldStop: ShouldStop | undefined;
  #steps = 0;

  constructor(shouldStop?: ShouldStop) {
    this.#shouldStop = shouldStop;
  }

  /**
   * Says that so many steps were taken.
   * @throws TOO_COSTLY when the caller says that it is enough.
   */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps < STEPS_BETWEEN) return;
    this.#steps = 0;
    if (this.#shouldStop?.() === true)
      throw new UnderpinError(
        'TOO_COSTLY',
        'This takes longer than one answer may: ask about a single claim, or about fewer studies.',
      );
  }
}

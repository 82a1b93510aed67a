/** A long calculation that can be left for a while at every `yield`. */
export type Steps<Result> = Generator<void, Result, void>;

/** Carries it out without a pause. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

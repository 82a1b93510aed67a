/** How often a server that runs keeps a snapshot, where something has changed. */
export const HOURLY = 3_600_000;

/**
 * Does something again and again, for as long as the process has other reasons to run.
 * @param complain is told of an error; the next turn comes all the same.
 * @returns ends it, once a turn that is under way is over.
 */
export function atIntervals(
  interval: number,
  work: () => Promise<void>,
  complain: (error: unknown) => void,
): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const timer = setInterval(() => {
    // One that takes longer than the interval is not overtaken by the next.
    underWay ??= work()
      .catch(complain)
      .finally(() => (underWay = null));
  }, interval);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

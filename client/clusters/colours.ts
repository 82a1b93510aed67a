/** How many colours there are; more clusters share them, as each has its number and its name too. */
export const COLOURS = 8;

/** A cluster, and that of the clustering before from which it goes on. */
export interface Succession {
  readonly id: string;
  readonly was: string | null;
}

/**
 * The colours of clusters: what goes on from a cluster keeps its colour, and of the
 * others each gets one that is used least, from the largest cluster down.
 * @param before the colours of the clustering before; empty where there was none.
 */
export function colourClusters(
  clusters: readonly Succession[],
  before: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const colours = new Map<string, number>();
  const uses = Array.from({ length: COLOURS }, () => 0);
  const take = (id: string, colour: number): void => {
    colours.set(id, colour);
    uses[colour] = (uses[colour] ?? 0) + 1;
  };
  for (const { id, was } of clusters) {
    const kept = was === null ? undefined : before.get(was);
    if (kept !== undefined) take(id, kept);
  }
  for (const { id } of clusters) if (!colours.has(id)) take(id, uses.indexOf(Math.min(...uses)));
  return colours;
}

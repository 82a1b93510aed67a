/** A claim that the page might open on. */
export interface Candidate {
  readonly id: string;
  readonly contested: boolean;
}

const MOST_TRIED = 8;
const LEAST_NODES = 4;
const MOST_NODES = 14;

/**
 * The claim that the page opens on: of the contested claims, in order, the first
 * whose trail has something to trace and can be taken in at a glance; of all
 * claims where none is contested.
 */
export async function chooseOpening(
  candidates: readonly Candidate[],
  sizeOf: (id: string) => Promise<number>,
): Promise<string | null> {
  const contested = candidates.filter((candidate) => candidate.contested);
  const tried = (contested.length > 0 ? contested : candidates).slice(0, MOST_TRIED);
  let larger: string | null = null;
  for (const { id } of tried) {
    const size = await sizeOf(id);
    if (size >= LEAST_NODES && size <= MOST_NODES) return id;
    if (size > MOST_NODES) larger ??= id;
  }
  return larger ?? tried[0]?.id ?? null;
}

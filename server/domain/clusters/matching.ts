/**
 * Which cluster of another clustering each cluster goes on from, so that what is one
 * body of work keeps its colour from one resolution to the next, or as studies come
 * and go: pairs are matched greedily, the largest share of studies in common first
 * (P. Jaccard: those of both over those of either), each cluster once at most. Of equal
 * shares the one with more studies in common goes first, then the one that stands first.
 * @param before the clusters of the one, each as the ids of its studies.
 * @returns by cluster of the other: the place of its match in `before`, or null.
 */
export function matchClusters(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): (number | null)[] {
  const clusterOf = new Map(
    before.flatMap((studies, cluster) => studies.map((id) => [id, cluster] as const)),
  );
  const pairs = after.flatMap((studies, to) => {
    const shared = new Map<number, number>();
    for (const id of studies) {
      const from = clusterOf.get(id);
      if (from !== undefined) shared.set(from, (shared.get(from) ?? 0) + 1);
    }
    return [...shared].map(([from, common]) => {
      const either = studies.length + (before[from]?.length ?? 0) - common;
      return { from, to, common, jaccard: common / either };
    });
  });
  pairs.sort(
    (a, b) => b.jaccard - a.jaccard || b.common - a.common || a.to - b.to || a.from - b.from,
  );
  const matched = new Set<number>();
  const matches: (number | null)[] = after.map(() => null);
  for (const { from, to } of pairs) {
    if (matched.has(from) || matches[to] !== null) continue;
    matched.add(from);
    matches[to] = from;
  }
  return matches;
}

/**
 * How studies lie in the clusters of another clustering of the same graph: in which of
 * them, and how many; most first, then by the order of the clusters.
 * @param clusterOf by study: its cluster in the other.
 */
export function meetingsOf(
  studies: Iterable<number>,
  clusterOf: Int32Array,
): { readonly cluster: number; readonly studies: number }[] {
  const counts = new Map<number, number>();
  for (const study of studies) {
    const cluster = clusterOf[study] ?? -1;
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  return [...counts]
    .map(([cluster, count]) => ({ cluster, studies: count }))
    .sort((a, b) => b.studies - a.studies || a.cluster - b.cluster);
}

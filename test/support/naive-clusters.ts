import type { CitationGraph } from '../../server/domain/clusters/citation-graph.ts';
import type { Network } from '../../server/domain/clusters/network.ts';
import type { Partition } from '../../server/domain/clusters/partition.ts';
import { rowOf } from '../../server/domain/rows.ts';

// What is computed of networks, once more: as slowly as the definitions read.

/** By pair of nodes: the weight of the link between them, 0 where there is none. */
export function matrixOf({ offsets, targets, weights }: Network): number[][] {
  const count = offsets.length - 1;
  const matrix = Array.from({ length: count }, () => Array.from({ length: count }, () => 0));
  for (const [node, row] of matrix.entries())
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1)
      row[targets[at] ?? 0] = weights[at] ?? 0;
  return matrix;
}

export function citesMatrix({ ids, cites }: CitationGraph): boolean[][] {
  return ids.map((_, citing) => ids.map((_id, cited) => rowOf(cites, citing).includes(cited)));
}

/** Every way to divide so many nodes into communities. */
export function allPartitions(count: number): Partition[] {
  if (count === 0) return [{ communityOf: new Int32Array(0), count: 0 }];
  return allPartitions(count - 1).flatMap(({ communityOf, count: communities }) =>
    Array.from({ length: communities + 1 }, (_, community) => ({
      communityOf: Int32Array.of(...communityOf, community),
      count: Math.max(communities, community + 1),
    })),
  );
}

/** Over all pairs of nodes: Σ (Aᵢⱼ − γ kᵢ kⱼ / 2m) / 2m where both are in one community. */
export function naiveModularity(
  matrix: readonly number[][],
  { communityOf }: Partition,
  resolution: number,
): number {
  const strengths = matrix.map((row) => sum(row));
  const all = sum(strengths);
  return sum(
    matrix.flatMap((row, i) =>
      row.map((weight, j) => {
        if (communityOf[i] !== communityOf[j]) return 0;
        return (weight - (resolution * (strengths[i] ?? 0) * (strengths[j] ?? 0)) / all) / all;
      }),
    ),
  );
}

/** Over all pairs i < j of one community: Σ (Aᵢⱼ − γ). */
export function naiveConstantPotts(
  matrix: readonly number[][],
  { communityOf }: Partition,
  resolution: number,
): number {
  return sum(
    matrix.flatMap((row, i) =>
      row.map((weight, j) =>
        i < j && communityOf[i] === communityOf[j] ? weight - resolution : 0,
      ),
    ),
  );
}

/** By node: over all other pairs, the share of the shortest paths that go through it. */
export function naiveBetweenness(matrix: readonly number[][]): number[] {
  const nodes = [...matrix.keys()];
  const paths = nodes.map((from) => shortestPaths(matrix, from));
  return nodes.map((node) =>
    sum(
      nodes.flatMap((from) =>
        nodes
          .filter((to) => from < to && from !== node && to !== node)
          .map((to) => {
            const all = paths[from]?.[to] ?? [];
            const through = all.filter((path) => path.includes(node)).length;
            return all.length === 0 ? 0 : through / all.length;
          }),
      ),
    ),
  );
}

/** By node: all of the shortest paths to it, each as its nodes. */
function shortestPaths(matrix: readonly number[][], from: number): number[][][] {
  const found: number[][][] = matrix.map((_, node) => (node === from ? [[from]] : []));
  let reached: number[][] = [[from]];
  while (reached.length > 0) {
    const next = reached.flatMap((path) =>
      [...matrix.keys()]
        .filter((node) => (matrix[path.at(-1) ?? 0]?.[node] ?? 0) > 0 && found[node]?.length === 0)
        .map((node) => [...path, node]),
    );
    for (const path of next) found[path.at(-1) ?? 0]?.push(path);
    reached = next;
  }
  return found;
}

/** The weights of pairs on these occasions, by the words of the definitions. */
export function naiveCoOccurrence(
  occasions: readonly (readonly number[])[],
  count: number,
  { counting, normalisation }: { counting: string; normalisation: string },
): number[][] {
  const occurrences = (node: number): number =>
    occasions.filter((each) => each.includes(node)).length;
  const all = occasions.filter(({ length }) => length > 0).length;
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_each, j) => {
      const both = occasions.filter((each) => i !== j && each.includes(i) && each.includes(j));
      const c = sum(both.map(({ length }) => (counting === 'FULL' ? 1 : 1 / (length - 1))));
      const [a, b] = [occurrences(i), occurrences(j)];
      if (c === 0 || normalisation === 'NONE') return c;
      if (normalisation === 'ASSOCIATION_STRENGTH') return (c * all) / (a * b);
      return normalisation === 'COSINE' ? c / Math.sqrt(a * b) : c / (a + b - c);
    }),
  );
}

/** PageRank by following the definition for a thousand rounds. */
export function naivePageRank(cites: readonly boolean[][]): number[] {
  const count = cites.length;
  let ranks = cites.map(() => 1 / count);
  for (let round = 0; round < 1000; round += 1)
    ranks = cites.map((_, study) =>
      sum(
        cites.map((cited, citing) => {
          const all = cited.filter(Boolean).length;
          const followed = all === 0 ? 1 / count : cited[study] === true ? 1 / all : 0;
          return (ranks[citing] ?? 0) * (0.15 / count + 0.85 * followed);
        }),
      ),
    );
  return ranks;
}

/** Every way from a group that cites none to one that none cites, groups being rings; each as its groups. */
export function allWays(cites: readonly boolean[][]): string[][] {
  const studies = [...cites.keys()];
  const reaches = (from: number, to: number, seen = new Set<number>()): boolean => {
    if (from === to) return true;
    seen.add(from);
    return studies.some(
      (next) => cites[from]?.[next] === true && !seen.has(next) && reaches(next, to, seen),
    );
  };
  const ringOf = (study: number): string =>
    studies.filter((other) => reaches(study, other) && reaches(other, study)).join('+');
  const rings = [...new Set(studies.map(ringOf))];
  const isCited = (cited: string, citing: string): boolean =>
    cited !== citing &&
    studies.some(
      (a) =>
        ringOf(a) === citing && studies.some((b) => ringOf(b) === cited && cites[a]?.[b] === true),
    );
  const from = (ring: string): string[][] => {
    const next = rings.filter((citing) => isCited(ring, citing));
    return next.length === 0 ? [[ring]] : next.flatMap(from).map((way) => [ring, ...way]);
  };
  return rings
    .filter((ring) => !rings.some((cited) => isCited(cited, ring)))
    .flatMap(from)
    .filter(({ length }) => length > 1);
}

/** How many of these ways go from one group right to another. */
export function waysThrough(ways: readonly string[][], cited: string, citing: string): number {
  return ways.filter((way) => way.some((ring, at) => ring === cited && way[at + 1] === citing))
    .length;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

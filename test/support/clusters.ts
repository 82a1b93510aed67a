import { Budget } from '../../server/domain/budget.ts';
import {
  citationGraphOf,
  type CitationGraph,
} from '../../server/domain/clusters/citation-graph.ts';
import { connectedParts } from '../../server/domain/clusters/connected-parts.ts';
import { networkOf, type Links, type Network } from '../../server/domain/clusters/network.ts';
import type { Partition } from '../../server/domain/clusters/partition.ts';

/** A network of links, each written as “1-2” or, with a weight, “1-2*3”. */
export function network(count: number, text: string): Network {
  const links = text
    .split(/\s+/u)
    .filter((link) => link !== '')
    .map((link) => link.split(/[-*]/u).map(Number));
  return linked(count, {
    from: links.map(([from = 0]) => from),
    to: links.map(([, to = 0]) => to),
    weights: links.map(([, , weight = 1]) => weight),
  });
}

export function linked(count: number, links: Links): Network {
  return networkOf(count, links, new Budget());
}

/** A graph of citations, each written as “citing>cited”; a study's year stands as “study:year”. */
export function citationGraph(text: string): CitationGraph {
  const parts = text.split(/\s+/u).filter((part) => part !== '');
  const citations = parts
    .filter((part) => part.includes('>'))
    .map((part) => {
      const [citing = '', cited = ''] = part.split('>');
      return { citing, cited };
    });
  const years = new Map(
    parts
      .filter((part) => !part.includes('>'))
      .map((part) => {
        const [id = '', year] = part.split(':');
        return [id, year === undefined ? undefined : Number(year)] as const;
      }),
  );
  const ids = new Set([
    ...years.keys(),
    ...citations.flatMap(({ citing, cited }) => [citing, cited]),
  ]);
  return citationGraphOf(
    [...ids].map((id) => ({ id, year: years.get(id) })),
    citations,
  );
}

/** The communities, each as its nodes in order, in the order of their first nodes. */
export function groupsOf({ communityOf, count }: Partition): number[][] {
  const groups = Array.from({ length: count }, (): number[] => []);
  for (const [node, community] of communityOf.entries()) groups[community]?.push(node);
  return groups.toSorted(([a = 0], [b = 0]) => a - b);
}

export function partition(...communityOf: readonly number[]): Partition {
  return { communityOf: Int32Array.from(communityOf), count: Math.max(-1, ...communityOf) + 1 };
}

export function isEachConnected(within: Network, communities: Partition): boolean {
  return connectedParts(within, communities, new Budget()).count === communities.count;
}

/**
 * How alike two partitions are: their mutual information over the mean of their
 * entropies, from 0 to 1 for the same (L. Danon et al., J. Stat. Mech. (2005), P09008).
 */
export function normalisedMutualInformation(one: Partition, other: Partition): number {
  const nodes = one.communityOf.length;
  const share = (labels: readonly string[]): Map<string, number> => {
    const shares = new Map<string, number>();
    for (const label of labels) shares.set(label, (shares.get(label) ?? 0) + 1 / nodes);
    return shares;
  };
  const entropyOf = (shares: Map<string, number>): number =>
    -[...shares.values()].reduce((sum, p) => sum + p * Math.log(p), 0);
  const a = Array.from(one.communityOf, String);
  const b = Array.from(other.communityOf, String);
  const joint = entropyOf(share(a.map((label, node) => `${label} ${b[node]}`)));
  const [ofA, ofB] = [entropyOf(share(a)), entropyOf(share(b))];
  return ofA + ofB === 0 ? 1 : (2 * (ofA + ofB - joint)) / (ofA + ofB);
}

/** Equal groups of nodes, with so many links of a node on average inside its group, and so many outside. */
export function plantedPartition(
  groups: number,
  size: number,
  { inside, outside, random }: { inside: number; outside: number; random: () => number },
): { planted: Partition; network: Network } {
  const count = groups * size;
  const pick = (below: number): number => Math.floor(random() * below);
  const from: number[] = [];
  const to: number[] = [];
  const link = (number: number, other: (node: number) => number): void => {
    for (let made = 0; made < number; made += 1) {
      const node = pick(count);
      from.push(node);
      to.push(other(node));
    }
  };
  link((count * inside) / 2, (node) => Math.floor(node / size) * size + pick(size));
  link(
    (count * outside) / 2,
    (node) => (Math.floor(node / size) * size + size + pick(count - size)) % count,
  );
  return {
    planted: partition(...Array.from({ length: count }, (_, node) => Math.floor(node / size))),
    network: linked(count, { from, to }),
  };
}

/** How many steps the search for communities takes, in thousands or so: it asks whether to stop after each 4,096. */
export function stepsTaken(search: (shouldStop: () => boolean) => unknown): number {
  let steps = 0;
  search(() => {
    steps += 4096;
    return false;
  });
  return steps;
}

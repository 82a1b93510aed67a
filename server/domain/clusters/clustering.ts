import { Budget, type ShouldStop } from '../budget.ts';
import { invertRows, rowOf, rowsOfOne } from '../rows.ts';
import { anchorsOf, citationsInside, type Anchor } from './anchors.ts';
import type { CitationGraph } from './citation-graph.ts';
import type { LeftOut } from './co-occurrence.ts';
import { flowsBetween, type Flow } from './flows.ts';
import { labelsOf, type LabelTerm } from './labels.ts';
import { findCommunities, type LeidenOptions } from './leiden.ts';
import type { Partition } from './partition.ts';
import { modularityOf } from './quality.ts';
import { tempoOf, type Tempo } from './tempo.ts';
import type { Terms } from './terms.ts';
import type { TiedStudies } from './tied-studies.ts';

/** How studies are clustered. */
export interface ClusteringOptions extends LeidenOptions {
  /** How many terms a label has at most; 3 where left out. */
  readonly terms?: number;
  /** How many anchors a cluster has at most; 5 where left out. */
  readonly anchors?: number;
}

/** A body of work. */
export interface Cluster {
  /**
   * The id of its first anchor. It follows from what is in the cluster, so that it
   * stays as it is while the work that the cluster builds on does.
   */
  readonly id: string;
  /** Numbers of the graph, in the order of their ids. */
  readonly studies: Int32Array;
  /** What distinguishes its titles; empty where none is known. */
  readonly label: readonly LabelTerm[];
  readonly tempo: Tempo;
  /** The studies that it builds on. */
  readonly anchors: readonly Anchor[];
}

/** The bodies of work of a citation graph, and how they hang together. */
export interface Clustering {
  readonly graph: CitationGraph;
  /** The largest first, then by the smallest id of a study. Studies without any tie are clusters of one. */
  readonly clusters: readonly Cluster[];
  /** By study: the place of its cluster in `clusters`. */
  readonly clusterOf: Int32Array;
  /** By study: how many studies of its own cluster cite it. */
  readonly inside: Int32Array;
  /** At resolution 1, whatever was asked for, so that it can be compared; null where nothing ties any two studies. */
  readonly modularity: number | null;
  /** How many ties there are between two studies. */
  readonly ties: number;
  readonly flows: readonly Flow[];
  readonly leftOut: LeftOut;
}

const DEFAULTS = { terms: 3, anchors: 5 };

/**
 * Clusters studies by their ties, and says what makes the clusters readable. Everything
 * follows from the arguments alone.
 * @param titleTerms of the titles of these studies, in the order of their numbers.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function clusterStudies(
  { graph, network, leftOut }: TiedStudies,
  titleTerms: Terms,
  options: ClusteringOptions,
  shouldStop?: ShouldStop,
): Clustering {
  const wanted = { ...DEFAULTS, ...options };
  const partition = bySize(findCommunities(network, options, shouldStop));
  const members = invertRows(rowsOfOne(partition.communityOf), partition.count);
  const labels = labelsOf(titleTerms, partition, wanted.terms, new Budget(shouldStop));
  const inside = citationsInside(graph, partition);
  return {
    graph,
    clusters: labels.map((label, cluster) => {
      const studies = rowOf(members, cluster);
      const anchors = anchorsOf(studies, inside, graph, Math.max(1, wanted.anchors));
      return {
        id: graph.ids[anchors[0]?.study ?? 0] ?? '',
        studies,
        label,
        tempo: tempoOf(Array.from(studies, (study) => graph.years[study] ?? null)),
        anchors: anchors.slice(0, wanted.anchors),
      };
    }),
    clusterOf: partition.communityOf,
    inside,
    modularity: modularityOf(network, partition),
    ties: network.targets.length / 2,
    flows: flowsBetween(graph, partition),
    leftOut,
  };
}

/** The same communities, numbered from the largest down; of equal ones the one of the smallest node first. */
function bySize({ communityOf, count }: Partition): Partition {
  const sizes = new Int32Array(count);
  for (const community of communityOf) sizes[community] = (sizes[community] ?? 0) + 1;
  // They are numbered as they first occur, so that of equal size the lower number has the smaller node.
  const order = Array.from(sizes.keys()).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const place = new Int32Array(count);
  for (const [at, community] of order.entries()) place[community] = at;
  return { communityOf: communityOf.map((community) => place[community] ?? 0), count };
}

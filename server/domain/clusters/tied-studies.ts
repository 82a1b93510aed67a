import { Budget, type ShouldStop } from '../budget.ts';
import { betweennessOf } from './betweenness.ts';
import type { CitationGraph } from './citation-graph.ts';
import { coOccurrenceOf, type CoOccurrenceOptions, type LeftOut } from './co-occurrence.ts';
import { networkOf, type Network } from './network.ts';

/**
 * What ties two studies. DIRECT: one cites the other. CO_CITATION: some study cites
 * both (H. Small, “Co-citation in the scientific literature”, JASIS 24 (1973),
 * 265–269). COUPLING: both cite some study (M. M. Kessler, “Bibliographic coupling
 * between scientific papers”, American Documentation 14 (1963), 10–25).
 */
export type ClusterBasis = 'DIRECT' | 'CO_CITATION' | 'COUPLING';

/**
 * How pairs are counted where nothing else is said: fractionally, by the cosine, and
 * as many as can be gone through, and their network clustered, in a second or so.
 */
const CO_OCCURRENCE: CoOccurrenceOptions = {
  counting: 'FRACTIONAL',
  normalisation: 'COSINE',
  mostPairs: 1_000_000,
};

/** What is gone through for the betweenness, in links: more pivots than that gives are not needed. */
const MOST_STEPS = 16_000_000;

/** So many pivots tell who lies between most of all others. */
const MOST_PIVOTS = 64;

/** How ties are counted. */
export interface BasisOptions {
  readonly basis: ClusterBasis;
  /** How pairs are counted; matters only where the basis is not DIRECT. */
  readonly pairs?: Partial<CoOccurrenceOptions>;
}

/** The ties of studies on one basis, and what follows from them alone, whatever the resolution. */
export interface TiedStudies {
  readonly graph: CitationGraph;
  /** Its nodes are the studies' numbers. */
  readonly network: Network;
  readonly leftOut: LeftOut;
}

/**
 * Ties the studies of a graph. Where two cite each other, that is one tie by DIRECT, of
 * weight 1 as any.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function tieStudies(
  graph: CitationGraph,
  { basis, pairs }: BasisOptions,
  shouldStop?: ShouldStop,
): TiedStudies {
  const budget = new Budget(shouldStop);
  const { network, leftOut } =
    basis === 'DIRECT'
      ? { network: directNetwork(graph, budget), leftOut: NOTHING }
      : coOccurrenceOf(
          basis === 'CO_CITATION' ? graph.cites : graph.citedBy,
          graph.ids.length,
          { ...CO_OCCURRENCE, ...pairs },
          budget,
        );
  return { graph, network, leftOut };
}

/**
 * By study: its betweenness, see `betweennessOf`, estimated from up to 64 studies, the
 * fewer the more ties there are.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function betweennessIn({ network }: TiedStudies, shouldStop?: ShouldStop): Float64Array {
  const affordable = Math.ceil(MOST_STEPS / Math.max(1, network.targets.length));
  // From which it is estimated does not change with the seed of a clustering, so that it can be kept.
  const picked = { pivots: Math.min(MOST_PIVOTS, affordable), seed: 1 };
  return betweennessOf(network, picked, new Budget(shouldStop));
}

const NOTHING: LeftOut = { occasions: 0, pairs: 0, mostMembers: 0 };

/** Who cites whom, either way. */
function directNetwork({ ids, cites }: CitationGraph, budget: Budget): Network {
  const from = new Int32Array(cites.values.length);
  for (let study = 0; study < ids.length; study += 1)
    from.fill(study, cites.starts[study], cites.starts[study + 1]);
  const network = networkOf(ids.length, { from, to: cites.values }, budget);
  return { ...network, weights: new Float64Array(network.weights.length).fill(1) };
}

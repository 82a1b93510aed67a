import { Budget, type ShouldStop } from '../budget.ts';
import type { CitationGraph } from './citation-graph.ts';
import { coOccurrenceOf, type CoOccurrence, type CoOccurrenceOptions } from './co-occurrence.ts';
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
 * as many as are gone through, and their network clustered, within a second or two.
 */
const CO_OCCURRENCE: CoOccurrenceOptions = {
  counting: 'FRACTIONAL',
  normalisation: 'COSINE',
  mostPairs: 1_000_000,
};

/**
 * The network by which studies are clustered; its nodes are the studies' numbers.
 * Where two studies cite each other, that is one link by DIRECT, of weight 1 as any.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function basisNetwork(
  graph: CitationGraph,
  basis: ClusterBasis,
  options: Partial<CoOccurrenceOptions> = {},
  shouldStop?: ShouldStop,
): CoOccurrence {
  const budget = new Budget(shouldStop);
  const leftOut = { occasions: 0, pairs: 0, mostMembers: 0 };
  if (basis === 'DIRECT') return { network: directNetwork(graph, budget), leftOut };
  const occasions = basis === 'CO_CITATION' ? graph.cites : graph.citedBy;
  return coOccurrenceOf(occasions, graph.ids.length, { ...CO_OCCURRENCE, ...options }, budget);
}

/** Who cites whom, either way. */
export function directNetwork({ ids, cites }: CitationGraph, budget: Budget): Network {
  const from = new Int32Array(cites.values.length);
  for (let study = 0; study < ids.length; study += 1)
    from.fill(study, cites.starts[study], cites.starts[study + 1]);
  const network = networkOf(ids.length, { from, to: cites.values }, budget);
  return { ...network, weights: new Float64Array(network.weights.length).fill(1) };
}

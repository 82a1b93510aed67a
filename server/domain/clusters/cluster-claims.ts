import { byText } from '../citation-network.ts';
import type { ClaimNode, EvidenceGraph, ItemLink, StudyNode } from '../evidence-graph.ts';
import type { Standing, StandingCounts, Standings } from '../standing.ts';
import type { Clustering } from './clustering.ts';

/** Claims, and how they stand. */
export interface CarriedClaims {
  /** By id. */
  readonly claims: readonly ClaimNode[];
  readonly standings: StandingCounts;
}

/** What a cluster carries. */
export interface ClusterClaims {
  /** The claims that its studies assert; what they only report is another's. */
  readonly asserted: CarriedClaims;
  /** The claims with a piece of evidence, for or against, that one of its studies is or is cited for. */
  readonly rested: CarriedClaims;
}

/** By cluster: the claims that it carries. Linear in assertions and evidence items. */
export function claimsOfClusters(
  { graph: { numbers }, clusters, clusterOf }: Clustering,
  { claims }: EvidenceGraph,
  standings: Standings,
): ClusterClaims[] {
  const asserted = clusters.map((): ClaimNode[] => []);
  const rested = clusters.map((): ClaimNode[] => []);
  const clustersOf = (studies: readonly StudyNode[]): Set<number> =>
    new Set(studies.flatMap(({ study }) => clusterOf[numbers.get(study.id) ?? -1] ?? []));
  for (const claim of claims.values()) {
    const asserting = claim.assertions.filter(({ assertion }) => assertion.role === 'asserts');
    for (const at of clustersOf(asserting.map(({ study }) => study))) asserted[at]?.push(claim);
    const sources = claim.lines.flatMap(({ items }) => items.flatMap(sourceOf));
    for (const at of clustersOf(sources)) rested[at]?.push(claim);
  }
  const carried = (of: readonly ClaimNode[]): CarriedClaims => ({
    claims: of.toSorted((a, b) => byText(a.claim.id, b.claim.id)),
    standings: countsOf(of, standings),
  });
  return clusters.map((_, at) => ({
    asserted: carried(asserted[at] ?? []),
    rested: carried(rested[at] ?? []),
  }));
}

/** Where a claim's evidence comes from. */
export interface EvidenceOrigins {
  /** The clusters that it comes from: those with the most studies first, then by number; each with the studies. */
  readonly clusters: readonly {
    readonly cluster: number;
    readonly studies: readonly StudyNode[];
  }[];
  /** Studies that are in no cluster of this clustering. */
  readonly outside: readonly StudyNode[];
}

/**
 * The clusters that a claim's evidence comes from: those of the studies that its
 * supporting items cite, or are; and likewise for the claims that these items relay or
 * are, down to the ends of its trail. One cluster alone: all from one body of work.
 * Studies are in the order of their ids. Linear in what is under the claim.
 */
export function originsOf(claim: ClaimNode, { graph, clusterOf }: Clustering): EvidenceOrigins {
  const byCluster = new Map<number, StudyNode[]>();
  const outside: StudyNode[] = [];
  const sources = [...sourcesUnder(claim)].sort((a, b) => byText(a.study.id, b.study.id));
  for (const source of sources) {
    const cluster = clusterOf[graph.numbers.get(source.study.id) ?? -1];
    if (cluster === undefined) {
      outside.push(source);
      continue;
    }
    const known = byCluster.get(cluster);
    if (known === undefined) byCluster.set(cluster, [source]);
    else known.push(source);
  }
  const clusters = [...byCluster]
    .map(([cluster, studies]) => ({ cluster, studies }))
    .sort((a, b) => b.studies.length - a.studies.length || a.cluster - b.cluster);
  return { clusters, outside };
}

function sourcesUnder(root: ClaimNode): Set<StudyNode> {
  const claims = new Set([root]);
  const sources = new Set<StudyNode>();
  for (const { lines } of claims)
    for (const { stance, items } of lines) {
      if (stance !== 'supports') continue;
      for (const item of items) {
        for (const source of sourceOf(item)) sources.add(source);
        if (item.relays !== null) claims.add(item.relays);
        if (item.target.kind === 'claim') claims.add(item.target.claim);
      }
    }
  return sources;
}

/** The study that an item rests on; none for one that rests on a claim. */
function sourceOf({ target }: ItemLink): StudyNode[] {
  if (target.kind === 'claim') return [];
  return [target.kind === 'study' ? target.study : target.citation.cited];
}

function countsOf(claims: readonly ClaimNode[], standings: Standings): StandingCounts {
  const counts: Record<Standing, number> = {
    GROUNDED: 0,
    UNRESOLVED: 0,
    UNGROUNDED: 0,
    UNSUPPORTED: 0,
  };
  for (const claim of claims) counts[standings.of(claim)] += 1;
  return counts;
}

import type { ShouldStop } from '../domain/budget.ts';
import { citationGraphOf, type CitationGraph } from '../domain/clusters/citation-graph.ts';
import {
  claimsOfClusters,
  originsOf,
  type CarriedClaims,
  type ClusterClaims,
} from '../domain/clusters/cluster-claims.ts';
import { clusterStudies, type Clustering } from '../domain/clusters/clustering.ts';
import type { LeftOut } from '../domain/clusters/co-occurrence.ts';
import type { LabelTerm } from '../domain/clusters/labels.ts';
import { matchClusters } from '../domain/clusters/matching.ts';
import type { QualityFunction } from '../domain/clusters/quality.ts';
import {
  measureStudies,
  type StudyFigures,
  type StudyMeasures,
} from '../domain/clusters/study-measures.ts';
import type { Tempo } from '../domain/clusters/tempo.ts';
import { termsOf, type Terms } from '../domain/clusters/terms.ts';
import {
  tieStudies,
  type ClusterBasis,
  type TiedStudies,
} from '../domain/clusters/tied-studies.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { StandingCounts } from '../domain/standing.ts';
import { claimId, claimNamed, studyId, type Answerers, type Evidence } from './evidence.ts';
import { Recent } from './recent.ts';
import { sliced, slicedKeys, type Slice, type Sliced } from './slices.ts';

/** How studies are clustered. */
export interface ClusteringAsked {
  readonly basis: ClusterBasis;
  readonly quality: QualityFunction;
  readonly resolution: number;
  readonly seed: number;
}

/** Bodies of work. Long lists are read a page at a time; what they are read from is kept. */
export interface ClusterQuestions {
  readonly clustering: {
    readonly asked: { readonly of: ClusteringAsked };
    readonly answer: {
      /** At resolution 1; null where nothing ties any two studies. */
      readonly modularity: number | null;
      readonly studies: number;
      readonly ties: number;
      readonly leftOut: LeftOut;
      readonly clusters: number;
      /** Clusters of one study. */
      readonly singles: number;
      readonly flows: number;
    };
  };
  /** A page of the clusters, the largest first. */
  readonly clusters: {
    readonly asked: Compared & { readonly slice: Slice };
    readonly answer: Sliced<ClusterTold>;
  };
  /** The cluster that this study is in. */
  readonly clusterWith: {
    readonly asked: Compared & { readonly study: string };
    readonly answer: ClusterTold;
  };
  /** Pages of the studies of clusters. */
  readonly clusterStudies: {
    readonly asked: { readonly pages: readonly ClusterStudiesAsked[] };
    readonly answer: readonly Sliced<string>[];
  };
  /** Pages of the claims that clusters carry, and how all of these stand. */
  readonly clusterClaims: {
    readonly asked: { readonly pages: readonly ClusterClaimsAsked[] };
    readonly answer: readonly (Sliced<string> & { readonly standings: StandingCounts })[];
  };
  readonly bridges: {
    readonly asked: { readonly of: ClusteringAsked; readonly first: number };
    readonly answer: readonly BridgeTold[];
  };
  /** The largest flows; with `between` only those from and to these clusters. */
  readonly flows: {
    readonly asked: {
      readonly of: ClusteringAsked;
      readonly first: number;
      readonly between: readonly string[] | null;
    };
    readonly answer: readonly FlowTold[];
  };
  /** The clusters that the evidence of each of these claims comes from. */
  readonly originClusters: {
    readonly asked: { readonly origins: readonly OriginsAsked[] };
    readonly answer: readonly (readonly OriginTold[])[];
  };
  /** What the citation graph says of each study, by the study's index. */
  readonly studyFigures: {
    readonly asked: Readonly<Record<string, never>>;
    readonly answer: StudyFigures;
  };
}

/** A clustering, and another that its clusters are matched to. */
export interface Compared {
  readonly of: ClusteringAsked;
  readonly comparedWith: ClusteringAsked | null;
}

export interface ClusterStudiesAsked {
  readonly of: ClusteringAsked;
  readonly cluster: string;
  readonly slice: Slice;
}

export interface ClusterClaimsAsked extends ClusterStudiesAsked {
  readonly carried: keyof ClusterClaims;
}

export interface OriginsAsked {
  readonly of: ClusteringAsked;
  readonly claim: string;
}

/** A cluster, without its studies and claims. */
export interface ClusterTold {
  readonly id: string;
  readonly size: number;
  readonly label: readonly LabelTerm[];
  readonly tempo: Tempo;
  readonly anchors: readonly { readonly study: string; readonly citationsInside: number }[];
  /** The cluster of the other clustering that it goes on from; null where there is none, or no other. */
  readonly was: string | null;
}

export interface BridgeTold {
  readonly study: string;
  readonly participation: number;
  readonly betweenness: number;
  readonly ties: readonly { readonly cluster: string; readonly ties: number }[];
}

export interface FlowTold {
  readonly citing: string;
  readonly cited: string;
  readonly citations: number;
}

export interface OriginTold {
  readonly cluster: ClusterTold;
  readonly studies: readonly string[];
}

/** The most bridges that are kept of a clustering. */
export const MOST_BRIDGES = 100;

export const clusterAnswerers: Answerers<ClusterQuestions> = {
  clustering: ({ of }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, of, shouldStop);
    return {
      modularity: found.modularity,
      studies: found.graph.ids.length,
      ties: found.ties,
      leftOut: found.leftOut,
      clusters: found.clusters.length,
      singles: found.clusters.filter(({ studies }) => studies.length === 1).length,
      flows: found.flows.length,
    };
  },
  clusters: ({ slice, ...compared }, evidence, shouldStop) => {
    const { clusters } = clusteringIn(evidence, compared.of, shouldStop);
    const tell = tellerOf(evidence, compared, shouldStop);
    const { rows, ...place } = sliced(clusters, ({ id }) => id, slice);
    return { rows: rows.map((_, at) => tell(place.start + at)), ...place };
  },
  clusterWith: ({ study, ...compared }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, compared.of, shouldStop);
    return tellerOf(evidence, compared, shouldStop)(clusterNumber(study, found));
  },
  clusterStudies: ({ pages }, evidence, shouldStop) =>
    pages.map(({ of, cluster, slice }) => {
      const found = clusteringIn(evidence, of, shouldStop);
      const studies = found.clusters[clusterNumber(cluster, found)]?.studies ?? [];
      return slicedKeys(Array.from(studies), (study) => found.graph.ids[study] ?? '', slice);
    }),
  clusterClaims: ({ pages }, evidence, shouldStop) =>
    pages.map(({ of, cluster, carried, slice }) => {
      const number = clusterNumber(cluster, clusteringIn(evidence, of, shouldStop));
      const found = claimsIn(evidence, of, shouldStop)[number]?.[carried] ?? NO_CLAIMS;
      return { ...slicedKeys(found.claims, claimId, slice), standings: found.standings };
    }),
  bridges: ({ of, first }, evidence, shouldStop) => {
    const { graph, clusters, bridges } = clusteringIn(evidence, of, shouldStop);
    return bridges.slice(0, first).map(({ study, ties, ...figures }) => ({
      study: graph.ids[study] ?? '',
      ties: ties.map((to) => ({ ...to, cluster: clusters[to.cluster]?.id ?? '' })),
      ...figures,
    }));
  },
  flows: ({ of, first, between }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, of, shouldStop);
    const wanted = between === null ? null : new Set(between.map((id) => clusterNumber(id, found)));
    const idOf = (cluster: number): string => found.clusters[cluster]?.id ?? '';
    return found.flows
      .filter(({ citing, cited }) => wanted === null || (wanted.has(citing) && wanted.has(cited)))
      .slice(0, first)
      .map(({ citing, cited, citations }) => ({
        citing: idOf(citing),
        cited: idOf(cited),
        citations,
      }));
  },
  originClusters: ({ origins }, evidence, shouldStop) =>
    origins.map(({ of, claim }) => {
      const found = clusteringIn(evidence, of, shouldStop);
      const tell = tellerOf(evidence, { of, comparedWith: null }, shouldStop);
      return originsOf(claimNamed(claim, evidence.graph), found).clusters.map(
        ({ cluster, studies }) => ({ cluster: tell(cluster), studies: studies.map(studyId) }),
      );
    }),
  studyFigures: (_asked, evidence, shouldStop) =>
    recentFigures.of(evidence, '', () => {
      const graph = graphIn(evidence, shouldStop);
      return byIndex(evidence, graph, measureStudies(graph, shouldStop));
    }),
};

const NO_CLAIMS: CarriedClaims = {
  claims: [],
  standings: { GROUNDED: 0, UNRESOLVED: 0, UNGROUNDED: 0, UNSUPPORTED: 0 },
};

// What is kept of one state of the evidence: a step of the resolution seeks communities
// anew in the same ties, and nothing else. What is cut off for its time is not lost
// either: whoever asks again goes on from the last of these.
const recentGraph = new Recent<CitationGraph>(1);
const recentTerms = new Recent<Terms>(1);
const recentTies = new Recent<TiedStudies>(3);
const recentClusterings = new Recent<Clustering>(16);
const recentClaims = new Recent<readonly ClusterClaims[]>(16);
const recentMatches = new Recent<readonly (string | null)[]>(16);
const recentFigures = new Recent<StudyFigures>(1);

function graphIn(evidence: Evidence, shouldStop: ShouldStop): CitationGraph {
  return recentGraph.of(evidence, '', () => {
    const { studies, citations } = evidence.graph;
    return citationGraphOf(
      [...studies.values()].map(({ study }) => study),
      [...citations.values()].map(({ citing, cited }) => ({
        citing: citing.study.id,
        cited: cited.study.id,
      })),
      shouldStop,
    );
  });
}

/** Of titles alone: what stands in a title's stead here (`label`) are our words, not the field's. */
function termsIn(evidence: Evidence, { ids }: CitationGraph, shouldStop: ShouldStop): Terms {
  const { studies } = evidence.graph;
  return recentTerms.of(evidence, '', () =>
    termsOf(
      ids.map((id) => studies.get(id)?.study.title ?? null),
      shouldStop,
    ),
  );
}

/** @throws TOO_COSTLY when it is to stop. */
function clusteringIn(
  evidence: Evidence,
  { basis, ...options }: ClusteringAsked,
  shouldStop: ShouldStop,
): Clustering {
  const key = JSON.stringify([basis, options.quality, options.resolution, options.seed]);
  return recentClusterings.of(evidence, key, () => {
    try {
      const graph = graphIn(evidence, shouldStop);
      const terms = termsIn(evidence, graph, shouldStop);
      // From which studies betweenness is estimated does not change with the seed, so that ties are kept.
      const ties = recentTies.of(evidence, basis, () =>
        tieStudies(graph, { basis, seed: 1 }, shouldStop),
      );
      return clusterStudies(ties, terms, { ...options, bridges: MOST_BRIDGES }, shouldStop);
    } catch (error) {
      if (!(error instanceof UnderpinError && error.code === 'TOO_COSTLY')) throw error;
      throw new UnderpinError(
        'TOO_COSTLY',
        'Clustering takes longer than one answer may: ask again, as what was worked out so far is kept, or by another basis.',
        error,
      );
    }
  });
}

function claimsIn(
  evidence: Evidence,
  of: ClusteringAsked,
  shouldStop: ShouldStop,
): readonly ClusterClaims[] {
  const found = clusteringIn(evidence, of, shouldStop);
  return recentClaims.of(evidence, JSON.stringify(of), () =>
    claimsOfClusters(found, evidence.graph, evidence.standings),
  );
}

/**
 * The number of the cluster that a study is in. A cluster's own id is that of one of its studies.
 * @throws NOT_FOUND where there is no such study.
 */
function clusterNumber(study: string, { graph, clusterOf }: Clustering): number {
  const cluster = clusterOf[graph.numbers.get(study) ?? -1];
  if (cluster === undefined)
    throw new UnderpinError('NOT_FOUND', `There is no study “${study}”, and no cluster of it.`);
  return cluster;
}

/** What tells of a cluster by its number. */
function tellerOf(
  evidence: Evidence,
  { of, comparedWith }: Compared,
  shouldStop: ShouldStop,
): (cluster: number) => ClusterTold {
  const { graph, clusters } = clusteringIn(evidence, of, shouldStop);
  const matches =
    comparedWith === null ? [] : matchesIn(evidence, { of, comparedWith }, shouldStop);
  return (number) => {
    const cluster = clusters[number];
    if (cluster === undefined) throw new Error(`There is no cluster ${number}.`);
    return {
      id: cluster.id,
      size: cluster.studies.length,
      label: cluster.label,
      tempo: cluster.tempo,
      anchors: cluster.anchors.map(({ study, citationsInside }) => ({
        study: graph.ids[study] ?? '',
        citationsInside,
      })),
      was: matches[number] ?? null,
    };
  };
}

/** By cluster: the id of the cluster of the other clustering that it goes on from. */
function matchesIn(
  evidence: Evidence,
  { of, comparedWith }: { readonly of: ClusteringAsked; readonly comparedWith: ClusteringAsked },
  shouldStop: ShouldStop,
): readonly (string | null)[] {
  const before = clusteringIn(evidence, comparedWith, shouldStop);
  const after = clusteringIn(evidence, of, shouldStop);
  return recentMatches.of(evidence, JSON.stringify([of, comparedWith]), () =>
    matchClusters(studiesOf(before), studiesOf(after)).map((match) =>
      match === null ? null : (before.clusters[match]?.id ?? null),
    ),
  );
}

function studiesOf({ graph, clusters }: Clustering): string[][] {
  return clusters.map(({ studies }) => Array.from(studies, (study) => graph.ids[study] ?? ''));
}

/** A study's number in the graph follows from its id, its index from where it stands in the records. */
function byIndex(
  { graph: { studies } }: Evidence,
  { numbers }: CitationGraph,
  measures: StudyMeasures,
): StudyFigures {
  const nodes = [...studies.values()];
  const places = Int32Array.from(nodes, ({ study }) => numbers.get(study.id) ?? -1);
  return {
    citationsIn: places.map((place) => measures.citationsIn[place] ?? 0),
    citationsOut: places.map((place) => measures.citationsOut[place] ?? 0),
    pageRank: Float64Array.from(places, (place) => measures.pageRank[place] ?? 0),
    mainPathStep: places.map((place) => measures.mainPathStep[place] ?? -1),
  };
}

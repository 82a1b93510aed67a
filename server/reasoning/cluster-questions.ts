import type { ShouldStop } from '../domain/budget.ts';
import { anchorsOf } from '../domain/clusters/anchors.ts';
import {
  originsOf,
  type CarriedClaims,
  type ClusterClaims,
} from '../domain/clusters/cluster-claims.ts';
import type { LeftOut } from '../domain/clusters/co-occurrence.ts';
import type { LabelTerm } from '../domain/clusters/labels.ts';
import { meetingsOf } from '../domain/clusters/matching.ts';
import type { StudyFigures } from '../domain/clusters/study-measures.ts';
import { tempoOf, type Tempo } from '../domain/clusters/tempo.ts';
import { networkOf } from '../domain/clusters/work-network.ts';
import type { StandingCounts } from '../domain/standing.ts';
import { claimId, claimNamed, studyId, type Answerers, type Evidence } from './evidence.ts';
import {
  bridgesIn,
  claimsIn,
  clusteringIn,
  clusterNumber,
  matchesIn,
  studyFiguresIn,
  type ClusteringAsked,
  type Compared,
} from './kept-clusterings.ts';
import { sliced, slicedKeys, type Slice, type Sliced } from './slices.ts';

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
      /** Of all studies. */
      readonly tempo: Tempo;
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
  /** In which cluster each of these studies is, by its id. */
  readonly memberships: {
    readonly asked: { readonly of: ClusteringAsked; readonly studies: readonly string[] };
    readonly answer: readonly string[];
  };
  /** Works and the citations among them: of one cluster, or of all together. */
  readonly workNetwork: {
    readonly asked: {
      readonly of: ClusteringAsked;
      readonly cluster: string | null;
      readonly most: number;
    };
    readonly answer: WorkNetworkTold;
  };
  /** How the studies of each of these clusters lie in the clusters of the other clustering, most first. */
  readonly meetings: {
    readonly asked: { readonly clusters: readonly MeetingsAsked[] };
    readonly answer: readonly (readonly MeetingTold[])[];
  };
  readonly bridges: {
    readonly asked: {
      readonly of: ClusteringAsked;
      readonly first: number;
      /** Only those with ties to the cluster that this study is in. */
      readonly touching: string | null;
    };
    readonly answer: readonly BridgeTold[];
  };
  /** The largest flows; with `between` only those from and to these clusters, with `touching` those from or to that one. */
  readonly flows: {
    readonly asked: {
      readonly of: ClusteringAsked;
      readonly first: number;
      readonly between: readonly string[] | null;
      readonly touching: string | null;
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

export interface ClusterStudiesAsked {
  readonly of: ClusteringAsked;
  readonly cluster: string;
  readonly slice: Slice;
  readonly order: ClusterStudyOrder;
}

/** By id, or those that most of their own cluster cite first. */
export type ClusterStudyOrder = 'ID' | 'CITATIONS_INSIDE';

export interface ClusterClaimsAsked extends Omit<ClusterStudiesAsked, 'order'> {
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

export interface WorkNetworkTold {
  readonly works: readonly {
    readonly study: string;
    readonly cluster: string;
    readonly citationsInside: number;
  }[];
  readonly citations: readonly { readonly citing: string; readonly cited: string }[];
}

export interface MeetingsAsked {
  readonly of: ClusteringAsked;
  readonly comparedWith: ClusteringAsked;
  readonly cluster: string;
}

export interface MeetingTold {
  readonly cluster: ClusterTold;
  /** How many studies the two have in common. */
  readonly studies: number;
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
      tempo: tempoOf(found.graph.years),
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
    pages.map(({ of, cluster, slice, order }) => {
      const { graph, ...found } = clusteringIn(evidence, of, shouldStop);
      const studies = found.clusters[clusterNumber(cluster, { graph, ...found })]?.studies ?? NONE;
      const ordered =
        order === 'ID'
          ? Array.from(studies)
          : anchorsOf(studies, found.inside, graph, studies.length).map(({ study }) => study);
      return slicedKeys(ordered, (study) => graph.ids[study] ?? '', slice);
    }),
  clusterClaims: ({ pages }, evidence, shouldStop) =>
    pages.map(({ of, cluster, carried, slice }) => {
      const number = clusterNumber(cluster, clusteringIn(evidence, of, shouldStop));
      const found = claimsIn(evidence, of, shouldStop)[number]?.[carried] ?? NO_CLAIMS;
      return { ...slicedKeys(found.claims, claimId, slice), standings: found.standings };
    }),
  memberships: ({ of, studies }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, of, shouldStop);
    return studies.map((study) => found.clusters[clusterNumber(study, found)]?.id ?? '');
  },
  workNetwork: ({ of, cluster, most }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, of, shouldStop);
    const { graph, clusters, clusterOf, inside } = found;
    const studies =
      cluster === null
        ? Int32Array.from(graph.ids.keys())
        : (clusters[clusterNumber(cluster, found)]?.studies ?? NONE);
    const idOf = (study: number): string => graph.ids[study] ?? '';
    const { works, citations } = networkOf(studies, inside, graph, most);
    return {
      works: works.map(({ study, citationsInside }) => ({
        study: idOf(study),
        cluster: clusters[clusterOf[study] ?? -1]?.id ?? '',
        citationsInside,
      })),
      citations: citations.map(({ citing, cited }) => ({
        citing: idOf(citing),
        cited: idOf(cited),
      })),
    };
  },
  meetings: ({ clusters }, evidence, shouldStop) =>
    clusters.map(({ of, comparedWith, cluster }) => {
      const found = clusteringIn(evidence, of, shouldStop);
      const other = clusteringIn(evidence, comparedWith, shouldStop);
      const tell = tellerOf(evidence, { of: comparedWith, comparedWith: null }, shouldStop);
      const { studies } = found.clusters[clusterNumber(cluster, found)] ?? { studies: NONE };
      return meetingsOf(studies, other.clusterOf).map((meeting) => ({
        cluster: tell(meeting.cluster),
        studies: meeting.studies,
      }));
    }),
  bridges: ({ of, first, touching }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, of, shouldStop);
    const { graph, clusters } = found;
    const touched = touching === null ? null : clusterNumber(touching, found);
    const wanted = bridgesIn(evidence, of, shouldStop).filter(
      ({ ties }) => touched === null || ties.some(({ cluster }) => cluster === touched),
    );
    return wanted.slice(0, first).map(({ study, ties, ...figures }) => ({
      study: graph.ids[study] ?? '',
      ties: ties.map((to) => ({ ...to, cluster: clusters[to.cluster]?.id ?? '' })),
      ...figures,
    }));
  },
  flows: ({ of, first, between, touching }, evidence, shouldStop) => {
    const found = clusteringIn(evidence, of, shouldStop);
    const wanted = between === null ? null : new Set(between.map((id) => clusterNumber(id, found)));
    const touched = touching === null ? null : clusterNumber(touching, found);
    const idOf = (cluster: number): string => found.clusters[cluster]?.id ?? '';
    return found.flows
      .filter(({ citing, cited }) => touched === null || citing === touched || cited === touched)
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
  studyFigures: (_asked, evidence, shouldStop) => studyFiguresIn(evidence, shouldStop),
};

const NONE = new Int32Array();

const NO_CLAIMS: CarriedClaims = {
  claims: [],
  standings: { GROUNDED: 0, UNRESOLVED: 0, UNGROUNDED: 0, UNSUPPORTED: 0 },
};

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

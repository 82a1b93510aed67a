import type { ShouldStop } from '../domain/budget.ts';
import { bridgesOf, type Bridge } from '../domain/clusters/bridges.ts';
import { citationGraphOf, type CitationGraph } from '../domain/clusters/citation-graph.ts';
import { claimsOfClusters, type ClusterClaims } from '../domain/clusters/cluster-claims.ts';
import { clusterStudies, type Clustering } from '../domain/clusters/clustering.ts';
import { matchClusters } from '../domain/clusters/matching.ts';
import type { QualityFunction } from '../domain/clusters/quality.ts';
import {
  measureStudies,
  type StudyFigures,
  type StudyMeasures,
} from '../domain/clusters/study-measures.ts';
import { termsOf, type Terms } from '../domain/clusters/terms.ts';
import {
  betweennessIn,
  tieStudies,
  type ClusterBasis,
  type TiedStudies,
} from '../domain/clusters/tied-studies.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { Evidence } from './evidence.ts';
import { Recent } from './recent.ts';

/** How studies are clustered. */
export interface ClusteringAsked {
  readonly basis: ClusterBasis;
  readonly quality: QualityFunction;
  readonly resolution: number;
  readonly seed: number;
}

/** A clustering, and another that its clusters are matched to. */
export interface Compared {
  readonly of: ClusteringAsked;
  readonly comparedWith: ClusteringAsked | null;
}

/** The most bridges that are kept of a clustering. */
export const MOST_BRIDGES = 100;

// What is kept of one state of the evidence: a step of the resolution seeks communities
// anew in the same ties, and nothing else. What is cut off for its time is not lost
// either: whoever asks again goes on from the last of these.
const recentGraph = new Recent<CitationGraph>(1);
const recentTerms = new Recent<Terms>(1);
const recentTies = new Recent<TiedStudies>(3);
const recentClusterings = new Recent<Clustering>(16);
const recentBetweenness = new Recent<Float64Array>(3);
const recentBridges = new Recent<readonly Bridge[]>(16);
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

function tiesIn(evidence: Evidence, basis: ClusterBasis, shouldStop: ShouldStop): TiedStudies {
  return recentTies.of(evidence, basis, () =>
    tieStudies(graphIn(evidence, shouldStop), { basis }, shouldStop),
  );
}

/** The studies that tie clusters together; the first picture of a clustering does without. */
export function bridgesIn(
  evidence: Evidence,
  of: ClusteringAsked,
  shouldStop: ShouldStop,
): readonly Bridge[] {
  const { clusterOf, clusters } = clusteringIn(evidence, of, shouldStop);
  return recentBridges.of(evidence, JSON.stringify(of), () => {
    const ties = tiesIn(evidence, of.basis, shouldStop);
    const betweenness = recentBetweenness.of(evidence, of.basis, () =>
      betweennessIn(ties, shouldStop),
    );
    const partition = { communityOf: clusterOf, count: clusters.length };
    return bridgesOf(ties.network, partition, betweenness, MOST_BRIDGES);
  });
}

/** @throws TOO_COSTLY when it is to stop. */
export function clusteringIn(
  evidence: Evidence,
  { basis, ...options }: ClusteringAsked,
  shouldStop: ShouldStop,
): Clustering {
  const key = JSON.stringify([basis, options.quality, options.resolution, options.seed]);
  return recentClusterings.of(evidence, key, () => {
    try {
      const graph = graphIn(evidence, shouldStop);
      const terms = termsIn(evidence, graph, shouldStop);
      return clusterStudies(tiesIn(evidence, basis, shouldStop), terms, options, shouldStop);
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

export function claimsIn(
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
export function clusterNumber(study: string, { graph, clusterOf }: Clustering): number {
  const cluster = clusterOf[graph.numbers.get(study) ?? -1];
  if (cluster === undefined)
    throw new UnderpinError('NOT_FOUND', `There is no study “${study}”, and no cluster of it.`);
  return cluster;
}

/** By cluster: the id of the cluster of the other clustering that it goes on from. */
export function matchesIn(
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

/** What the citation graph says of each study, by the study's index. */
export function studyFiguresIn(evidence: Evidence, shouldStop: ShouldStop): StudyFigures {
  return recentFigures.of(evidence, '', () => {
    const graph = graphIn(evidence, shouldStop);
    return byIndex(evidence, graph, measureStudies(graph, shouldStop));
  });
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

import { labelText } from '../domain/clusters/labels.ts';
import { shortLabel } from '../domain/short-label.ts';
import type { EvidencePicture } from '../store/current-evidence.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { ClusterTold } from './cluster-questions.ts';
import type { ClusteringAsked } from './kept-clusterings.ts';
import type { Reasoner } from './reasoner.ts';
import { standingCounts, type CountsByName } from './standing-counts.ts';

/** The most clusters that a report has; the others are counted. */
export const MOST_REPORTED = 100;

/** A clustering for a person or a program to read; it has the form that GraphQL answers with. */
export interface ClustersReport extends ClusteringAsked {
  /** At resolution 1; null where nothing ties any two studies. */
  readonly modularity: number | null;
  readonly studies: number;
  readonly ties: number;
  readonly leftOut: {
    readonly studies: number;
    readonly pairs: number;
    readonly mostCitations: number;
  };
  readonly clusterCount: number;
  readonly singles: number;
  /** The largest first. */
  readonly clusters: readonly ReportedCluster[];
  readonly revision: string;
}

export interface ReportedCluster {
  readonly id: string;
  readonly size: number;
  /** Null where no title is known. */
  readonly label: string | null;
  readonly years: {
    readonly first: number | null;
    readonly last: number | null;
    readonly unknown: number;
  };
  readonly anchors: readonly {
    readonly study: { readonly id: string; readonly shortLabel: string };
    readonly citationsInside: number;
  }[];
  readonly claims: { readonly asserted: CarriedReport; readonly rested: CarriedReport };
}

interface CarriedReport {
  readonly count: number;
  readonly standings: CountsByName;
}

/** Clusters the studies of a picture; the names of anchors are read from its store. */
export async function reportClusters(
  store: EvidenceStore,
  picture: EvidencePicture,
  reasoner: Reasoner,
  of: ClusteringAsked,
): Promise<ClustersReport> {
  const { clusters, leftOut, modularity, studies, ties, singles } = await reasoner.ask(
    picture,
    'clustering',
    { of },
  );
  const { rows } = await reasoner.ask(picture, 'clusters', {
    of,
    comparedWith: null,
    slice: { first: MOST_REPORTED, after: null },
  });
  const claimsOf = await carriedClaims(picture, reasoner, of, rows);
  const nameOf = await namesOfAnchors(store, rows);
  return {
    ...of,
    modularity,
    studies,
    ties,
    leftOut: {
      studies: leftOut.occasions,
      pairs: leftOut.pairs,
      mostCitations: leftOut.mostMembers,
    },
    clusterCount: clusters,
    singles,
    clusters: rows.map(({ id, size, label, tempo, anchors }) => ({
      id,
      size,
      label: labelText(label),
      years: { first: tempo.firstYear, last: tempo.lastYear, unknown: tempo.unknown },
      anchors: anchors.map(({ study, citationsInside }) => ({
        study: { id: study, shortLabel: nameOf(study) },
        citationsInside,
      })),
      claims: { asserted: claimsOf(id, 'asserted'), rested: claimsOf(id, 'rested') },
    })),
    revision: picture.revision,
  };
}

async function carriedClaims(
  picture: EvidencePicture,
  reasoner: Reasoner,
  of: ClusteringAsked,
  rows: readonly ClusterTold[],
): Promise<(cluster: string, carried: 'asserted' | 'rested') => CarriedReport> {
  const slice = { first: 0, after: null };
  const pages = rows.flatMap(({ id }) =>
    (['asserted', 'rested'] as const).map((carried) => ({ of, cluster: id, carried, slice })),
  );
  const told = await reasoner.ask(picture, 'clusterClaims', { pages });
  const byCluster = new Map(
    pages.map(({ cluster, carried }, at) => [`${carried} ${cluster}`, told[at]] as const),
  );
  return (cluster, carried) => {
    const found = byCluster.get(`${carried} ${cluster}`);
    if (found === undefined) throw new Error(`Nothing was told of the claims of “${cluster}”.`);
    return { count: found.total, standings: standingCounts(found.standings) };
  };
}

async function namesOfAnchors(
  store: EvidenceStore,
  rows: readonly ClusterTold[],
): Promise<(study: string) => string> {
  const studies = new Set(rows.flatMap(({ anchors }) => anchors.map(({ study }) => study)));
  const labels = new Map((await store.labels([...studies])).map((label) => [label.id, label]));
  return (study) =>
    shortLabel(
      study,
      labels.get(study) ?? { authors: [], year: null, yearSuffix: null, label: null },
    );
}

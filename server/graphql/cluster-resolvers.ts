import { labelText } from '../domain/clusters/labels.ts';
import { UnderpinError } from '../domain/errors.ts';
import {
  MOST_BRIDGES,
  type ClusteringAsked,
  type Compared,
} from '../reasoning/kept-clusterings.ts';
import type { Slice } from '../reasoning/slices.ts';
import type { CarriedClaimsModel, WorkNetworkModel } from './cluster-models.ts';
import type { RequestContext } from './context.ts';
import { checkFirst, pageOf, pageOfKeys, sliceOf } from './paging.ts';
import { nameOf } from './places.ts';
import { standingCounts } from '../reasoning/standing-counts.ts';
import type { Tempo } from '../domain/clusters/tempo.ts';
import { checkBounds } from './trail.ts';
import { loadStudy } from './study-resolvers.ts';
import type { Questions } from '../reasoning/questions.ts';
import type { ClusteringInput, ClusterYears, Resolvers } from './types.generated.ts';

/** Fields of `Query` that find bodies of work. */
export const clusterQueries = {
  citationClusters: async (_parent, { comparedWith, ...given }, { reason, evidence }) => {
    const of = clusteringAsked(given);
    const compared: Compared = {
      of,
      comparedWith: comparedWith ? otherThan(of, comparedWith) : null,
    };
    const told = await reason('clustering', { of });
    return { ...compared, told, revision: (await evidence()).revision };
  },
} satisfies Resolvers['Query'];

/** Fields of `Claim` that tell of bodies of work. */
export const clusterClaimFields = {
  originClusters: async ({ id }, given, { load }) => {
    const of = clusteringAsked(given);
    const origins = await load.originClusters.load({ of, claim: id });
    return origins.map((origin) => ({ of, ...origin }));
  },
} satisfies Resolvers['Claim'];

/** Fields of what a clustering is answered with. */
export const clusterResolvers = {
  Clustering: {
    basis: ({ of }) => of.basis,
    quality: ({ of }) => of.quality,
    resolution: ({ of }) => of.resolution,
    seed: ({ of }) => of.seed,
    modularity: ({ told }) => told.modularity,
    studies: ({ told }) => told.studies,
    ties: ({ told }) => told.ties,
    leftOut: ({ told: { leftOut } }) => ({
      studies: leftOut.occasions,
      pairs: leftOut.pairs,
      mostCitations: leftOut.mostMembers,
    }),
    clusterCount: ({ told }) => told.clusters,
    singles: ({ told }) => told.singles,
    clusters: async ({ of, comparedWith }, { first, after }, { reason }) => {
      checkFirst(first);
      const slice = { first, after: after ?? null };
      const { rows } = await reason('clusters', { of, comparedWith, slice });
      return rows.map((told) => ({ of, comparedWith, told }));
    },
    cluster: async ({ of, comparedWith }, { study }, { reason }) => ({
      of,
      comparedWith,
      told: await reason('clusterWith', { of, comparedWith, study }),
    }),
    years: ({ told }) => yearsOf(told.tempo),
    memberships: async ({ of }, { studies }, { reason }) => {
      const clusters = await reason('memberships', { of, studies });
      return studies.map((study, at) => ({ study, cluster: clusters[at] ?? '' }));
    },
    network: ({ of }, { most }, context) => networkOf({ of, cluster: null, most }, context),
    bridges: async ({ of }, { first, touching = null }, { reason }) => {
      checkFirst(first);
      return [...(await reason('bridges', { of, first: Math.min(first, MOST_BRIDGES), touching }))];
    },
    flowCount: ({ told }) => told.flows,
    flows: async ({ of }, { first, between = null, touching = null }, { reason }) => {
      checkFirst(first);
      return [...(await reason('flows', { of, first, between, touching }))];
    },
  },
  Cluster: {
    id: ({ told }) => told.id,
    name: async ({ told: { id, label } }, _arguments, { load }) =>
      labelText(label) ?? `Untitled works around ${nameOf(id, await load.label.load(id))}`,
    size: ({ told }) => told.size,
    label: ({ told }) => labelText(told.label),
    labelTerms: ({ told }) => [...told.label],
    years: ({ told }) => yearsOf(told.tempo),
    anchors: ({ told }) => [...told.anchors],
    studies: async ({ of, told }, { orderBy: order, ...page }, { load }) =>
      pageOfKeys(
        await load.clusterStudies.load({ of, cluster: told.id, slice: sliceOf(page), order }),
        (ids) => load.study.loadMany(ids),
      ),
    network: ({ of, told }, { most }, context) =>
      networkOf({ of, cluster: told.id, most }, context),
    meets: async ({ of, comparedWith, told }, { first }, { load }) => {
      checkFirst(first);
      if (comparedWith === null) return [];
      const met = await load.clusterMeetings.load({ of, comparedWith, cluster: told.id });
      return met.slice(0, first).map((meeting) => ({ of: comparedWith, ...meeting }));
    },
    claims: ({ of, told }) => ({ of, cluster: told.id }),
    was: ({ told }) => told.was,
  },
  ClusterMeeting: {
    cluster: ({ of, cluster }) => ({ of, comparedWith: null, told: cluster }),
  },
  WorkNetwork: {
    works: ({ works }) => [...works],
    citations: ({ citations }) => [...citations],
  },
  ClusterWork: {
    id: ({ study }) => study,
    label: async ({ study }, _arguments, context) => {
      const { title, label } = await loadStudy(study, context);
      return title ?? label ?? study;
    },
    shortLabel: async ({ study }, _arguments, { load }) =>
      nameOf(study, await load.label.load(study)),
    year: async ({ study }, _arguments, context) => (await loadStudy(study, context)).year ?? null,
    status: async ({ study }, _arguments, context) =>
      (await loadStudy(study, context)).status?.value ?? null,
  },
  ClusterAnchor: {
    study: ({ study }, _arguments, context) => loadStudy(study, context),
  },
  ClusterClaims: {
    asserted: (claims) => ({ ...claims, carried: 'asserted' }),
    rested: (claims) => ({ ...claims, carried: 'rested' }),
  },
  CarriedClaims: {
    count: async (claims, _arguments, context) =>
      (await carriedClaims(claims, NONE, context)).total,
    standings: async (claims, _arguments, context) =>
      standingCounts((await carriedClaims(claims, NONE, context)).standings),
    claims: async (claims, page, context) =>
      pageOfKeys(await carriedClaims(claims, sliceOf(page), context), (ids) =>
        context.load.claim.loadMany(ids),
      ),
  },
  ClusterBridge: {
    study: ({ study }, _arguments, context) => loadStudy(study, context),
    ties: ({ ties }) => [...ties],
  },
  OriginCluster: {
    cluster: ({ of, cluster }) => ({ of, comparedWith: null, told: cluster }),
    studyCount: ({ studies }) => studies.length,
    studies: ({ studies }, page, { load }) =>
      pageOf(studies, page, (ids) => load.study.loadMany(ids)),
  },
} satisfies Resolvers;

/** The most works of one network. */
const MOST_WORKS = 300;

async function networkOf(
  asked: Questions['workNetwork']['asked'],
  { reason }: RequestContext,
): Promise<WorkNetworkModel> {
  checkBounds('most', asked.most, 0, MOST_WORKS);
  return reason('workNetwork', asked);
}

function yearsOf({ firstYear, lastYear, years, unknown }: Tempo): ClusterYears {
  return { first: firstYear, last: lastYear, tempo: [...years], unknown };
}

/** For what is told of all claims together. */
const NONE: Slice = { first: 0, after: null };

function carriedClaims(claims: CarriedClaimsModel, slice: Slice, { load }: RequestContext) {
  return load.clusterClaims.load({ ...claims, slice });
}

/** @throws INVALID where the resolution is below 0. */
function clusteringAsked({ basis, quality, resolution, seed }: ClusteringAsked): ClusteringAsked {
  if (!(resolution >= 0))
    throw new UnderpinError('INVALID', `resolution is ${resolution}: it should be 0 or more.`);
  return { basis, quality, resolution, seed };
}

function otherThan(of: ClusteringAsked, given: ClusteringInput): ClusteringAsked {
  return clusteringAsked({
    basis: given.basis ?? of.basis,
    quality: given.quality ?? of.quality,
    resolution: given.resolution ?? of.resolution,
    seed: given.seed ?? of.seed,
  });
}

import {
  measureBias,
  positionsByDirection,
  positionsOn,
  type CitationPair,
} from '../domain/citation-bias.ts';
import { countSenses, layOutNetwork, type NetworkCitation } from '../domain/citation-network.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { ClaimNode, EvidenceGraph, StudyNode } from '../domain/evidence-graph.ts';
import { findMissedCounterEvidence, type MissedStudy } from '../domain/missed-counter-evidence.ts';
import { measureOverlap } from '../domain/review-overlap.ts';
import { sidesOf, type Position } from '../domain/same-claims.ts';
import { countSupportivePaths } from '../domain/supportive-paths.ts';
import type { RequestContext } from './context.ts';
import type { CitationBiasModel } from './measure-models.ts';
import { pageOf } from './paging.ts';
import { found, loadStudy } from './study-resolvers.ts';
import type { QueryCitationBiasArgs, Resolvers } from './types.generated.ts';

/** The most reviews whose overlap one answer tells: it has a pair for every two. */
const MOST_REVIEWS = 100;

/** The most ids that an error names. */
const MOST_NAMED = 5;

type Page = { readonly first: number; readonly after?: string | null | undefined };
type Maybe<Value> = Value | null | undefined;

/** Fields of `Query` that measure sets of studies. */
export const measureQueries = {
  reviewOverlap: async (_parent, { reviews: ids }, { evidence }) => {
    const { graph, revision } = await evidence();
    const reviews = studiesNamed(ids, graph);
    if (reviews.size < 2)
      throw new UnderpinError(
        'INVALID',
        `reviews names ${reviews.size === 1 ? 'one study' : 'no study'}: overlap is between two at least.`,
      );
    if (reviews.size > MOST_REVIEWS)
      throw new UnderpinError(
        'TOO_COSTLY',
        `reviews names ${reviews.size} studies: the overlap of at most ${MOST_REVIEWS} is answered at once.`,
      );
    return { overlap: measureOverlap(reviews), revision };
  },
  citationBias: async (_parent, asked, { evidence }) => {
    const { graph, revision } = await evidence();
    return { ...biasOf(asked, graph), revision };
  },
} satisfies Resolvers['Query'];

/** Fields of `Study` that measure it against a set of others. */
export const measureStudyFields = {
  missedCounterEvidence: async ({ id }, { peers }, { evidence }) => {
    if (peers < 1) throw new UnderpinError('INVALID', `peers is ${peers}: it should be 1 or more.`);
    const { graph, revision } = await evidence();
    const document = found(graph.studies.get(id) ?? null, id);
    return { found: findMissedCounterEvidence(graph, document, peers), revision };
  },
} satisfies Resolvers['Study'];

/** Fields of what the measures answer with. */
export const measureResolvers = {
  ReviewOverlap: {
    correctedCoveredArea: ({ overlap }) => overlap.correctedCoveredArea,
    adjustedCoveredArea: ({ overlap }) => overlap.adjustedCoveredArea,
    reason: ({ overlap }) => overlap.reason,
    inclusions: ({ overlap }) => overlap.inclusions,
    primaryCount: ({ overlap }) => overlap.primaries,
    reviewCount: ({ overlap }) => overlap.reviews,
    structurallyMissing: ({ overlap }) => overlap.structurallyMissing,
    notKnown: ({ overlap }) => overlap.notKnown,
    pairs: ({ overlap }) => [...overlap.pairs],
    matrix: ({ overlap }) => overlap.matrix.map((row) => [...row]),
    reviewIds: ({ overlap }) => idsOf(overlap.columns),
    primaryIds: ({ overlap }) => idsOf(overlap.rows),
    reviews: ({ overlap }, _arguments, context) =>
      Promise.all(overlap.columns.map(({ study }) => loadStudy(study.id, context))),
    primaries: ({ overlap }, page, context) => studyPage(overlap.rows, page, context),
  },
  ReviewPairOverlap: {
    a: ({ a }) => a.study.id,
    b: ({ b }) => b.study.id,
    primaryCount: ({ primaries }) => primaries,
  },
  CitationBias: {
    supportive: ({ senses }) => senses.SUPPORTIVE,
    critical: ({ senses }) => senses.CRITICAL,
    neutral: ({ senses }) => senses.NEUTRAL,
    mixed: ({ senses }) => senses.MIXED,
    notKnown: ({ senses }) => senses.NOT_KNOWN,
    supportivePaths: ({ paths }) => paths.count?.toString() ?? null,
    supportivePathsOutsideRings: ({ paths }) => paths.countOutsideRings.toString(),
    supportivePathsReason: ({ paths }) =>
      paths.count === null
        ? 'Supportive citations form a ring, along which a path may go round without end.'
        : null,
    ringCitations: ({ paths }, page, context) => citationPage(paths.ringCitations, page, context),
    ratio: ({ bias }) => bias.ratio,
    reason: ({ bias }) => bias.reason,
    toSupportive: ({ bias }) => bias.toSupportive,
    toCritical: ({ bias }) => bias.toCritical,
    studyCount: ({ network }) => network.studies.length,
    citationCount: ({ network }) => network.citations.length,
    studies: ({ network, positions }, { position, ...page }, context) =>
      studyPage(
        network.studies.filter((study) => !position || positionIn(positions, study) === position),
        page,
        context,
      ),
    citations: ({ network }, { sense, ...page }, context) =>
      citationPage(
        network.citations.filter((citation) => !sense || citation.sense === sense),
        page,
        context,
      ),
  },
  CitationShare: {
    share: ({ observed, possible }) => (possible === 0 ? null : observed / possible),
  },
  MissedCounterEvidence: {
    missed: ({ found: { missed } }, page) => missedPage(missed, page),
    undated: ({ found: { undated } }, page) => missedPage(undated, page),
    asserted: ({ found: { asserted } }, page, context) => claimPage(asserted, page, context),
    contrary: ({ found: { contrary } }, page, context) => claimPage(contrary, page, context),
    peers: ({ found: { peers } }, page, context) => studyPage(peers, page, context),
  },
  MissedStudy: {
    study: ({ study }, _arguments, context) => loadStudy(study.study.id, context),
    peerCount: ({ citedBy }) => citedBy.length,
    citedBy: ({ citedBy }, page, context) => studyPage(citedBy, page, context),
    claims: ({ claims }, page, context) => claimPage(claims, page, context),
  },
} satisfies Resolvers;

/**
 * @throws NOT_FOUND naming ids that there are none of; INVALID where a list that is
 *   given is empty, or only one kind of study is named.
 */
function biasOf(
  asked: QueryCitationBiasArgs,
  graph: EvidenceGraph,
): Omit<CitationBiasModel, 'revision'> {
  const claim = claimNamed(asked.claim, graph);
  const studies = listGiven('studies', asked.studies);
  const network = layOutNetwork(graph, {
    ...(studies === null ? {} : { studies: studiesNamed(studies, graph) }),
    ...(claim === null ? {} : { claim }),
  });
  const positions =
    positionsGiven(asked, graph) ??
    (claim === null
      ? positionsByDirection(network.studies)
      : positionsOn(network.studies, sidesOf([claim])));
  return {
    network,
    positions,
    senses: countSenses(network),
    paths: countSupportivePaths(network),
    bias: measureBias(network, positions, pairsGiven(asked, graph)),
  };
}

function claimNamed(id: Maybe<string>, graph: EvidenceGraph): ClaimNode | null {
  if (id === null || id === undefined) return null;
  const claim = graph.claims.get(id);
  if (claim === undefined) throw new UnderpinError('NOT_FOUND', `There is no claim “${id}”.`);
  return claim;
}

function studiesNamed(ids: readonly string[], graph: EvidenceGraph): Set<StudyNode> {
  const missing = [...new Set(ids)].filter((id) => !graph.studies.has(id));
  if (missing.length > 0) {
    const named = missing.slice(0, MOST_NAMED).map((id) => `“${id.slice(0, 100)}”`);
    const rest = missing.length - named.length;
    throw new UnderpinError(
      'NOT_FOUND',
      `There is no study ${named.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}.`,
    );
  }
  return new Set(ids.map((id) => found(graph.studies.get(id) ?? null, id)));
}

/** A list that is given, or null. */
function listGiven<Entry>(name: string, list: Maybe<readonly Entry[]>): readonly Entry[] | null {
  if (list === null || list === undefined) return null;
  if (list.length > 0) return list;
  throw new UnderpinError(
    'INVALID',
    `${name} is an empty list: name one at least, or leave it out.`,
  );
}

function positionsGiven(
  { supportiveStudies, criticalStudies }: QueryCitationBiasArgs,
  graph: EvidenceGraph,
): Map<StudyNode, Position> | null {
  const supportive = listGiven('supportiveStudies', supportiveStudies);
  const critical = listGiven('criticalStudies', criticalStudies);
  if (supportive === null && critical === null) return null;
  if (supportive === null || critical === null)
    throw new UnderpinError(
      'INVALID',
      'supportiveStudies and criticalStudies go together: give both, or neither.',
    );
  const [isFor, isAgainst] = [studiesNamed(supportive, graph), studiesNamed(critical, graph)];
  return new Map(
    [...isFor, ...isAgainst].map((study) => {
      if (!isFor.has(study)) return [study, 'CRITICAL'];
      return [study, isAgainst.has(study) ? 'MIXED' : 'SUPPORTIVE'];
    }),
  );
}

function pairsGiven(
  { possibleCitations }: QueryCitationBiasArgs,
  graph: EvidenceGraph,
): CitationPair[] | null {
  const pairs = listGiven('possibleCitations', possibleCitations);
  if (pairs === null) return null;
  studiesNamed(
    pairs.flatMap(({ citing, cited }) => [citing, cited]),
    graph,
  );
  const study = (id: string): StudyNode => found(graph.studies.get(id) ?? null, id);
  return pairs.map(({ citing, cited }) => ({ citing: study(citing), cited: study(cited) }));
}

function positionIn(positions: ReadonlyMap<StudyNode, Position>, study: StudyNode): Position {
  return positions.get(study) ?? 'NOT_KNOWN';
}

function idsOf(studies: readonly StudyNode[]): string[] {
  return studies.map(({ study }) => study.id);
}

function studyPage(studies: readonly StudyNode[], page: Page, { load }: RequestContext) {
  return pageOf(idsOf(studies), page, (ids) => load.study.loadMany(ids));
}

function citationPage(citations: readonly NetworkCitation[], page: Page, { load }: RequestContext) {
  const ids = citations.map(({ citation }) => citation.id);
  return pageOf(ids, page, (onPage) => load.citation.loadMany(onPage));
}

function claimPage(claims: readonly ClaimNode[], page: Page, { load }: RequestContext) {
  const ids = claims.map(({ claim }) => claim.id);
  return pageOf(ids, page, (onPage) => load.claim.loadMany(onPage));
}

function missedPage(missed: readonly MissedStudy[], page: Page) {
  const byStudy = new Map(missed.map((each) => [each.study.study.id, each]));
  return pageOf([...byStudy.keys()], page, async (ids) => ids.map((id) => byStudy.get(id) ?? null));
}

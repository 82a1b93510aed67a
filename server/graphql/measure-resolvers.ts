import { UnderpinError } from '../domain/errors.ts';
import { OVERLAP_CELLS, type OverlapCell } from '../domain/review-overlap.ts';
import type { BiasAsked, BiasList, MissedList } from '../reasoning/measure-questions.ts';
import type { Sliced } from '../reasoning/slices.ts';
import type { RequestContext } from './context.ts';
import type {
  CitationBiasModel,
  MissedCounterEvidenceModel,
  MissedStudyModel,
} from './measure-models.ts';
import { pageOf, pageOfKeys, sliceOf } from './paging.ts';
import { loadStudy } from './study-resolvers.ts';
import type { QueryCitationBiasArgs, Resolvers } from './types.generated.ts';

/** The most reviews whose overlap one answer tells: it has a pair for every two. */
const MOST_REVIEWS = 100;

type Page = { readonly first: number; readonly after?: string | null | undefined };
type Maybe<Value> = Value | null | undefined;

/** Fields of `Query` that measure sets of studies. */
export const measureQueries = {
  reviewOverlap: async (_parent, { reviews }, { reason, evidence }) => {
    const { size } = new Set(reviews);
    if (size < 2)
      throw new UnderpinError(
        'INVALID',
        `reviews names ${size === 1 ? 'one study' : 'no study'}: overlap is between two at least.`,
      );
    if (size > MOST_REVIEWS)
      throw new UnderpinError(
        'TOO_COSTLY',
        `reviews names ${size} studies: the overlap of at most ${MOST_REVIEWS} is answered at once.`,
      );
    const overlap = await reason('reviewOverlap', { reviews });
    return { overlap, revision: (await evidence()).revision };
  },
  citationBias: async (_parent, given, { reason, evidence }) => {
    const asked = biasAsked(given);
    const measured = await reason('citationBias', asked);
    return { asked, measured, revision: (await evidence()).revision };
  },
} satisfies Resolvers['Query'];

/** Fields of `Study` that measure it against a set of others. */
export const measureStudyFields = {
  missedCounterEvidence: async ({ id }, { peers }, { evidence }) => {
    if (peers < 1) throw new UnderpinError('INVALID', `peers is ${peers}: it should be 1 or more.`);
    return { document: id, atLeast: peers, revision: (await evidence()).revision };
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
    matrix: ({ overlap: { cells, rows, columns } }) =>
      rows.map((_row, at) => cellsFrom(cells, at * columns.length, columns.length)),
    reviewIds: ({ overlap }) => [...overlap.columns],
    primaryIds: ({ overlap }) => [...overlap.rows],
    reviews: ({ overlap }, _arguments, context) =>
      Promise.all(overlap.columns.map((id) => loadStudy(id, context))),
    primaries: ({ overlap }, page, { load }) =>
      pageOf(overlap.rows, page, (ids) => load.study.loadMany(ids)),
  },
  ReviewPairOverlap: {
    primaryCount: ({ primaries }) => primaries,
  },
  CitationBias: {
    supportive: ({ measured }) => measured.senses.SUPPORTIVE,
    critical: ({ measured }) => measured.senses.CRITICAL,
    neutral: ({ measured }) => measured.senses.NEUTRAL,
    mixed: ({ measured }) => measured.senses.MIXED,
    notKnown: ({ measured }) => measured.senses.NOT_KNOWN,
    supportivePaths: ({ measured }) => measured.paths,
    supportivePathsOutsideRings: ({ measured }) => measured.pathsOutsideRings,
    supportivePathsReason: ({ measured }) =>
      measured.paths === null
        ? 'Supportive citations form a ring, along which a path may go round without end.'
        : null,
    ringCitations: async (bias, page, context) =>
      citationPage(await biasList(bias, { of: 'ringCitations' }, page, context), context),
    ratio: ({ measured }) => measured.bias.ratio,
    reason: ({ measured }) => measured.bias.reason,
    toSupportive: ({ measured }) => measured.bias.toSupportive,
    toCritical: ({ measured }) => measured.bias.toCritical,
    studyCount: ({ measured }) => measured.studies,
    citationCount: ({ measured }) => measured.citations,
    studies: async (bias, { position = null, ...page }, context) =>
      studyPage(await biasList(bias, { of: 'studies', position }, page, context), context),
    citations: async (bias, { sense = null, ...page }, context) =>
      citationPage(await biasList(bias, { of: 'citations', sense }, page, context), context),
  },
  CitationShare: {
    share: ({ observed, possible }) => (possible === 0 ? null : observed / possible),
  },
  MissedCounterEvidence: {
    missed: async (measure, page, context) =>
      missedPage(measure, await missedList(measure, 'missed', page, context)),
    undated: async (measure, page, context) =>
      missedPage(measure, await missedList(measure, 'undated', page, context)),
    asserted: async (measure, page, context) =>
      claimPage(await missedList(measure, 'asserted', page, context), context),
    contrary: async (measure, page, context) =>
      claimPage(await missedList(measure, 'contrary', page, context), context),
    peers: async (measure, page, context) =>
      studyPage(await missedList(measure, 'peers', page, context), context),
  },
  MissedStudy: {
    study: ({ study }, _arguments, context) => loadStudy(study, context),
    peerCount: async (missed, _arguments, context) =>
      (await missedList(missed, { study: missed.study, of: 'citedBy' }, { first: 0 }, context))
        .total,
    citedBy: async (missed, page, context) =>
      studyPage(
        await missedList(missed, { study: missed.study, of: 'citedBy' }, page, context),
        context,
      ),
    claims: async (missed, page, context) =>
      claimPage(
        await missedList(missed, { study: missed.study, of: 'claims' }, page, context),
        context,
      ),
  },
} satisfies Resolvers;

function cellsFrom(cells: Uint8Array, start: number, count: number): OverlapCell[] {
  return Array.from(
    cells.subarray(start, start + count),
    (place) => OVERLAP_CELLS[place] ?? 'NOT_KNOWN',
  );
}

/** @throws INVALID where a list that is given is empty, or only one kind of study is named. */
function biasAsked(given: QueryCitationBiasArgs): BiasAsked {
  const supportive = listGiven('supportiveStudies', given.supportiveStudies);
  const critical = listGiven('criticalStudies', given.criticalStudies);
  if ((supportive === null) !== (critical === null))
    throw new UnderpinError(
      'INVALID',
      'supportiveStudies and criticalStudies go together: give both, or neither.',
    );
  return {
    studies: listGiven('studies', given.studies),
    claim: given.claim ?? null,
    positions: supportive === null || critical === null ? null : { supportive, critical },
    possible: listGiven('possibleCitations', given.possibleCitations),
  };
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

function biasList(
  { asked }: CitationBiasModel,
  list: BiasList,
  page: Page,
  { reason }: RequestContext,
): Promise<Sliced<string>> {
  return reason('citationBiasList', { bias: asked, list, slice: sliceOf(page) });
}

function missedList(
  { document, atLeast }: Omit<MissedCounterEvidenceModel, 'revision'>,
  list: MissedList,
  page: Page,
  { load }: RequestContext,
): Promise<Sliced<string>> {
  return load.missed.load({ document, atLeast, list, slice: sliceOf(page) });
}

function missedPage(
  { document, atLeast }: MissedCounterEvidenceModel,
  studies: Sliced<string>,
): ReturnType<typeof pageOfKeys<MissedStudyModel>> {
  return pageOfKeys(studies, async (ids) => ids.map((study) => ({ document, atLeast, study })));
}

function studyPage(studies: Sliced<string>, { load }: RequestContext) {
  return pageOfKeys(studies, (ids) => load.study.loadMany(ids));
}

function citationPage(citations: Sliced<string>, { load }: RequestContext) {
  return pageOfKeys(citations, (ids) => load.citation.loadMany(ids));
}

function claimPage(claims: Sliced<string>, { load }: RequestContext) {
  return pageOfKeys(claims, (ids) => load.claim.loadMany(ids));
}

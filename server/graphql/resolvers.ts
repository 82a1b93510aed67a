import type DataLoader from 'dataloader';
import { IMPORT_FORMATS } from '../curation/import-formats.ts';
import { UnderpinError } from '../domain/errors.ts';
import { normalizeDoi } from '../domain/identifiers.ts';
import {
  selectAuthors,
  selectCitations,
  selectClaims,
  needsFigures,
  selectStudies,
} from '../domain/selection.ts';
import { changeResolvers, changesPage, historyFields } from './change-resolvers.ts';
import { claimResolvers } from './claim-resolvers.ts';
import { clusterClaimFields, clusterQueries, clusterResolvers } from './cluster-resolvers.ts';
import type { RequestContext } from './context.ts';
import type { Loaders } from './loaders.ts';
import { measureQueries, measureResolvers, measureStudyFields } from './measure-resolvers.ts';
import type { NodeModel } from './models.ts';
import { mutationResolvers } from './mutation-resolvers.ts';
import { neighbourhoodOf, pathsBetween } from './neighbourhood.ts';
import { checkFirst, pageOf } from './paging.ts';
import {
  reasoningClaimFields,
  reasoningQueries,
  reasoningResolvers,
} from './reasoning-resolvers.ts';
import { profileResolvers } from './profile-resolvers.ts';
import { statistics } from './statistics.ts';
import { figureFields, thisYear, youngerThan } from './study-figures.ts';
import { studyResolvers } from './study-resolvers.ts';
import { trailResolvers } from './trail-resolvers.ts';
import type { Resolvers } from './types.generated.ts';

/** Resolvers turn arguments into calls and records into fields; what things mean is the domain's. */
export const resolvers: Resolvers = {
  Query: {
    node: (_parent, { id }, context) => loadNode(id, context),
    study: async (_parent, { id, doi }, { load, evidence }) => {
      if (id !== null && id !== undefined) return followed(id, load.study, load);
      if (doi === null || doi === undefined) return null;
      const wanted = normalizeDoi(doi);
      const { graph } = await evidence();
      for (const { study } of graph.studies.values())
        if (study.doi !== undefined && normalizeDoi(study.doi) === wanted)
          return load.study.load(study.id);
      return null;
    },
    author: (_parent, { id }, { load }) => followed(id, load.author, load),
    citation: (_parent, { id }, { load }) => followed(id, load.citation, load),
    claim: (_parent, { id }, { load }) => load.claim.load(id),
    authors: async (_parent, { filter, orderBy, ...page }, { load, evidence }) => {
      const { graph } = await evidence();
      const authors = selectAuthors(graph, given(filter ?? {}), orderBy ?? 'ID');
      return pageOf(
        authors.map(({ id }) => id),
        page,
        (ids) => load.author.loadMany(ids),
      );
    },
    studies: async (_parent, { filter, orderBy, ...page }, context) => {
      const { load, evidence, figures } = context;
      const { graph } = await evidence();
      const wanted = youngerThan(given(filter ?? {}), thisYear(context));
      const order = orderBy ?? 'ID';
      const studies = needsFigures(wanted, order)
        ? selectStudies(graph, wanted, order, await figures())
        : selectStudies(graph, wanted, order);
      return pageOf(
        studies.map(({ study }) => study.id),
        page,
        (ids) => load.study.loadMany(ids),
      );
    },
    citations: async (_parent, { filter, orderBy, ...page }, { load, evidence }) => {
      const { graph } = await evidence();
      const citations = selectCitations(graph, given(filter ?? {}), orderBy ?? 'ID');
      return pageOf(
        citations.map(({ id }) => id),
        page,
        (ids) => load.citation.loadMany(ids),
      );
    },
    claims: async (_parent, { filter, orderBy, ...page }, { load, evidence, reason }) => {
      const { graph, standings } = await evidence();
      const wanted = given(filter ?? {});
      const { hangsOnOneStudy, ...others } = wanted;
      const among =
        hangsOnOneStudy === undefined
          ? {}
          : { among: { ids: new Set(await reason('hanging', {})), isIn: hangsOnOneStudy } };
      const claims = selectClaims(graph, standings, { ...others, ...among }, orderBy ?? 'ID');
      return pageOf(
        claims.map(({ claim }) => claim.id),
        page,
        (ids) => load.claim.loadMany(ids),
      );
    },
    search: async (_parent, { text, kinds, first }, context) => {
      checkFirst(first);
      checkSearchText(text);
      const wanted = (kinds ?? ['CLAIM', 'STUDY', 'AUTHOR'])
        .map((kind) => kind.toLowerCase())
        .filter((kind) => kind !== 'citation') as ('claim' | 'study' | 'author')[];
      const { total, hits } = await context.store.search(text, wanted, first);
      const kindsOfHits = await context.store.kinds(hits.map(({ id }) => id));
      const edges = await Promise.all(
        hits.map(async ({ id, score }) => ({
          score,
          node: await loadNode(id, context, kindsOfHits.get(id) ?? null),
        })),
      );
      return {
        totalCount: total,
        edges: edges.flatMap(({ score, node }) => (node === null ? [] : [{ score, node }])),
      };
    },
    neighbourhood: (_parent, asked, context) => neighbourhoodOf(asked, context),
    path: (_parent, asked, context) => pathsBetween(asked, context),
    statistics: (_parent, _arguments, context) => statistics(context),
    changes: (_parent, page, context) => changesPage(page, context),
    change: (_parent, { number }, { load }) => load.change.load(number),
    sources: (_parent, _arguments, { store }) => store.ledger.sources(),
    revision: (_parent, _arguments, { revision }) => revision(),
    importFormats: () => [...IMPORT_FORMATS],
    tableProfiles: (_parent, _arguments, { curation }) => curation.profiles.all(),
    ...clusterQueries,
    ...measureQueries,
    ...reasoningQueries,
    viewer: (_parent, _arguments, { curator }) =>
      curator === null ? { role: 'READER' } : { role: 'CURATOR', name: curator.name },
  },
  Node: { __resolveType: (node) => node.__typename },
  ...studyResolvers,
  Author: { ...studyResolvers.Author, ...historyFields },
  Study: { ...studyResolvers.Study, ...historyFields, ...figureFields, ...measureStudyFields },
  Citation: { ...studyResolvers.Citation, ...historyFields },
  ...claimResolvers,
  Claim: {
    ...claimResolvers.Claim,
    ...reasoningClaimFields,
    ...clusterClaimFields,
    ...historyFields,
  },
  ...reasoningResolvers,
  ...trailResolvers,
  ...changeResolvers,
  ...profileResolvers,
  ...clusterResolvers,
  ...measureResolvers,
  ...mutationResolvers,
};

/** A pasted paragraph is a question; a pasted book is not. */
const LONGEST_SEARCH = 1000;

function checkSearchText(text: string): void {
  if (text.length > LONGEST_SEARCH)
    throw new UnderpinError(
      'INVALID',
      `text has ${text.length} characters: search for a sentence or two, of at most ${LONGEST_SEARCH}.`,
    );
}

/** A record, or the one that it was merged into. */
async function followed<Model>(
  id: string,
  loader: DataLoader<string, Model | null>,
  load: Loaders,
): Promise<Model | null> {
  const seen = new Set<string>();
  for (let current: string | null = id; current !== null && !seen.has(current);) {
    seen.add(current);
    const model = await loader.load(current);
    if (model !== null) return model;
    current = await load.redirect.load(current);
  }
  return null;
}

async function loadNode(
  id: string,
  context: RequestContext,
  known?: string | null,
): Promise<NodeModel | null> {
  const { store, load } = context;
  const kind = known === undefined ? (await store.kinds([id])).get(id) : known;
  if (kind === undefined) {
    const into = await load.redirect.load(id);
    return into === null ? null : loadNode(into, context);
  }
  switch (kind) {
    case 'author':
      return load.author.load(id);
    case 'study':
      return load.study.load(id);
    case 'citation':
      return load.citation.load(id);
    case 'claim':
      return load.claim.load(id);
    default:
      return null;
  }
}

type Given<Filter> = { [Key in keyof Filter]?: NonNullable<Filter[Key]> };

/** A filter without what is null: null and left out mean the same. */
function given<Filter extends object>(filter: Filter): Given<Filter> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Filter>;
}

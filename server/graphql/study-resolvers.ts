import type { RequestContext } from './context.ts';
import type { CitationModel, StudyModel } from './models.ts';
import { pageOf } from './paging.ts';
import { nameOf, placeOf, placeText } from './places.ts';
import type { Resolvers } from './types.generated.ts';

/** Fields of authors, studies and citations. */
export const studyResolvers = {
  Author: {
    aliases: ({ aliases }) => aliases ?? [],
    successorOf: ({ successorOf }, _arguments, { load }) =>
      successorOf === undefined ? null : load.author.load(successorOf),
    studies: async ({ id }, page, { load }) =>
      pageOf(await load.studiesOfAuthor.load(id), page, (ids) => load.study.loadMany(ids)),
  },
  Contribution: {
    author: async ({ author }, _arguments, { load }) =>
      found(await load.author.load(author), author),
  },
  Study: {
    shortLabel: async ({ id }, _arguments, { load }) => nameOf(id, await load.label.load(id)),
    status: ({ status }) => status?.value ?? null,
    statusDate: ({ status }) => status?.date ?? null,
    statusReason: ({ status }) => status?.reason ?? null,
    statusSource: ({ status }) => status?.source ?? null,
    document: async ({ id }, _arguments, { evidence }) =>
      (await evidence()).graph.studies.get(id)?.document ?? null,
    authors: async ({ id }, _arguments, { load }) => {
      const writers = (await load.contributions.load(id)).filter(({ role }) => role === 'author');
      return Promise.all(
        writers.map(async ({ author }) => found(await load.author.load(author), author)),
      );
    },
    contributors: ({ id }, _arguments, { load }) => load.contributions.load(id),
    partOf: ({ partOf }, _arguments, { load }) =>
      partOf === undefined ? null : load.study.load(partOf),
    parts: async ({ id }, _arguments, { load, evidence }) => {
      const parts = (await evidence()).graph.studies.get(id)?.parts ?? [];
      return Promise.all(
        parts.map(async ({ study }) => found(await load.study.load(study.id), study.id)),
      );
    },
    citations: async ({ id }, { direction, ...page }, { load, evidence }) => {
      const node = (await evidence()).graph.studies.get(id);
      const citations = (direction === 'OUT' ? node?.makes : node?.citedBy) ?? [];
      return pageOf(
        citations.map((citation) => citation.id),
        page,
        (ids) => load.citation.loadMany(ids),
      );
    },
    claims: async ({ id }, page, { load, evidence }) => {
      const assertions = (await evidence()).graph.studies.get(id)?.assertions ?? [];
      const claims = new Set(assertions.map(({ claim }) => claim.claim.id));
      return pageOf([...claims], page, (ids) => load.claim.loadMany(ids));
    },
    mentions: async ({ id }, page, { load }) => {
      const mentions = new Map(
        (await load.mentionsOfStudy.load(id)).map((mention) => [mention.key, mention]),
      );
      return pageOf([...mentions.keys()], page, async (keys) =>
        keys.map((key) => mentions.get(key) ?? null),
      );
    },
    relations: ({ id }, _arguments, { load }) => load.studyRelations.load(id),
  },
  StudyRelation: {
    from: ({ from }, _arguments, context) => loadStudy(from, context),
    to: ({ to }, _arguments, context) => loadStudy(to, context),
  },
  Citation: {
    citing: ({ citing }, _arguments, context) => loadStudy(citing, context),
    cited: ({ cited }, _arguments, context) => loadStudy(cited, context),
    entries: ({ entries }) => entries ?? [],
    mentions: ({ id }, _arguments, { load }) => load.mentionsOfCitation.load(id),
    claims: async ({ id }, _arguments, { load, evidence }) => {
      const items = (await evidence()).graph.citations.get(id)?.items ?? [];
      const claims = new Set(items.map(({ line }) => line.claim.claim.id));
      return Promise.all(
        [...claims].map(async (claim) => found(await load.claim.load(claim), claim)),
      );
    },
  },
  Mention: {
    id: ({ key }) => key,
    citation: async ({ citation }, _arguments, { load }): Promise<CitationModel> =>
      found(await load.citation.load(citation), citation),
    place: async (mention, _arguments, { load }) =>
      placeOf((await load.citation.load(mention.citation))?.citing ?? null, mention),
    via: ({ via }, _arguments, { load }) => (via === undefined ? null : load.study.load(via)),
  },
  Place: {
    study: ({ study }, _arguments, { load }) => (study === null ? null : load.study.load(study)),
    text: async (place, _arguments, { load, evidence }) => {
      const { graph } = await evidence();
      const isDocument =
        place.study !== null && (graph.studies.get(place.study)?.document ?? null) !== null;
      const label = place.study === null || isDocument ? null : await load.label.load(place.study);
      return placeText(place, graph, label);
    },
  },
} satisfies Resolvers;

/** A study that something else names. */
export async function loadStudy(id: string, { load }: RequestContext): Promise<StudyModel> {
  return found(await load.study.load(id), id);
}

/** What must be there, as something stored names it. */
export function found<Record>(record: Record | null, id: string): Record {
  if (record === null) throw new Error(`The store has no “${id}”, which a record of it names.`);
  return record;
}

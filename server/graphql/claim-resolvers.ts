import type { ItemRecord } from '../store/evidence-store.ts';
import type { ClaimNode } from '../domain/evidence-graph.ts';
import { assertionLines, countLines } from '../domain/support.ts';
import type { RequestContext } from './context.ts';
import type { ClaimModel } from './models.ts';
import { placeOf } from './places.ts';
import { reachBeyond } from './reasoning-resolvers.ts';
import { found, loadStudy } from './study-resolvers.ts';
import { trailOf } from './trail.ts';
import type { Resolvers } from './types.generated.ts';

/** Fields of claims, who makes them and what they rest on. */
export const claimResolvers = {
  Claim: {
    topics: ({ topics }) => topics ?? [],
    figures: ({ figures }) => figures ?? [],
    standing: async ({ id }, _arguments, context) => {
      const { standings } = await context.evidence();
      return standings.of(await nodeOf(id, context));
    },
    reach: async ({ id }, _arguments, context) => {
      const { standings } = await context.evidence();
      const node = await nodeOf(id, context);
      return {
        claim: id,
        standing: standings.of(node),
        lines: countLines(node),
        contested: standings.isContested(node),
        ...(await reachBeyond(node, standings)),
      };
    },
    assertions: ({ id }, _arguments, { load }) => load.assertions.load(id),
    lines: async ({ id }, _arguments, { load }) => linesOf(await load.items.load(id)),
    relations: ({ id }, _arguments, { load }) => load.claimRelations.load(id),
    trail: ({ id }, options, context) => trailOf(id, options, context),
  },
  Assertion: {
    isLine: async ({ claim, id }, _arguments, context) =>
      assertionLines(await nodeOf(claim, context)).some(({ assertion }) => assertion.id === id),
    claim: ({ claim }, _arguments, context) => loadClaim(claim, context),
    study: ({ study }, _arguments, context) => loadStudy(study, context),
    place: (assertion) => placeOf(assertion.study, assertion),
    via: ({ via }, _arguments, { load }) => (via === undefined ? null : load.study.load(via)),
  },
  EvidenceItem: {
    id: ({ item }) => item.id,
    target: async ({ item: { citation, study, claim } }, _arguments, { load }) => {
      if (citation !== undefined) return found(await load.citation.load(citation), citation);
      if (study !== undefined) return found(await load.study.load(study), study);
      return found(await load.claim.load(claim ?? ''), claim ?? '');
    },
    for: ({ item }, _arguments, { load }) =>
      item.for === undefined ? null : load.claim.load(item.for),
    basis: ({ item }) => item.basis ?? null,
    via: ({ item }, _arguments, { load }) =>
      item.via === undefined ? null : load.study.load(item.via),
    place: async (record, _arguments, context) => {
      const node = await nodeOf(record.claim, context);
      const link = node.lines
        .flatMap((line) => line.items)
        .find(({ item }) => item.id === record.item.id);
      return placeOf(link?.place?.study.id ?? null, record.item);
    },
    verdict: ({ item }) => item.verdict?.value ?? null,
    verdictAssessor: ({ item }) => item.verdict?.assessor ?? null,
    verdictDate: ({ item }) => item.verdict?.date ?? null,
    verdictNote: ({ item }) => item.verdict?.note ?? null,
  },
  ClaimRelation: {
    from: ({ from }, _arguments, context) => loadClaim(from, context),
    to: ({ to }, _arguments, context) => loadClaim(to, context),
  },
} satisfies Resolvers;

async function loadClaim(id: string, { load }: RequestContext): Promise<ClaimModel> {
  return found(await load.claim.load(id), id);
}

/** The claim in the evidence graph. It may have gone between two reads of a request. */
async function nodeOf(id: string, { evidence }: RequestContext): Promise<ClaimNode> {
  return found((await evidence()).graph.claims.get(id) ?? null, id);
}

function linesOf(items: readonly ItemRecord[]): {
  id: string;
  stance: ItemRecord['stance'];
  needs: number;
  items: ItemRecord[];
}[] {
  const groups = groupByLine(items);
  return [...groups].map(([id, members]) => ({
    id,
    stance: members[0]?.stance ?? 'mentions',
    needs: members[0]?.needs ?? members.length,
    items: members,
  }));
}

function groupByLine(items: readonly ItemRecord[]): Map<string, ItemRecord[]> {
  const groups = new Map<string, ItemRecord[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return groups;
}

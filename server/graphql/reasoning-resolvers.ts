import { authorIndependence, echoOf } from '../domain/echo.ts';
import { UnderpinError } from '../domain/errors.ts';
import type { ClaimNode } from '../domain/evidence-graph.ts';
import { qualifiedBy, reasonsFor } from '../domain/reasons.ts';
import type { Standings } from '../domain/standing.ts';
import type { SupportMember } from '../domain/support.ts';
import { computed } from './computed.ts';
import type { RequestContext } from './context.ts';
import type { ClaimModel, EvidenceItemModel } from './models.ts';
import { pageOfSlice, sliceOf } from './paging.ts';
import { standingCounts } from '../reasoning/standing-counts.ts';
import { found, loadStudy } from './study-resolvers.ts';
import type { Resolvers } from './types.generated.ts';

/** Fields of `Query` that are computed over all of the evidence. */
export const reasoningQueries = {
  withdraw: async (_parent, { studies, includeRetracted, asOf }, { reason, evidence }) => {
    if (studies.length === 0 && includeRetracted !== true)
      throw new UnderpinError(
        'INVALID',
        'studies is empty: name at least one study, or include the retracted ones.',
      );
    const answer = await reason('withdraw', {
      studies,
      includeRetracted: includeRetracted ?? false,
      asOf: asOf ?? null,
    });
    return { ...answer, revision: (await evidence()).revision };
  },
  nextToCheck: async (_parent, page, { reason }) =>
    pageOfSlice(await reason('nextToCheck', sliceOf(page)), ({ item }) => item),
  loadBearingStudies: async (_parent, page, { reason }) =>
    pageOfSlice(await reason('loadBearing', sliceOf(page)), ({ study }) => study),
  circularSupport: async (_parent, _arguments, { evidence }) => {
    const { standings } = await evidence();
    return computed.circular(standings).rings.map((claims) => ({ claims }));
  },
} satisfies Resolvers['Query'];

/** Fields of `Claim` that are computed of its support. */
export const reasoningClaimFields = {
  singlePointsOfFailure: async ({ id }, _arguments, context) => {
    const { singlePoints } = await context.load.firmness.load(id);
    return Promise.all(singlePoints.map((study) => loadStudy(study, context)));
  },
  reasons: async (claim, _arguments, context) => {
    const [node, standings] = await judged(claim, context);
    const { decidedBy, reaching, lines } = reasonsFor(node, standings);
    return {
      decidedBy,
      reachGround: reaching.ground,
      mayReachGround: reaching.possible,
      saidFor: reaching.said,
      lines: lines.map(({ members, ...line }) => ({
        ...line,
        members: members.map(({ member, standing }) => ({ id: idOf(member), standing })),
      })),
    };
  },
  qualifiedBy: async (claim, _arguments, context) => {
    const { items, claims } = qualifiedBy(...(await judged(claim, context)));
    return [
      ...items.map((item) => ({ claim: null, item: { claim: claim.id, item: item.item.id } })),
      ...claims.map((other) => ({ claim: other.claim.id, item: null })),
    ];
  },
  ring: async (claim, _arguments, context) => {
    const [node, standings] = await judged(claim, context);
    const ring = computed.circular(standings).rings.find((each) => each.includes(node));
    if (ring === undefined) return null;
    return Promise.all(ring.map(({ claim: each }) => loadClaim(each.id, context)));
  },
} satisfies Resolvers['Claim'];

/** What is computed of how far a claim reaches, beside its standing. */
export async function reachBeyond(node: ClaimNode, standings: Standings) {
  const qualified = qualifiedBy(node, standings);
  const echo = echoOf(node, standings);
  return {
    depthToPrimary: computed.depths(standings).of(node),
    secondHandOnly: computed.secondHandOnly(standings)(node),
    echo: { documents: echo.documents.length, primaries: echo.primaries.length },
    authorIndependence: authorIndependence(node, standings),
    qualified: qualified.items.length + qualified.claims.length > 0,
  };
}

/** The types of what is computed. */
export const reasoningResolvers = {
  Reach: {
    robustness: async ({ claim }, _arguments, { load }) =>
      (await load.firmness.load(claim)).robustness,
  },
  Withdrawal: {
    fallen: ({ fallen }) => [...fallen],
    counts: ({ counts }) => standingCounts(counts),
    studies: ({ studies }, _arguments, context) =>
      Promise.all(studies.map((id) => loadStudy(id, context))),
  },
  Fall: {
    claim: ({ claim }, _arguments, context) => loadClaim(claim, context),
  },
  Unchecked: {
    claim: ({ claim }, _arguments, context) => loadClaim(claim, context),
    item: (unchecked, _arguments, context) => loadItem(unchecked, context),
  },
  LoadBearing: {
    study: ({ study }, _arguments, context) => loadStudy(study, context),
  },
  CircularRing: {
    claims: ({ claims }, _arguments, context) =>
      Promise.all(claims.map(({ claim }) => loadClaim(claim.id, context))),
  },
  Qualification: {
    item: ({ item }, _arguments, context) => (item === null ? null : loadItem(item, context)),
    claim: ({ claim }, _arguments, context) => (claim === null ? null : loadClaim(claim, context)),
  },
} satisfies Resolvers;

async function judged(
  { id }: ClaimModel,
  { evidence }: RequestContext,
): Promise<[ClaimNode, Standings]> {
  const { graph, standings } = await evidence();
  return [found(graph.claims.get(id) ?? null, id), standings];
}

async function loadClaim(id: string, { load }: RequestContext): Promise<ClaimModel> {
  return found(await load.claim.load(id), id);
}

async function loadItem(
  { claim, item }: { readonly claim: string; readonly item: string },
  { load }: RequestContext,
): Promise<EvidenceItemModel> {
  const items = await load.items.load(claim);
  return found(items.find((record) => record.item.id === item) ?? null, item);
}

function idOf({ origin }: SupportMember): string {
  if (origin.kind === 'ITEM') return origin.item.item.id;
  return origin.kind === 'ASSERTION' ? origin.assertion.assertion.id : origin.relation.relation.id;
}

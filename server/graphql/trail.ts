import { UnderpinError } from '../domain/errors.ts';
import type { EvidenceGraph, StudyNode } from '../domain/evidence-graph.ts';
import { computeStandings, type Standings } from '../domain/standing.ts';
import { isRefuted, layOutSupport } from '../domain/support.ts';
import type { TrailEdge, TrailGraph } from '../domain/trail-graph.ts';
import { walkTrail } from '../domain/trail.ts';
import { conditionsOf, isVoid, type Conditions } from '../domain/withdrawal.ts';
import type { EvidencePicture } from '../store/current-evidence.ts';
import type { LabelRecord } from '../store/evidence-store.ts';
import type { RequestContext } from './context.ts';
import type { PlaceModel, TrailEdgeModel, TrailNodeModel } from './models.ts';
import { placeOf, placeText } from './places.ts';
import type { ClaimTrailArgs, RequireFields } from './types.generated.ts';

/** The greatest depth that may be asked for, in citations. */
export const DEEPEST = 64;

/** The most nodes in one answer: beyond, the trail says where it stops. */
export const LARGEST = 2000;

const STANCES = ['supports', 'contradicts', 'qualifies', 'mentions'] as const;

export interface TrailAnswer {
  readonly root: string;
  readonly nodes: readonly TrailNodeModel[];
  readonly edges: readonly TrailEdgeModel[];
  readonly frontier: readonly { node: string; count: number; reason: 'DEPTH' | 'SIZE' }[];
  readonly revision: string;
}

/** What is drawn is looked at under these conditions. */
export interface Asked {
  readonly withdrawn?: readonly string[] | null | undefined;
  readonly asOf?: number | null | undefined;
  readonly countAgreement: boolean;
}

/** The evidence under what was asked, and as it stands. */
export interface Judged {
  readonly picture: EvidencePicture;
  readonly conditions: Conditions;
  readonly standings: Standings;
  /** With nothing withdrawn and all else the same; where nothing is, as the store stands. */
  readonly before: Standings;
}

/**
 * A claim's trail. Two round trips: one to learn that the evidence in memory is
 * that of the store, one for what the cards say.
 * @throws INVALID where the depth is out of bounds, NOT_FOUND for an unknown id.
 */
export async function trailOf(
  id: string,
  options: RequireFields<ClaimTrailArgs, 'depth' | 'countAgreement'>,
  context: RequestContext,
): Promise<TrailAnswer> {
  const { depth, stances, countAgreement } = options;
  checkBounds('depth', depth, 0, DEEPEST);
  const picture = await context.evidence();
  const root = picture.graph.claims.get(id);
  if (root === undefined) throw new UnderpinError('NOT_FOUND', `There is no claim “${id}”.`);
  const judged = judge(options, picture);
  const trail = walkTrail(root, {
    depth,
    stances: new Set(stances ?? STANCES),
    countAgreement,
    size: LARGEST,
  });
  return answer(trail, judged, await labelsFor([trail], context));
}

/** @throws INVALID where a number that was asked for is out of bounds. */
export function checkBounds(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most)
    throw new UnderpinError(
      'INVALID',
      `${name} is ${value}: it should be from ${least} to ${most}.`,
    );
}

/** @throws NOT_FOUND where a study that is taken as withdrawn is none. */
export function judge(asked: Asked, picture: EvidencePicture): Judged {
  const { graph } = picture;
  const withdrawn = (asked.withdrawn ?? []).map((study) => studyOf(study, graph));
  const asOf = asked.asOf ?? undefined;
  const conditions = conditionsOf(graph, withdrawn, asOf);
  const isPlain = asOf === undefined && !asked.countAgreement;
  const support =
    isPlain && withdrawn.length === 0 ? null : layOutSupport(graph, asked.countAgreement);
  if (support === null) {
    return { picture, conditions, standings: picture.standings, before: picture.standings };
  }
  const standings = computeStandings(support, conditions);
  // Where a year alone is supposed, what it changes is told against today.
  const before =
    isPlain || withdrawn.length === 0
      ? picture.standings
      : computeStandings(support, conditionsOf(graph, [], asOf));
  return { picture, conditions, standings, before };
}

/** A drawing as it is told, with what its cards say. */
export function answer(
  { root, steps, edges, frontier }: TrailGraph,
  { picture, conditions, standings, before }: Judged,
  labels: ReadonlyMap<string, LabelRecord>,
): TrailAnswer {
  const { graph, revision } = picture;
  return {
    root,
    nodes: steps.map((step) => {
      const claim = step.kind === 'CLAIM' ? step.claim : null;
      return {
        step,
        labels,
        standing: claim === null ? null : standings.of(claim),
        standingBefore: claim === null ? null : before.of(claim),
        contested: claim === null ? null : standings.isContested(claim),
        withdrawn: step.kind === 'STUDY' ? conditions.withdrawn.has(step.study) : null,
      };
    }),
    edges: edges.map((edge) => ({
      edge,
      isVoid: isVoidEdge(edge, conditions),
      locator: locatorOf(edge, graph, labels),
    })),
    frontier: [...frontier],
    revision,
  };
}

function studyOf(id: string, graph: EvidenceGraph): StudyNode {
  const study = graph.studies.get(id);
  if (study === undefined) throw new UnderpinError('NOT_FOUND', `There is no study “${id}”.`);
  return study;
}

function isVoidEdge(edge: TrailEdge, conditions: Conditions): boolean | null {
  if (edge.type === 'RESTS_ON')
    return isRefuted(edge.item) || isVoid(edge.item.documents, conditions);
  return edge.type === 'ASSERTS' ? isVoid(edge.assertion.documents, conditions) : null;
}

/** What the cards and places of these drawings say: one round trip for them all. */
export async function labelsFor(
  graphs: readonly TrailGraph[],
  { store }: RequestContext,
): Promise<Map<string, LabelRecord>> {
  const ids = new Set<string>();
  for (const { steps, edges } of graphs) {
    for (const step of steps) {
      if (step.kind === 'CITATION') {
        ids.add(step.citation.citing.study.id);
        ids.add(step.citation.cited.study.id);
      } else ids.add(step.id);
    }
    for (const edge of edges) {
      const place = documentOf(edge);
      if (place !== null) ids.add(place.study.id);
    }
  }
  return new Map((await store.labels([...ids])).map((label) => [label.id, label]));
}

function locatorOf(
  edge: TrailEdge,
  graph: EvidenceGraph,
  labels: ReadonlyMap<string, LabelRecord>,
): string | null {
  const place = placeOfEdge(edge);
  if (place === null) return null;
  return placeText(place, graph, place.study === null ? null : (labels.get(place.study) ?? null));
}

/** The place that an edge has in a text; null for an edge that is only drawn from another. */
export function placeOfEdge(edge: TrailEdge): PlaceModel | null {
  const study = documentOf(edge)?.study.id ?? null;
  if (edge.type === 'RESTS_ON') return placeOf(study, edge.item.item);
  return edge.type === 'ASSERTS' ? placeOf(study, edge.assertion.assertion) : null;
}

/** The document in which an edge has its place. */
function documentOf(edge: TrailEdge): StudyNode | null {
  if (edge.type === 'RESTS_ON') return edge.item.place;
  return edge.type === 'ASSERTS' ? edge.assertion.place : null;
}

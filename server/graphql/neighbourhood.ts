import { UnderpinError } from '../domain/errors.ts';
import type { EvidenceGraph } from '../domain/evidence-graph.ts';
import { walkNeighbourhood } from '../domain/neighbourhood.ts';
import { findAuthors } from '../domain/neighbours.ts';
import { shortestPaths } from '../domain/paths.ts';
import type { TrailThing } from '../domain/trail-graph.ts';
import type { RequestContext } from './context.ts';
import { LARGEST_PAGE } from './paging.ts';
import {
  answer,
  checkBounds,
  DEEPEST,
  judge,
  labelsFor,
  LARGEST,
  type TrailAnswer,
} from './trail.ts';
import type { QueryNeighbourhoodArgs, QueryPathArgs, RequireFields } from './types.generated.ts';

const KINDS = ['CLAIM', 'STUDY', 'CITATION'] as const;

/** The most paths that one answer has. */
const MOST_PATHS = 10;

/**
 * What stands around a node: two round trips, as a trail.
 * @throws INVALID where a number is out of bounds, NOT_FOUND for an unknown id.
 */
export async function neighbourhoodOf(
  asked: RequireFields<QueryNeighbourhoodArgs, 'id' | 'depth' | 'first' | 'countAgreement'>,
  context: RequestContext,
): Promise<TrailAnswer> {
  const { id, depth, first, without } = asked;
  checkBounds('depth', depth, 1, DEEPEST);
  checkBounds('first', first, 1, LARGEST_PAGE);
  const picture = await context.evidence();
  const root = await thingWith(id, picture.graph, context);
  const judged = judge(asked, picture);
  const kinds = new Set<TrailThing['kind']>(asked.kinds ?? KINDS);
  const neighbourhood = walkNeighbourhood(root, {
    depth,
    kinds,
    first,
    without: new Set(without),
    standings: judged.standings,
    authors: kinds.has('AUTHOR') ? findAuthors(picture.graph) : new Map(),
    size: LARGEST,
  });
  return answer(neighbourhood, judged, await labelsFor([neighbourhood], context));
}

/**
 * The shortest ways by which one node rests on another, each as a trail: two round trips for all.
 * @throws INVALID where the length is out of bounds, NOT_FOUND for an unknown id.
 */
export async function pathsBetween(
  { from, to, maxLength }: RequireFields<QueryPathArgs, 'from' | 'to' | 'maxLength'>,
  context: RequestContext,
): Promise<TrailAnswer[]> {
  checkBounds('maxLength', maxLength, 1, DEEPEST);
  const picture = await context.evidence();
  const start = await thingWith(from, picture.graph, context);
  const end = await thingWith(to, picture.graph, context);
  const paths = shortestPaths(start, end, { maxLength, most: MOST_PATHS });
  const judged = judge({ countAgreement: false }, picture);
  const labels = await labelsFor(paths, context);
  return paths.map((path) => answer(path, judged, labels));
}

/**
 * Whatever has an id, or what it was merged into.
 * @throws NOT_FOUND where there is neither.
 */
async function thingWith(
  id: string,
  graph: EvidenceGraph,
  { load }: RequestContext,
): Promise<TrailThing> {
  const seen = new Set<string>();
  for (let current: string | null = id; current !== null && !seen.has(current);) {
    seen.add(current);
    const thing = findThing(current, graph);
    if (thing !== null) return thing;
    current = await load.redirect.load(current);
  }
  throw new UnderpinError('NOT_FOUND', `There is nothing with the id “${id}”.`);
}

function findThing(id: string, graph: EvidenceGraph): TrailThing | null {
  const claim = graph.claims.get(id);
  if (claim !== undefined) return { kind: 'CLAIM', claim };
  const study = graph.studies.get(id);
  if (study !== undefined) return { kind: 'STUDY', study };
  const citation = graph.citations.get(id);
  if (citation !== undefined) return { kind: 'CITATION', citation };
  return graph.authors.has(id) ? (findAuthors(graph).get(id) ?? null) : null;
}

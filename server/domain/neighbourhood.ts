import { NeighbourOrder } from './neighbour-rank.ts';
import { edgesAt, neighboursOf, type Authors, type Neighbour } from './neighbours.ts';
import type { Standings } from './standing.ts';
import {
  idOf,
  stepsOf,
  type TrailEdge,
  type TrailFrontier,
  type TrailGraph,
  type TrailThing,
} from './trail-graph.ts';

export interface NeighbourhoodOptions {
  /** In steps from card to card. */
  readonly depth: number;
  /** The kinds that are wanted; citations on the way come along where they are among them. */
  readonly kinds: ReadonlySet<TrailThing['kind']>;
  /** How many neighbours are given at most of each node that is walked from. */
  readonly first: number;
  /** What is drawn already: neither given nor counted, but edges may lead there. */
  readonly without: ReadonlySet<string>;
  /** Under what is asked: by these the neighbours are put in order. */
  readonly standings: Standings;
  readonly authors: Authors;
  /** The most nodes that one answer may have. */
  readonly size: number;
}

/**
 * What stands around a node, breadth first: of each node the `first` of its
 * neighbours that are not there yet, in their order, with the citations that join
 * them. The frontier counts the neighbours that each card has beyond.
 */
export function walkNeighbourhood(root: TrailThing, options: NeighbourhoodOptions): TrailGraph {
  const { kinds, first, without, authors } = options;
  const order = new NeighbourOrder(options.standings);
  const things = new Map<string, TrailThing>();
  const depths = new Map<string, number>();
  const cards: TrailThing[] = [];
  const isThere = (id: string): boolean => things.has(id) || without.has(id);
  const enter = (thing: TrailThing, depth: number): void => {
    things.set(idOf(thing), thing);
    depths.set(idOf(thing), depth);
  };
  const missingJoints = ({ joints }: Neighbour): TrailThing[] =>
    kinds.has('CITATION')
      ? [...joints.values()]
          .filter(({ id }) => !isThere(id))
          .toSorted(byId)
          .map((citation) => ({ kind: 'CITATION', citation }))
      : [];
  const expand = (card: TrailThing, depth: number): void => {
    const neighbours = neighboursOf(card, kinds, authors);
    const missing = neighbours.filter(({ id }) => !isThere(id));
    const given = order.ordered(card, missing).slice(0, first);
    // What another card has brought already is joined to this one as well.
    const known = neighbours.filter(({ id }) => things.has(id)).toSorted(byId);
    for (const neighbour of [...known, ...given]) {
      const isNew = !things.has(neighbour.id);
      const entering = [...(isNew ? [neighbour.thing] : []), ...missingJoints(neighbour)];
      if (things.size + entering.length > options.size) return;
      for (const thing of entering) enter(thing, depth);
      if (isNew) cards.push(neighbour.thing);
    }
  };
  enter(root, 0);
  cards.push(root);
  // The list grows while it is walked: level by level, as each card is a step from one before.
  for (const card of cards) {
    const depth = (depths.get(idOf(card)) ?? 0) + 1;
    if (depth <= options.depth && things.size < options.size) expand(card, depth);
  }
  const frontier = cards.flatMap((card): TrailFrontier[] => {
    const node = idOf(card);
    const count = neighboursOf(card, kinds, authors).filter(({ id }) => !isThere(id)).length;
    const reason = (depths.get(node) ?? 0) < options.depth ? 'SIZE' : 'DEPTH';
    return count === 0 ? [] : [{ node, count, reason }];
  });
  const edges = new Map<string, TrailEdge>();
  for (const thing of things.values())
    for (const edge of edgesAt(thing, isThere)) edges.set(edge.id, edge);
  return {
    root: idOf(root),
    steps: stepsOf(things, depths, isThere),
    edges: [...edges.values()].toSorted(byId),
    frontier,
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';

/** A place in a picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A disc that wants a place. */
export interface Body {
  readonly id: string;
  readonly radius: number;
  /** What it would stay near, such as its cluster. */
  readonly home?: Point;
}

/** How strongly two discs belong together, from 0 to 1. */
export interface Pull {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
}

interface Placed extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
  readonly home: Point | undefined;
}

const STEPS = 260;
/** Between the edges of two discs that belong together as much as any two do. */
const NEAR = 34;
const FAR = 150;
const APART = 12;
/** Windows are wider than high: so much wider is the picture made, which leaves room for names. */
const WIDER = 1.45;

/**
 * Places discs so that those that belong together are near and none lies on another:
 * the same discs and pulls give the same places. What had a place before begins there.
 */
export function placeDiscs(
  bodies: readonly Body[],
  pulls: readonly Pull[],
  former: ReadonlyMap<string, Point> = new Map(),
): Map<string, Point> {
  const nodes: Placed[] = bodies.map(({ id, radius, home }) => ({
    id,
    radius,
    home: narrowed(home),
    ...narrowed(former.get(id) ?? home),
  }));
  const links: (SimulationLinkDatum<Placed> & Pull)[] = pulls.map((pull) => ({
    ...pull,
    source: pull.from,
    target: pull.to,
  }));
  const isKnown = former.size > 0 && bodies.some(({ id }) => former.has(id));
  forceSimulation(nodes)
    .alpha(isKnown ? 0.35 : 1)
    .alphaDecay(1 - 0.001 ** (1 / STEPS))
    .force(
      'ties',
      forceLink<Placed, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(
          ({ source, target, strength }) =>
            radiusOf(source) + radiusOf(target) + NEAR + (1 - strength) * FAR,
        )
        .strength(({ strength }) => 0.05 + 0.6 * strength),
    )
    .force(
      'room',
      forceManyBody<Placed>().strength(({ radius }) => -60 - 3 * radius),
    )
    .force('edges', forceCollide<Placed>(({ radius }) => radius + APART).iterations(3))
    .force('across', forceX<Placed>(({ home }) => home?.x ?? 0).strength(pullHome(0.045)))
    .force('down', forceY<Placed>(({ home }) => home?.y ?? 0).strength(pullHome(0.08)))
    .stop()
    .tick(STEPS);
  return new Map(nodes.map(({ id, x = 0, y = 0 }) => [id, { x: x * WIDER, y }]));
}

function narrowed(place: Point | undefined): Point | undefined {
  return place === undefined ? undefined : { x: place.x / WIDER, y: place.y };
}

function pullHome(usual: number): (node: Placed) => number {
  return ({ home }) => (home === undefined ? usual : 0.16);
}

function radiusOf(end: Placed | string | number): number {
  return typeof end === 'object' ? end.radius : 0;
}

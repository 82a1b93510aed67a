import { forceCollide, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import type { Point } from './point.ts';
import { atDistances } from './stress.ts';
import type { Wanted } from './stress.ts';

/** A disc that wants a place. */
export interface Body {
  readonly id: string;
  readonly radius: number;
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
  readonly aim: Point;
}

const ROUNDS = 150;
/** For works, of which there are many. */
const FEW_ROUNDS = 60;
/** Between the edges of two works of which one cites the other, and for each step more. */
const STEP = 34;
/** What is further, or not reached at all, is as far as this. */
const MOST_STEPS = 5;
const STEPS = 120;
/** Between the edges of two discs that belong together as much as any two do. */
const NEAR = 20;
/** So much more between those of two that do not belong together at all. */
const FAR = 260;
const APART = 8;
/** What belongs together is to be near; that the rest is far matters less. */
const UNTIED_WEIGHT = 1;
/** Windows are wider than high: so much wider is the picture made, which leaves room for names. */
const WIDER = 1.45;
/** The angle at which each next disc stands that had no place before: no two are in line. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places discs so that they are the nearer the more they belong together, and none lies
 * on another: the same discs and pulls give the same places. What had a place before
 * begins there.
 */
export function placeDiscs(
  bodies: readonly Body[],
  pulls: readonly Pull[],
  former: ReadonlyMap<string, Point> = new Map(),
): Map<string, Point> {
  return placed(bodies, wishesOf(bodies, pulls), former, ROUNDS);
}

/** Places discs as far from each other as there are steps between them, one by one along ties. */
export function placeBySteps(
  bodies: readonly Body[],
  ties: readonly { readonly from: string; readonly to: string }[],
  /** What two are further apart than that, such as works of different clusters. */
  further: (one: number, other: number) => number,
): Map<string, Point> {
  const steps = stepsBetween(bodies, ties);
  const wanted: Wanted = (one, other) => {
    const [a = 0, b = 0] = [bodies[one]?.radius, bodies[other]?.radius];
    const between = Math.min(steps[one]?.[other] ?? MOST_STEPS, MOST_STEPS);
    const distance = a + b + STEP * between + further(one, other);
    return { distance, weight: 1 / distance ** 2 };
  };
  return placed(bodies, wanted, new Map(), FEW_ROUNDS);
}

function placed(
  bodies: readonly Body[],
  wanted: Wanted,
  former: ReadonlyMap<string, Point>,
  rounds: number,
): Map<string, Point> {
  const begin = bodies.map(({ id }, index): Point => {
    const before = former.get(id);
    if (before !== undefined) return { x: before.x / WIDER, y: before.y };
    const away = 30 * Math.sqrt(index + 0.5);
    return { x: away * Math.cos(index * TURN), y: away * Math.sin(index * TURN) };
  });
  return apart(bodies, atDistances(begin, wanted, rounds));
}

/** By disc and disc: the fewest ties that lead from the one to the other; missing where none do. */
function stepsBetween(
  bodies: readonly Body[],
  ties: readonly { readonly from: string; readonly to: string }[],
): readonly (readonly number[])[] {
  const places = new Map(bodies.map(({ id }, index) => [id, index]));
  const beside: number[][] = bodies.map(() => []);
  for (const { from, to } of ties) {
    const [one, other] = [places.get(from), places.get(to)];
    if (one === undefined || other === undefined) continue;
    beside[one]?.push(other);
    beside[other]?.push(one);
  }
  return bodies.map((_, start) => {
    const steps: number[] = [];
    steps[start] = 0;
    const reached = [start];
    for (const one of reached)
      for (const other of beside[one] ?? []) {
        if (steps[other] !== undefined) continue;
        steps[other] = (steps[one] ?? 0) + 1;
        reached.push(other);
      }
    return steps;
  });
}

/** The same where each disc has a home that it stays near, such as that of its cluster, and wants nothing else. */
export function placeAtHomes(
  bodies: readonly (Body & { readonly home: Point })[],
): Map<string, Point> {
  return apart(
    bodies,
    bodies.map(({ home }, index) => {
      const away = 2 * Math.sqrt(index + 0.5);
      return {
        x: home.x / WIDER + away * Math.cos(index * TURN),
        y: home.y + away * Math.sin(index * TURN),
      };
    }),
  );
}

function wishesOf(bodies: readonly Body[], pulls: readonly Pull[]): Wanted {
  const places = new Map(bodies.map(({ id }, index) => [id, index]));
  const strengths = new Map<number, number>();
  for (const { from, to, strength } of pulls) {
    const [one, other] = [places.get(from) ?? -1, places.get(to) ?? -1];
    strengths.set(one * bodies.length + other, strength);
    strengths.set(other * bodies.length + one, strength);
  }
  return (one, other) => {
    const strength = strengths.get(one * bodies.length + other) ?? 0;
    const [a = 0, b = 0] = [bodies[one]?.radius, bodies[other]?.radius];
    const distance = a + b + NEAR + (1 - strength) * FAR;
    // What is small makes room for what is large.
    return { distance, weight: ((UNTIED_WEIGHT + strength) * a * b) / distance ** 2 };
  };
}

/** As near to where they aim as they can be without lying on each other. */
function apart(bodies: readonly Body[], aims: readonly Point[]): Map<string, Point> {
  const nodes = bodies.map(({ id, radius }, index): Placed => {
    const aim = aims[index] ?? { x: 0, y: 0 };
    return { id, radius, aim, ...aim };
  });
  forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / STEPS))
    .force('edges', forceCollide<Placed>(({ radius }) => radius + APART).iterations(2))
    .force('across', forceX<Placed>(({ aim }) => aim.x).strength(0.12))
    .force('down', forceY<Placed>(({ aim }) => aim.y).strength(0.12))
    .stop()
    .tick(STEPS);
  return new Map(nodes.map(({ id, x = 0, y = 0 }) => [id, { x: x * WIDER, y }]));
}

import type { ClaimNode } from './evidence-graph.ts';
import {
  assertsEdge,
  citesEdge,
  forEdge,
  idOf,
  relationEdge,
  restsOnEdge,
  stepsOf,
  targetOf,
  type TrailEdge,
  type TrailGraph,
  type TrailThing,
} from './trail-graph.ts';

export interface PathOptions {
  /** The most links that a path may have. */
  readonly maxLength: number;
  /** The most paths that are given. */
  readonly most: number;
}

/**
 * A node as a path comes to it. A citation belongs to the claim that rests on it:
 * the way goes on to what that claim's own item relays, not to another's.
 */
interface Stop {
  readonly key: string;
  readonly thing: TrailThing;
  readonly restingClaim: ClaimNode | null;
}

interface Hop {
  readonly to: Stop;
  readonly edges: readonly TrailEdge[];
}

/**
 * The shortest ways by which one node rests on another, in the order of their ids.
 * A claim leads to what its supporting items rest on, to the studies that say it, to
 * what it restates and to the claims that support it; a citation to the cited study and
 * to the claim that is relayed. A study is an end; where one begins, it is by what it says.
 */
export function shortestPaths(
  from: TrailThing,
  to: TrailThing,
  { maxLength, most }: PathOptions,
): TrailGraph[] {
  const goal = idOf(to);
  const start = stopAt(from);
  const reached = new Map([[start.key, start]]);
  const cameFrom = new Map<string, string[]>();
  let level = [start];
  for (let length = 0; length < maxLength && !level.some(isAt(goal)); length += 1) {
    const next = new Map<string, Stop>();
    for (const stop of level)
      for (const { to: other } of hopsFrom(stop, start)) {
        if (reached.has(other.key)) continue;
        next.set(other.key, other);
        const known = cameFrom.get(other.key);
        if (known === undefined) cameFrom.set(other.key, [stop.key]);
        else known.push(stop.key);
      }
    for (const [key, stop] of next) reached.set(key, stop);
    level = [...next.values()];
  }
  const ends = level.filter(isAt(goal)).map(({ key }) => key);
  const onward = wayBack(ends, cameFrom);
  const paths: TrailGraph[] = [];
  const walk = (path: readonly Stop[]): void => {
    const last = path.at(-1) ?? start;
    if (paths.length === most) return;
    if (isAt(goal)(last)) {
      paths.push(drawn(path, start));
      return;
    }
    const keys = onward.get(last.key) ?? new Set();
    const next = [...keys].flatMap((key) => reached.get(key) ?? []);
    for (const stop of next.toSorted((a, b) => (idOf(a.thing) < idOf(b.thing) ? -1 : 1)))
      walk([...path, stop]);
  };
  if (ends.length > 0) walk([start]);
  return paths;
}

function isAt(id: string): (stop: Stop) => boolean {
  return ({ thing }) => idOf(thing) === id;
}

/** Where each stop leads on the ways to these ends: nothing else is walked, however many ways there are. */
function wayBack(
  ends: readonly string[],
  cameFrom: ReadonlyMap<string, readonly string[]>,
): Map<string, Set<string>> {
  const onward = new Map<string, Set<string>>();
  const seen = new Set(ends);
  for (const key of seen)
    for (const before of cameFrom.get(key) ?? []) {
      const known = onward.get(before);
      if (known === undefined) onward.set(before, new Set([key]));
      else known.add(key);
      seen.add(before);
    }
  return onward;
}

function stopAt(thing: TrailThing, restingClaim: ClaimNode | null = null): Stop {
  const key = JSON.stringify([idOf(thing), restingClaim?.claim.id ?? null]);
  return { key, thing, restingClaim };
}

function hopsFrom(stop: Stop, start: Stop): Hop[] {
  const { thing, restingClaim } = stop;
  switch (thing.kind) {
    case 'CLAIM':
      return hopsFromClaim(thing.claim);
    case 'CITATION': {
      const { citation } = thing;
      return [
        { to: stopAt({ kind: 'STUDY', study: citation.cited }), edges: [citesEdge(citation)] },
        ...citation.items.flatMap(({ relays, line }): Hop[] => {
          const isOther = restingClaim !== null && line.claim !== restingClaim;
          if (relays === null || isOther || line.stance !== 'supports') return [];
          return [
            { to: stopAt({ kind: 'CLAIM', claim: relays }), edges: [forEdge(citation, relays)] },
          ];
        }),
      ];
    }
    case 'STUDY':
      return stop === start
        ? thing.study.assertions.map((link) => ({
            to: stopAt({ kind: 'CLAIM', claim: link.claim }),
            edges: [assertsEdge(link)],
          }))
        : [];
    case 'AUTHOR':
      return [];
  }
}

function hopsFromClaim(claim: ClaimNode): Hop[] {
  const items = claim.lines
    .filter(({ stance }) => stance === 'supports')
    .flatMap((line) => line.items);
  return [
    ...items.map((item): Hop => {
      const target = targetOf(item);
      const to = stopAt(target, target.kind === 'CITATION' ? claim : null);
      return { to, edges: [restsOnEdge(item)] };
    }),
    ...claim.assertions.map((link): Hop => {
      return { to: stopAt({ kind: 'STUDY', study: link.study }), edges: [assertsEdge(link)] };
    }),
    ...claim.relationsFrom
      .filter(({ relation }) => relation.type === 'RESTATES')
      .map((link): Hop => {
        return { to: stopAt({ kind: 'CLAIM', claim: link.to }), edges: [relationEdge(link)] };
      }),
    ...claim.relationsTo
      .filter(({ relation }) => relation.type === 'SUPPORTS')
      .map((link): Hop => {
        return { to: stopAt({ kind: 'CLAIM', claim: link.from }), edges: [relationEdge(link)] };
      }),
  ];
}

/** A path as a trail: its nodes in their order, and every link from each to the next. */
function drawn(path: readonly Stop[], start: Stop): TrailGraph {
  const things = new Map<string, TrailThing>();
  const depths = new Map<string, number>();
  const edges = new Map<string, TrailEdge>();
  let depth = 0;
  for (const [at, stop] of path.entries()) {
    const id = idOf(stop.thing);
    if (path[at - 1]?.thing.kind === 'CITATION') depth += 1;
    if (!things.has(id)) depths.set(id, depth);
    things.set(id, stop.thing);
    const [next, after] = path.slice(at + 1, at + 3);
    if (next === undefined) continue;
    for (const hop of hopsFrom(stop, start))
      for (const edge of hop.to.key === next.key ? hop.edges : [])
        if (leadsTo(edge, after)) edges.set(edge.id, edge);
  }
  return {
    root: idOf(start.thing),
    steps: stepsOf(things, depths),
    edges: [...edges.values()],
    frontier: [],
  };
}

/** Of the items on one citation, those that relay the claim to which the way goes on. */
function leadsTo(edge: TrailEdge, after: Stop | undefined): boolean {
  if (edge.type !== 'RESTS_ON' || edge.item.target.kind !== 'citation') return true;
  return after?.thing.kind !== 'CLAIM' || edge.item.relays === after.thing.claim;
}

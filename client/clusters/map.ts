import type { Point } from './point.ts';

/** A cluster or a work, as it is drawn. */
export interface Disc extends Point {
  readonly id: string;
  readonly kind: 'CLUSTER' | 'STUDY';
  readonly radius: number;
  /** Of the palette; null where it has none. */
  readonly colour: number | null;
  /** What it is called; shown where there is room, those of the largest first. */
  readonly label: string;
  /** What stands in it where its label does not. */
  readonly sign: string;
  /** What share of it counts, 0 to 1: of a cluster those of its works that are of the years that are looked at. */
  readonly share: number;
  /** What is said of it under the pointer. */
  readonly hint: string;
}

/** Two discs that citations tie, in either way. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** How many citations go from the one to the other, and back. */
  readonly there: number;
  readonly back: number;
}

/** What surrounds works of one cluster. */
export interface Hull {
  readonly cluster: string;
  readonly colour: number | null;
  readonly corners: readonly Point[];
}

/** A picture of clusters or of works, in places of its own. */
export interface ClusterMap {
  readonly discs: readonly Disc[];
  readonly ties: readonly Tie[];
  readonly hulls: readonly Hull[];
}

/** What a tie is known by. */
export function tieId({ from, to }: Tie): string {
  return `${from} ${to}`;
}

/** The works that citations tie to any of these: what is wanted by name where one is chosen. */
export function worksTiedTo(
  ids: readonly string[],
  { discs, ties }: ClusterMap,
): readonly string[] {
  const works = new Set(discs.filter(({ kind }) => kind === 'STUDY').map(({ id }) => id));
  return ties
    .filter(({ from, to }) => ids.includes(from) !== ids.includes(to))
    .map(({ from, to }) => (ids.includes(from) ? to : from))
    .filter((id) => works.has(id));
}

/** The room that the discs take. */
export function boundsOf({ discs }: ClusterMap): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  if (discs.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const least = (edge: (disc: Disc) => number): number => Math.min(...discs.map(edge));
  const x = least((disc) => disc.x - disc.radius);
  const y = least((disc) => disc.y - disc.radius);
  const right = -least((disc) => -disc.x - disc.radius);
  const bottom = -least((disc) => -disc.y - disc.radius);
  return { x, y, width: right - x, height: bottom - y };
}

/** The disc at a point; of several the smallest, which else could never be reached. */
export function discAt({ discs }: ClusterMap, { x, y }: Point, reach: number): Disc | null {
  const near = discs
    .filter((disc) => Math.hypot(disc.x - x, disc.y - y) <= Math.max(disc.radius, reach))
    .toSorted((a, b) => a.radius - b.radius);
  return near[0] ?? null;
}

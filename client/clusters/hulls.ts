import type { Point } from './point.ts';

const AROUND = 12;
const CORNERS = 8;

/** The smallest convex shape around discs, with some room (Andrew's monotone chain). */
export function hullAround(
  discs: readonly (Point & { readonly radius: number })[],
): readonly Point[] {
  const points = discs
    .flatMap(({ x, y, radius }) =>
      Array.from({ length: CORNERS }, (_, corner) => {
        const angle = (2 * Math.PI * corner) / CORNERS;
        const away = radius + AROUND;
        return { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) };
      }),
    )
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...half(points), ...half(points.toReversed())];
}

/** One side of the shape, without its last corner, with which the other begins. */
function half(points: readonly Point[]): readonly Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (a === undefined || b === undefined) return 0;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

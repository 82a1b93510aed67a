import type { Point } from './point.ts';

/** A line between two discs, as a path; its head is a shape of its own. */
export interface Curve {
  readonly path: string;
  readonly head: string;
}

type Round = Point & { readonly radius: number };

/** How far a curve leaves the straight line, as a share of its length. */
const BOW = 0.14;

/** A curve from the edge of one disc to the edge of another; the way back bows to the other side. */
export function curveBetween(from: Round, to: Round, width: number): Curve {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 - y * BOW, y: (from.y + to.y) / 2 + x * BOW };
  const start = onEdge(from, control, 0);
  const length = Math.min(4 + 1.6 * width, Math.hypot(x, y) / 3);
  const end = onEdge(to, control, length);
  const tip = onEdge(to, control, 0);
  const side = { x: -(tip.y - end.y) * 0.62, y: (tip.x - end.x) * 0.62 };
  return {
    path: `M${at(start)}Q${at(control)} ${at(end)}`,
    head: `M${at(tip)}L${at({ x: end.x + side.x, y: end.y + side.y })}L${at({ x: end.x - side.x, y: end.y - side.y })}Z`,
  };
}

function onEdge({ x, y, radius }: Round, towards: Point, more: number): Point {
  const away = Math.hypot(towards.x - x, towards.y - y) || 1;
  const part = (radius + more) / away;
  return { x: x + (towards.x - x) * part, y: y + (towards.y - y) * part };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

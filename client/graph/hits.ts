import type { Link, Picture } from '../trail/picture.ts';
import { BEAD } from './blocks.ts';
import type { Layout, Rectangle } from './layout.ts';
import { wayOf } from './routes.ts';
import type { Line, Point } from './routes.ts';
import { isDrawn } from './shown.ts';

/** What is under the pointer. */
export interface Hit {
  readonly kind: 'node' | 'link' | 'stub';
  /** Of a stub: the thing that it stands beside. */
  readonly id: string;
}

/** How near to a line the pointer is over it. */
const REACH = 6;

/** What a point of the picture is over, the topmost first; a line within reach of it. */
export function hitAt(picture: Picture, layout: Layout, point: Point, zoom: number): Hit | null {
  const drawn = isDrawn(picture);
  const stub = picture.stubs.find(
    ({ id, of }) => drawn(of) && holds(layout.stubs.get(id), point, 3 / zoom),
  );
  if (stub !== undefined) return { kind: 'stub', id: stub.of };
  const near = Math.max(BEAD / 2, 7 / zoom);
  const bead = picture.beads.find(({ id }) => {
    const middle = layout.beads.get(id);
    return drawn(id) && middle !== undefined && distance(middle, point) <= near;
  });
  if (bead !== undefined) return { kind: 'node', id: bead.id };
  const card = picture.cards.find(({ id }) => drawn(id) && holds(layout.boxes.get(id), point, 0));
  if (card !== undefined) return { kind: 'node', id: card.id };
  const link = nearestLink(picture, layout, point, REACH / zoom);
  return link === null ? null : { kind: 'link', id: link.id };
}

function nearestLink(picture: Picture, layout: Layout, point: Point, reach: number): Link | null {
  const drawn = isDrawn(picture);
  let best: Link | null = null;
  let least = reach;
  for (const link of picture.links) {
    const line = layout.lines.get(link.id);
    if (line === undefined || !drawn(link)) continue;
    const away = distanceTo(line, point);
    if (away < least) [best, least] = [link, away];
  }
  return best;
}

function holds(box: Rectangle | undefined, { x, y }: Point, more: number): boolean {
  if (box === undefined) return false;
  const across = x >= box.x - more && x <= box.x + box.width + more;
  return across && y >= box.y - more && y <= box.y + box.height + more;
}

function distanceTo(line: Line, point: Point): number {
  const points = wayOf(line);
  return points.reduce((least, from, index) => {
    const to = points[index + 1];
    return to === undefined ? least : Math.min(least, toSegment(point, from, to));
  }, Infinity);
}

function toSegment(point: Point, from: Point, to: Point): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = x ** 2 + y ** 2;
  const along = length === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / length;
  const part = Math.max(0, Math.min(1, along));
  return distance(point, { x: from.x + x * part, y: from.y + y * part });
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

import { BEAD } from './blocks.ts';
import type { Placement } from './layout.ts';
import type { Point } from './routes.ts';

/** A rectangle that is taken, and how much is to be left free above and below it. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** A place to be found: all is given but its top. */
interface Area {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

const CARD_MARGIN = 22;
const LINE_MARGIN = 8;
const BEAD_MARGIN = 4;

/** What stands in the way: cards, beads, and the level parts of lines. */
export function obstaclesOf({ boxes, beads, lines }: Placement): readonly Obstacle[] {
  const cards = [...boxes.values()].map((box) => ({ ...box, margin: CARD_MARGIN }));
  const dots = [...beads.values()].map(({ x, y }) => ({
    x: x - BEAD / 2,
    y: y - BEAD / 2,
    width: BEAD,
    height: BEAD,
    margin: BEAD_MARGIN,
  }));
  const levels = [...lines.values()].flatMap(({ points, curved }) =>
    curved ? [] : points.slice(1).flatMap((to, index) => level(points[index] ?? to, to)),
  );
  return [...cards, ...dots, ...levels];
}

function level(from: Point, to: Point): readonly Obstacle[] {
  if (Math.abs(from.y - to.y) > 0.5 || Math.abs(from.x - to.x) < 1) return [];
  const x = Math.min(from.x, to.x);
  return [{ x, y: from.y, width: Math.abs(to.x - from.x), height: 0, margin: LINE_MARGIN }];
}

/** The top nearest to the wished one at which an area is free, with a gap to what is above and below. */
export function nearestFree(
  area: Area,
  wish: number,
  gap: number,
  obstacles: readonly Obstacle[],
): number {
  const near = obstacles
    .filter((each) => each.x < area.x + area.width && area.x < each.x + each.width)
    .map((each) => {
      const margin = Math.min(gap, each.margin);
      return { first: each.y - margin - area.height, last: each.y + each.height + margin };
    })
    .toSorted((a, b) => a.first - b.first);
  // What is taken, joined where no place is left between: a top strictly within is not free.
  const taken: { first: number; last: number }[] = [];
  for (const each of near) {
    const before = taken.at(-1);
    if (before !== undefined && each.first < before.last)
      before.last = Math.max(before.last, each.last);
    else taken.push({ ...each });
  }
  const within = taken.find(({ first, last }) => first < wish && wish < last);
  if (within === undefined) return wish;
  return wish - within.first <= within.last - wish
    ? Math.floor(within.first)
    : Math.ceil(within.last);
}

/** The middle of a card or bead. */
export function middleOf({ boxes, beads }: Placement, id: string): Point | undefined {
  const box = boxes.get(id);
  if (box === undefined) return beads.get(id);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

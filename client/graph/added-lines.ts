import { BEAD } from './blocks.ts';
import type { PlacedLink } from './blocks.ts';
import type { Placement } from './layout.ts';
import { groupBy } from './ranks.ts';
import { curveEnds, ENTRY } from './routes.ts';
import type { Line, Point, Spine } from './routes.ts';

/** Where a line leaves its source for another height: before any track of the lines that were there. */
const STEP = 7;
/** How far before its beads a spine stands. */
const SPINE = 8;

interface Ends {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly bead: boolean;
}

/**
 * Draws the lines of an addition simply: one step at right angles where it leads
 * to the next column, else a curve. Items that are needed together part at a spine.
 */
export function drawAddedLines(
  placement: Placement,
  links: readonly PlacedLink[],
): { readonly lines: ReadonlyMap<string, Line>; readonly spines: readonly Spine[] } {
  const fresh = links.filter((link) => !placement.lines.has(link.id));
  const lines = new Map<string, Line>();
  const spines: Spine[] = [];
  const groups = groupBy(fresh, (link) =>
    link.kind === 'rests' && link.group !== null ? `${link.source} ${link.group}` : link.id,
  );
  for (const group of groups.values()) {
    const stepped = group.filter((link) => isStep(placement, link));
    const spine = stepped.length > 1 ? spineOf(placement, stepped) : null;
    if (spine !== null) spines.push(spine);
    for (const link of group) lines.set(link.id, lineOf(placement, link, spine));
  }
  return { lines, spines };
}

function endsOf({ boxes, beads }: Placement, id: string): Ends {
  const box = boxes.get(id);
  if (box !== undefined)
    return { left: box.x, right: box.x + box.width, y: box.y + box.height / 2, bead: false };
  const { x, y } = beads.get(id) ?? { x: 0, y: 0 };
  return { left: x - BEAD / 2, right: x + BEAD / 2, y, bead: true };
}

/** Whether a line can lead to the right without passing a column. */
function isStep(placement: Placement, link: PlacedLink): boolean {
  const [source, target] = [endsOf(placement, link.source), endsOf(placement, link.target)];
  const between = [...placement.columns.values()].some(
    (left) => left > source.right && left < target.left - ENTRY,
  );
  return target.left - source.right >= STEP && !between;
}

function spineOf(placement: Placement, links: readonly PlacedLink[]): Spine | null {
  const [first] = links;
  if (first === undefined) return null;
  const ends = links.map((link) => endsOf(placement, link.target));
  const heights = ends.map((end) => end.y);
  const source = endsOf(placement, first.source);
  return {
    group: first.group ?? '',
    x: Math.max(source.right + STEP + 2, Math.min(...ends.map((end) => end.left)) - SPINE),
    top: Math.min(...heights),
    bottom: Math.max(...heights),
    items: links.length,
    needs: first.needs ?? 0,
  };
}

function lineOf(placement: Placement, link: PlacedLink, spine: Spine | null): Line {
  const [source, target] = [endsOf(placement, link.source), endsOf(placement, link.target)];
  const under = insideWay(placement, link);
  if (under !== null) return { points: under, curved: false };
  if (!isStep(placement, link)) return { points: curveEnds(source, target), curved: true };
  const start = { x: source.right, y: source.y };
  const end = { x: target.left, y: target.y };
  if (spine !== null) {
    const middle = (spine.top + spine.bottom) / 2;
    const x = source.right + STEP;
    return {
      points: bends([
        start,
        { x, y: start.y },
        { x, y: middle },
        { x: spine.x, y: middle },
        { x: spine.x, y: end.y },
        end,
      ]),
      curved: false,
    };
  }
  const x = source.bead ? target.left - STEP : source.right + STEP;
  return { points: bends([start, { x, y: start.y }, { x, y: end.y }, end]), curved: false };
}

/** From the foot of a study down its left side to a claim that stands right under it. */
function insideWay({ boxes }: Placement, link: PlacedLink): readonly Point[] | null {
  const study = boxes.get(link.source);
  const claim = boxes.get(link.target);
  if (link.kind !== 'says' || study === undefined || claim === undefined) return null;
  const indent = claim.x - study.x;
  const below = claim.y - (study.y + study.height);
  const between = [...boxes.values()].some(
    (box) =>
      box.rank === study.rank && box.y > study.y && box.y < claim.y && box.x - study.x !== indent,
  );
  if (indent <= 0 || below < 0 || study.rank !== claim.rank || between) return null;
  const x = study.x + indent / 2;
  const y = claim.y + claim.height / 2;
  return [
    { x, y: study.y + study.height },
    { x, y },
    { x: claim.x, y },
  ];
}

/** Leaves out the points at which a line does not turn. */
function bends(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined || after === undefined) return true;
    const level = before.y === point.y && point.y === after.y;
    const upright = before.x === point.x && point.x === after.x;
    return !level && !upright;
  });
}

import type { Link } from '../trail/picture.ts';
import type { Brush } from './painter.ts';
import { detailAt, paintLines } from './painter.ts';
import { wayOf } from './routes.ts';
import type { Line, Point, Spine } from './routes.ts';
import type { SceneBox } from './scene.ts';
import { STUB_TEXT, stubText } from './stubs.ts';
import { fontOf } from './text.ts';

const LABEL = 11;

/** A short text and where it would stand. */
export interface Label {
  readonly words: string;
  readonly font: string;
  readonly box: SceneBox;
}

/** Turns a point of the picture into one of the screen. */
export type ToScreen = (point: Point) => Point;

/** The ink halo of what is chosen, or the ring of what has the focus in the Outline. */
export function paintHalo(
  { context }: Brush,
  box: SceneBox,
  colour: string,
  distance: number,
  round: boolean,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.beginPath();
  const size = [box.width + 2 * distance, box.height + 2 * distance] as const;
  const radius = round ? Math.max(...size) / 2 : 9;
  context.roundRect(box.x - distance, box.y - distance, ...size, radius);
  context.stroke();
}

/** The bracket that binds the items of one line of evidence. */
export function paintSpine(brush: Brush, spine: Spine, toScreen: ToScreen): void {
  const { context, colours, zoom } = brush;
  const top = toScreen({ x: spine.x, y: spine.top });
  const bottom = toScreen({ x: spine.x, y: spine.bottom });
  context.strokeStyle = colours.supports;
  context.lineWidth = 4 * zoom;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(top.x, top.y);
  context.lineTo(bottom.x, bottom.y);
  context.stroke();
}

/** How many of a bracket's items are needed, and where that would stand: above it. */
export function spineLabel(brush: Brush, spine: Spine, toScreen: ToScreen): Label {
  const top = toScreen({ x: spine.x, y: spine.top });
  const all = spine.needs >= spine.items || spine.needs === 0;
  const words = all ? 'all needed' : `${spine.needs} of ${spine.items} needed`;
  const font = fontOf(LABEL, 600);
  const width = brush.measure(words, font);
  const box = { x: top.x - width / 2, y: top.y - LABEL - 10, width, height: LABEL + 4 };
  return { words, font, box };
}

/** A short label on paper, so that a line under it does not cut it. */
export function paintLabel(brush: Brush, { words, font, box }: Label): void {
  const { context, colours } = brush;
  context.fillStyle = colours.paper;
  context.fillRect(box.x - 2, box.y, box.width + 4, box.height);
  paintLines(brush, [words], font, colours.quiet, box.x, box.y, box.height);
}

/** Signs on a line: a gap where it counts for nothing, a break where it is second hand, a cross where it stands against. */
export function paintLineSigns(brush: Brush, link: Link, line: Line, toScreen: ToScreen): void {
  const against = link.stance === 'contradicts' && link.kind !== 'cites';
  if (!against && !link.secondHand && !link.void) return;
  const part = longestPart(wayOf(line));
  if (part === null) return;
  const [from, to] = [toScreen(part[0]), toScreen(part[1])];
  const { context, colours, zoom } = brush;
  const size = Math.max(3, 4 * zoom);
  context.save();
  context.translate((from.x + to.x) / 2, (from.y + to.y) / 2);
  context.lineWidth = link.void ? 1.5 : 2;
  context.strokeStyle = against ? colours.contradicts : colours.supports;
  if (link.void) context.strokeStyle = colours.mentions;
  if (link.void || link.secondHand) {
    // The break stands across the line, whichever way that runs.
    context.rotate(Math.atan2(to.y - from.y, to.x - from.x));
    context.fillStyle = colours.paper;
    context.fillRect(-size, -size, 2 * size, 2 * size);
    const slant = link.void ? 0 : 2;
    strokeEach(context, [
      [-size - slant, size, -size + slant, -size],
      [size - slant, size, size + slant, -size],
    ]);
  }
  if (against && !link.secondHand) {
    const shift = link.void ? 3 * size : 0;
    strokeEach(context, [
      [shift - size, -size, shift + size, size],
      [shift + size, -size, shift - size, size],
    ]);
  }
  context.restore();
}

function strokeEach(
  context: CanvasRenderingContext2D,
  strokes: readonly (readonly [number, number, number, number])[],
): void {
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of strokes) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
}

/** The longest straight part of a line: the best place for a sign on it. */
export function longestPart(points: readonly Point[]): readonly [Point, Point] | null {
  let best: readonly [Point, Point] | null = null;
  let length = 0;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) break;
    const distance = Math.abs(next.x - point.x) + Math.abs(next.y - point.y);
    if (distance > length) [best, length] = [[point, next], distance];
  }
  return best;
}

/** The number in a pill; its body is drawn with the cards. */
export function paintStub(brush: Brush, count: number, box: SceneBox): void {
  const { zoom, colours, measure } = brush;
  const legible = detailAt(zoom) !== 'signs';
  const words = legible ? stubText(count) : '+';
  const font = fontOf(
    legible ? Math.min(STUB_TEXT, STUB_TEXT * zoom) : Math.max(6, box.height),
    600,
  );
  const left = box.x + (box.width - measure(words, font)) / 2;
  paintLines(brush, [words], font, colours.ink, left, box.y, box.height);
}

/** The part of a place that tells two lines of one document apart: “line 5”. */
export function shortPlace(place: string | null): string | null {
  if (place === null) return null;
  return /\b(?:line|page|pages|pp?\.)\s*[\w–-]+/u.exec(place)?.[0] ?? null;
}

/** What the label of a bead says, and where it would stand: under it, in the middle. */
export function beadLabel(brush: Brush, words: string, bead: SceneBox): Label {
  const font = fontOf(LABEL);
  const width = brush.measure(words, font);
  const x = bead.x + bead.width / 2 - width / 2;
  return { words, font, box: { x, y: bead.y + bead.height + 2, width, height: LABEL + 3 } };
}

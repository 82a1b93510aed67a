import type { Link } from '../trail/picture.ts';
import type { Brush } from './painter.ts';
import { paintLines } from './painter.ts';
import type { Line, Point, Spine } from './routes.ts';
import type { SceneBox } from './scene.ts';
import { fontOf } from './text.ts';

const LABEL = 11;

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

/** The bracket that binds the items of one line of evidence, and how many are needed. */
export function paintSpine(brush: Brush, spine: Spine, toScreen: ToScreen): SceneBox | null {
  const { context, colours, zoom, measure } = brush;
  const top = toScreen({ x: spine.x, y: spine.top });
  const bottom = toScreen({ x: spine.x, y: spine.bottom });
  context.strokeStyle = colours.supports;
  context.lineWidth = 4 * zoom;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(top.x, top.y);
  context.lineTo(bottom.x, bottom.y);
  context.stroke();
  if (zoom < 0.6) return null;
  const all = spine.needs >= spine.items || spine.needs === 0;
  const words = all ? 'all needed' : `${spine.needs} of ${spine.items} needed`;
  const font = fontOf(LABEL, 600);
  const width = measure(words, font);
  const box = { x: top.x - width / 2, y: top.y - LABEL - 10, width, height: LABEL + 4 };
  paintLabel(brush, words, font, box);
  return box;
}

/** A short label on paper, so that a line under it does not cut it. */
export function paintLabel(brush: Brush, words: string, font: string, box: SceneBox): void {
  const { context, colours } = brush;
  context.fillStyle = colours.paper;
  context.fillRect(box.x - 2, box.y, box.width + 4, box.height);
  paintLines(brush, [words], font, colours.quiet, box.x, box.y, box.height);
}

/** Signs on a line: a break where it is second hand, a cross where it stands against. */
export function paintLineSigns(brush: Brush, link: Link, line: Line, toScreen: ToScreen): void {
  const against = link.stance === 'contradicts' && link.kind !== 'cites';
  if (!against && !link.secondHand) return;
  const [a, b] = longestPart(line);
  if (a === undefined || b === undefined) return;
  const [from, to] = [toScreen(a), toScreen(b)];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const { context, colours, zoom } = brush;
  const size = Math.max(3, 4 * zoom);
  context.lineWidth = 2;
  context.strokeStyle = against ? colours.contradicts : colours.supports;
  if (link.secondHand) {
    context.fillStyle = colours.paper;
    context.fillRect(middle.x - size, middle.y - size, 2 * size, 2 * size);
    context.beginPath();
    for (const shift of [-size, size]) {
      context.moveTo(middle.x + shift - 2, middle.y + size);
      context.lineTo(middle.x + shift + 2, middle.y - size);
    }
    context.stroke();
    return;
  }
  context.beginPath();
  context.moveTo(middle.x - size, middle.y - size);
  context.lineTo(middle.x + size, middle.y + size);
  context.moveTo(middle.x + size, middle.y - size);
  context.lineTo(middle.x - size, middle.y + size);
  context.stroke();
}

/** The longest straight part of a line: the best place for a sign on it. */
export function longestPart({ points }: Line): readonly (Point | undefined)[] {
  let best: readonly [Point, Point] | readonly [] = [];
  let length = 0;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) break;
    const distance = Math.abs(next.x - point.x) + Math.abs(next.y - point.y);
    if (distance > length) [best, length] = [[point, next], distance];
  }
  return best;
}

/** The part of a place that tells two lines of one document apart: “line 5”. */
export function shortPlace(place: string | null): string | null {
  if (place === null) return null;
  return /\b(?:line|page|pages|pp?\.)\s*[\w–-]+/u.exec(place)?.[0] ?? null;
}

/** Where the label of a bead would stand: under it, in the middle. */
export function beadLabelBox(brush: Brush, words: string, bead: SceneBox): SceneBox {
  const width = brush.measure(words, fontOf(LABEL));
  return {
    x: bead.x + bead.width / 2 - width / 2,
    y: bead.y + bead.height + 2,
    width,
    height: LABEL + 3,
  };
}

/** The font of the labels of beads. */
export function beadLabelFont(): string {
  return fontOf(LABEL);
}

/** Whether two boxes share any point. */
export function overlap(a: SceneBox, b: SceneBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

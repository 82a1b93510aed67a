import { longestPart, shortPlace } from '../graph/marks.ts';
import { wayOf } from '../graph/routes.ts';
import type { Line, Point, Spine } from '../graph/routes.ts';
import type { Measure } from '../graph/text.ts';
import { VERDICT_GLYPHS } from '../language/glyphs.ts';
import { VERDICT_WORDS } from '../language/words.ts';
import type { Bead, Link } from '../trail/picture.ts';
import type { Frame } from './frames.ts';
import { fontFor, named, PAPER, sign, textLine } from './pen.ts';
import type { Setting } from './pen.ts';
import { element, round } from './xml.ts';
import type { Markup } from './xml.ts';

type Head = 'triangle' | 'tee' | 'diamond' | 'vee' | 'none';

/** How a line is drawn: by the way in which one thing bears on the other. */
export interface LineLook {
  readonly colour: string;
  readonly width: number;
  readonly dashes?: string;
  readonly head: Head;
}

const LOOKS = {
  supports: { colour: PAPER.supports, width: 2, head: 'triangle' },
  contradicts: { colour: PAPER.contradicts, width: 2.5, head: 'tee' },
  qualifies: { colour: PAPER.qualifies, width: 2, dashes: '7 4', head: 'diamond' },
  mentions: { colour: PAPER.mentions, width: 1, dashes: '1 3', head: 'none' },
  restates: { colour: PAPER.mentions, width: 1.25, head: 'vee' },
  says: { colour: PAPER.line, width: 1.5, head: 'none' },
} as const satisfies Readonly<Record<string, LineLook>>;

/** The look of a line, by its name in the legend. */
export function lookNamed(name: keyof typeof LOOKS): LineLook {
  return LOOKS[name];
}

/** The look of a link. */
export function lookOf({ kind, stance, own }: Link): LineLook {
  if (kind === 'says') return own ? { ...LOOKS.supports, head: 'none' } : LOOKS.says;
  return kind === 'restates' ? LOOKS.restates : LOOKS[stance];
}

/** How much of a line its head takes. */
const HEAD_LENGTH: Readonly<Record<Head, number>> = {
  triangle: 8,
  tee: 1,
  diamond: 11,
  vee: 1,
  none: 0,
};
const CORNER = 6;
const BULGE = 48;
/** What counts for nothing stays to be seen, faintly. */
const FAINT = 0.35;

/** One line with its head, and the signs that say it is against, or second hand. */
export function lineOf(link: Link, line: Line, leadsToBead: boolean): Markup {
  const look = lookOf(link);
  // A line that goes on through a bead has its head at the study behind it.
  const head = leadsToBead ? 'none' : look.head;
  const points = line.curved ? curvePoints(line.points) : line.points;
  const against = link.stance === 'contradicts' && link.kind !== 'cites' && link.kind !== 'says';
  const place = link.place === null ? '' : `, ${link.place}`;
  const remark = link.void ? ' (does not count)' : link.secondHand ? ' (second hand)' : '';
  const kind = link.kind === 'rests' || link.kind === 'cites' ? link.stance : link.kind;
  return element(
    'g',
    { opacity: link.void ? FAINT : undefined },
    named(`${kind}${place}${remark}`),
    ...strokeOf(points, look, head, line.curved),
    ...(link.own ? [headAt(points[0], points[1], 'triangle', look)] : []),
    ...signsOf(line, against, link.secondHand),
  );
}

/** A line of a look with its head at its end. */
export function strokeOf(
  points: readonly Point[],
  look: LineLook,
  head: Head = look.head,
  curved = false,
): readonly Markup[] {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (tip === undefined || before === undefined) return [];
  const foot = towards(tip, before, HEAD_LENGTH[head]);
  const kept = [...points.slice(0, -1), foot];
  return [
    element('path', {
      d: curved ? curveOf(kept) : roundedPath(kept),
      fill: 'none',
      stroke: look.colour,
      'stroke-width': look.width,
      'stroke-dasharray': look.dashes,
    }),
    headAt(tip, before, head, look),
  ];
}

function headAt(
  tip: Point | undefined,
  before: Point | undefined,
  head: Head,
  { colour, width }: LineLook,
): Markup {
  if (tip === undefined || before === undefined || head === 'none') return '' as Markup;
  /** A point so far behind the tip, and so far beside the line. */
  const at = (behind: number, beside: number): string => {
    const { x, y } = towards(tip, before, behind);
    const [across, up] = [x - tip.x, y - tip.y];
    const length = Math.hypot(across, up) || 1;
    return `${round(x - (up / length) * beside)} ${round(y + (across / length) * beside)}`;
  };
  const line = { stroke: colour, 'stroke-width': width };
  const start = `${round(tip.x)} ${round(tip.y)}`;
  switch (head) {
    case 'triangle':
      return element('path', { d: `M${start}L${at(9, 4.5)}L${at(9, -4.5)}Z`, fill: colour });
    case 'tee':
      return element('path', { d: `M${at(1.5, 6)}L${at(1.5, -6)}`, ...line });
    case 'diamond':
      return element('path', {
        d: `M${start}L${at(6, 4)}L${at(12, 0)}L${at(6, -4)}Z`,
        fill: PAPER.paper,
        ...line,
        'stroke-width': 1.5,
      });
    case 'vee':
      return element('path', { d: `M${at(6, 4)}L${start}L${at(6, -4)}`, fill: 'none', ...line });
  }
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
      if (after === undefined) return `L${round(point.x)} ${round(point.y)}`;
      const radius = Math.min(CORNER, between(before, point) / 2, between(point, after) / 2);
      const [into, out] = [towards(point, before, radius), towards(point, after, radius)];
      const bend = `${round(point.x)} ${round(point.y)} ${round(out.x)} ${round(out.y)}`;
      return `L${round(into.x)} ${round(into.y)}Q${bend}`;
    })
    .join('');
}

function between(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A line that leads back or past other things bulges to its side. */
function curvePoints(points: readonly Point[]): readonly Point[] {
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined || points.length < 2) return [];
  const length = between(start, end) || 1;
  const bulge = {
    x: (start.x + end.x) / 2 - ((end.y - start.y) / length) * BULGE,
    y: (start.y + end.y) / 2 + ((end.x - start.x) / length) * BULGE,
  };
  return [start, bulge, end];
}

function curveOf(points: readonly Point[]): string {
  const [start, bulge, end] = points.map(({ x, y }) => `${round(x)} ${round(y)}`);
  return `M${start}Q${bulge} ${end}`;
}

function signsOf(line: Line, against: boolean, secondHand: boolean): readonly Markup[] {
  const part = longestPart(wayOf(line));
  if (part === null || (!against && !secondHand)) return [];
  const [from, to] = part;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const upright = Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
  return secondHand
    ? [breakAt(middle, against ? LOOKS.contradicts : LOOKS.supports, upright)]
    : [crossAt(middle)];
}

/** A cross on a line that stands against. */
export function crossAt({ x, y }: Point): Markup {
  return element('path', {
    d: `M${round(x - 4)} ${round(y - 4)}l8 8m0 -8l-8 8`,
    stroke: PAPER.contradicts,
    'stroke-width': 2,
  });
}

/** A break in a line: known through another source only. */
export function breakAt({ x, y }: Point, { colour }: LineLook, upright = false): Markup {
  return element(
    'g',
    { transform: upright ? `rotate(90 ${round(x)} ${round(y)})` : undefined },
    element('rect', { x: x - 4, y: y - 5, width: 8, height: 10, fill: PAPER.paper }),
    element('path', {
      d: `M${round(x - 6)} ${round(y + 5)}l4 -10m4 10l4 -10`,
      fill: 'none',
      stroke: colour,
      'stroke-width': 2,
    }),
  );
}

const LABEL: Setting = { size: 11, colour: PAPER.quiet };
const BOUND: Setting = { size: 11, bold: true, colour: PAPER.quiet };

/** The bracket that binds what is needed together, and how many of it are needed. */
export function spineOf(
  { x, top, bottom, needs, items }: Spine,
  measure: Measure,
): { readonly drawn: Markup; readonly label: Frame } {
  const words = needs >= items || needs === 0 ? 'all needed' : `${needs} of ${items} needed`;
  const width = measure(words, fontFor(BOUND));
  const label = { x: x - width / 2, y: top - 21, width, height: 15 };
  const drawn = element(
    'g',
    {},
    element('path', {
      d: `M${round(x)} ${round(top)}V${round(bottom)}`,
      stroke: PAPER.supports,
      'stroke-width': 4,
      'stroke-linecap': 'round',
    }),
    ...onPaper(words, label, BOUND, measure),
  );
  return { drawn, label };
}

/** A citation: what a reader found who opened the source; empty where nobody has looked. */
export function beadOf(bead: Bead, middle: Point, radius: number): Markup {
  const { verdict } = bead;
  const found = verdict === null ? 'not checked' : VERDICT_WORDS[verdict];
  const size = radius * 1.6;
  const corner = { x: middle.x - size / 2, y: middle.y - size / 2 };
  return element(
    'g',
    {},
    named([bead.label, bead.place, found].filter((part) => part !== null).join('; ')),
    element('circle', {
      cx: middle.x,
      cy: middle.y,
      r: radius,
      fill: PAPER.paper,
      stroke: PAPER.supports,
      'stroke-width': 1.5,
    }),
    ...(verdict === null
      ? []
      : [sign(VERDICT_GLYPHS[verdict], corner.x, corner.y, size, PAPER.ink)]),
  );
}

/** The place in the text, under a bead, and the room that it takes; null where it is not known. */
export function beadLabelOf(
  { place }: Bead,
  middle: Point,
  radius: number,
  measure: Measure,
): { readonly drawn: readonly Markup[]; readonly label: Frame } | null {
  const words = shortPlace(place);
  if (words === null) return null;
  const width = measure(words, fontFor(LABEL));
  const label = { x: middle.x - width / 2, y: middle.y + radius + 2, width, height: 14 };
  return { drawn: onPaper(words, label, LABEL, measure), label };
}

/** A short label on paper, so that a line under it does not cut it. */
function onPaper(words: string, box: Frame, setting: Setting, measure: Measure): readonly Markup[] {
  const { x, y, width, height } = box;
  return [
    element('rect', { x: x - 2, y, width: width + 4, height, fill: PAPER.paper }),
    textLine(words, x, y + height / 2, setting, measure),
  ];
}

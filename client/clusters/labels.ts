import type { SceneBox } from '../graph/scene.ts';
import { overlap, spaceWith } from '../graph/labels.ts';
import { fontOf, wrap } from '../graph/text.ts';
import type { Measure } from '../graph/text.ts';
import type { ClusterMap, Disc } from './map.ts';

/** Text at a disc, in pixels of the screen before panning. */
export interface DiscLabel {
  readonly id: string;
  readonly lines: readonly string[];
  /** The middle of the text. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly box: SceneBox;
  /** Whether it is the whole label, and not a sign that stands for it. */
  readonly isName: boolean;
}

const TEXT = 12;
const LEADING = 14;
/** Of what is said at a disc. */
export const BADGE_TEXT = 11;
/** In pixels of the screen, of a work. */
const LARGE = 9;
/** More names of works than this would hide what they are about. */
const MOST_NAMES = 24;
const MOST_LINES = 4;
const BESIDE = 150;
/** The narrower, the less it reaches over what is beside. */
const ACROSS = [100, 124] as const;
const GAP = 4;
/** Between the terms of a label; the mark stays on the line of the term before it. */
const SEPARATOR = ' · ';
/** A word joiner: lines are broken at any space, at one that is not to be broken, too. */
const BINDING = '\u2060';

/**
 * The labels that can be read at a zoom: inside discs where they fit, else beside them
 * where there is room, else across them, from the most important: those that come first,
 * in their order, then the largest. None lies on another;
 * one beside a disc lies on no other disc, one across it on the middle of none.
 * @param room what those beside discs stay within, in pixels of the screen before panning; null: anywhere.
 */
export function labelsOf(
  { discs }: ClusterMap,
  zoom: number,
  first: readonly string[],
  badges: ReadonlyMap<string, string>,
  measure: Measure,
  room: SceneBox | null = null,
): readonly DiscLabel[] {
  const labels: DiscLabel[] = [];
  // A name may lie on small discs, which are many, but on none that is large enough to be looked at.
  const large = discs.filter(({ kind, radius }) => kind === 'CLUSTER' || radius * zoom > LARGE);
  const said = discs.flatMap((disc) => {
    const words = badges.get(disc.id);
    return words === undefined ? [] : [badgeBox(disc, words, zoom, measure)];
  });
  const space = spaceWith([...large.map((disc) => discBox(disc, zoom)), ...said]);
  const places = new Map(first.map((id, place) => [id, place]));
  const placeOf = ({ id }: Disc): number => places.get(id) ?? first.length;
  const ordered = discs.toSorted((a, b) => placeOf(a) - placeOf(b) || b.radius - a.radius);
  const crossing: SceneBox[] = [];
  let names = 0;
  for (const disc of ordered) {
    if (disc.kind === 'STUDY' && names === MOST_NAMES) break;
    const fitting = insideOf(disc, zoom, measure);
    const inside = fitting !== null && isClear(fitting.box, crossing) ? fitting : null;
    const isFree = ({ box }: DiscLabel): boolean =>
      (room === null || isWithin(box, room)) && isClear(box, crossing) && space.take(box);
    const beside = inside ?? besideOf(disc, zoom, measure).find(isFree) ?? null;
    const across =
      beside === null && disc.kind === 'CLUSTER'
        ? acrossOf(disc, zoom, measure, [
            ...large.flatMap((other) => (other === disc ? [] : [middleOf(other, zoom)])),
            ...labels.map(({ box }) => box),
            ...said,
          ])
        : null;
    if (across !== null) crossing.push(across.box);
    const label = beside ?? across;
    if (label !== null) {
      labels.push(label);
      names += 1;
    }
    if (inside === null && across === null) {
      const sign = signOf(disc, zoom, measure);
      if (sign !== null) labels.push(sign);
    }
  }
  return labels;
}

/** Where stands what is said at a disc: up and to the right of it. */
export function badgeBox(
  { x, y, radius }: Disc,
  words: string,
  zoom: number,
  measure: Measure,
): SceneBox {
  const away = radius * zoom * Math.SQRT1_2;
  const width = measure(words, fontOf(BADGE_TEXT, 600)) + 4;
  return { x: x * zoom + away, y: y * zoom - away - LEADING, width, height: LEADING };
}

function discBox({ x, y, radius }: Disc, zoom: number): SceneBox {
  // A circle leaves its corners free.
  const half = radius * zoom * 0.8;
  return { x: x * zoom - half, y: y * zoom - half, width: 2 * half, height: 2 * half };
}

/** Where the number of a disc stands. */
function middleOf({ x, y }: Disc, zoom: number): SceneBox {
  return { x: x * zoom - 7, y: y * zoom - 5, width: 14, height: 10 };
}

function isClear(box: SceneBox, others: readonly SceneBox[]): boolean {
  return others.every((other) => !overlap(other, box));
}

function isWithin(box: SceneBox, room: SceneBox): boolean {
  return (
    box.x >= room.x &&
    box.y >= room.y &&
    box.x + box.width <= room.x + room.width &&
    box.y + box.height <= room.y + room.height
  );
}

function insideOf(disc: Disc, zoom: number, measure: Measure): DiscLabel | null {
  const across = 2 * disc.radius * zoom;
  if (across < 48) return null;
  const middle = { x: disc.x * zoom, y: disc.y * zoom };
  for (const words of shorterAndShorter(disc.label)) {
    const lines = linesOf(words, 0.9 * across, MOST_LINES, measure);
    // Its corners are to be within the circle.
    const diagonal = Math.hypot(widthOf(lines, measure), lines.length * LEADING - 4);
    if (isWhole(lines) && diagonal <= across) return labelAt(disc, lines, middle, measure);
  }
  return null;
}

function isWhole(lines: readonly string[]): boolean {
  return lines.every((line) => !line.endsWith('…'));
}

/** A label with all its terms, and with fewer: the first say most. */
function shorterAndShorter(label: string): readonly string[] {
  const terms = label.split(SEPARATOR);
  return terms.map((_, left) => terms.slice(0, terms.length - left).join(SEPARATOR));
}

/** Words in lines, none of which begins with what separates terms. */
function linesOf(words: string, width: number, most: number, measure: Measure): readonly string[] {
  const bound = words.replaceAll(SEPARATOR, `${BINDING}· `);
  const lines = wrap(bound, fontOf(TEXT, 600), width, most, measure);
  return lines.map((line) => line.replaceAll(BINDING, ' '));
}

/** The first term across a disc that is too small for it, where it reaches none of the others. */
function acrossOf(
  disc: Disc,
  zoom: number,
  measure: Measure,
  others: readonly SceneBox[],
): DiscLabel | null {
  if (disc.radius * zoom < 16) return null;
  const [first = ''] = disc.label.split(SEPARATOR);
  for (const width of ACROSS) {
    const lines = linesOf(first, width, MOST_LINES, measure);
    const label = labelAt(disc, lines, { x: disc.x * zoom, y: disc.y * zoom }, measure);
    if (isWhole(lines) && isClear(label.box, others)) return label;
  }
  return null;
}

/** Places around a disc: below, above, to its right and left, then at its corners. */
function besideOf(disc: Disc, zoom: number, measure: Measure): readonly DiscLabel[] {
  const wrapped = shorterAndShorter(disc.label).map((words) => linesOf(words, BESIDE, 2, measure));
  const lines = wrapped.find(isWhole) ?? wrapped[0] ?? [];
  const width = widthOf(lines, measure);
  const height = lines.length * LEADING;
  const [x, y, radius] = [disc.x * zoom, disc.y * zoom, disc.radius * zoom];
  const [across, down] = [radius + GAP + width / 2, radius + GAP + height / 2];
  const corner = 0.72;
  const ways = [
    [0, 1],
    [0, -1],
    [1, 0],
    [-1, 0],
    [corner, corner],
    [-corner, corner],
    [corner, -corner],
    [-corner, -corner],
  ] as const;
  return ways.map(([right, below]) =>
    labelAt(disc, lines, { x: x + right * across, y: y + below * down }, measure),
  );
}

/** The number of a disc that is large enough for it. */
function signOf(disc: Disc, zoom: number, measure: Measure): DiscLabel | null {
  if (disc.sign === '' || disc.radius * zoom < 8) return null;
  const place = { x: disc.x * zoom, y: disc.y * zoom };
  return { ...labelAt(disc, [disc.sign], place, measure), isName: false };
}

function labelAt(
  { id }: Disc,
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  measure: Measure,
): DiscLabel {
  const width = widthOf(lines, measure) + 4;
  const height = lines.length * LEADING;
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  return { id, lines, x, y, size: TEXT, box, isName: true };
}

function widthOf(lines: readonly string[], measure: Measure): number {
  return Math.max(0, ...lines.map((line) => measure(line, fontOf(TEXT, 600))));
}

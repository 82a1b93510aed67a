import { shorten } from '../language/words.ts';
import type { Card, Picture } from '../trail/picture.ts';
import type { SceneBox } from './scene.ts';
import type { Measure } from './text.ts';
import { fontOf } from './text.ts';

/** A name beside a card that is too small to hold it. */
export interface Tag {
  readonly words: string;
  readonly box: SceneBox;
}

/** The font of tags. */
export const TAG_FONT = fontOf(11, 600);
const TAG_HEIGHT = 15;
const TAG_LETTERS = 26;
const AWAY = 3;

/** Boxes of the screen that are taken; it is asked for each label, from the most important. */
export interface TakenSpace {
  /** Takes a box if it is free. */
  readonly take: (box: SceneBox) => boolean;
}

const CELL = 64;

/** Space with some boxes taken; kept in squares, so that each question looks at what is near. */
export function spaceWith(boxes: Iterable<SceneBox>): TakenSpace {
  const squares = new Map<string, SceneBox[]>();
  const squaresOf = ({ x, y, width, height }: SceneBox): readonly string[] => {
    const keys: string[] = [];
    for (let across = Math.floor(x / CELL); across <= Math.floor((x + width) / CELL); across += 1)
      for (let down = Math.floor(y / CELL); down <= Math.floor((y + height) / CELL); down += 1)
        keys.push(`${across} ${down}`);
    return keys;
  };
  const put = (box: SceneBox): void => {
    for (const key of squaresOf(box)) {
      const square = squares.get(key);
      if (square === undefined) squares.set(key, [box]);
      else square.push(box);
    }
  };
  for (const box of boxes) put(box);
  return {
    take: (box) => {
      const free = squaresOf(box).every(
        (key) => squares.get(key)?.every((other) => !overlap(other, box)) ?? true,
      );
      if (free) put(box);
      return free;
    },
  };
}

/** Cards from the most important: chosen, the root, what fell, what is contested, what leads to most. */
export function byImportance(picture: Picture, chosen: readonly string[]): readonly Card[] {
  const degrees = new Map<string, number>();
  for (const { source, target } of picture.links)
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const weight = (card: Card): number => {
    if (chosen.includes(card.id)) return 4e6;
    if (card.id === picture.root) return 3e6;
    if (card.before !== null || card.withdrawn) return 2e6;
    return (card.contested ? 1e6 : 0) + (degrees.get(card.id) ?? 0);
  };
  const weights = new Map(picture.cards.map((card) => [card, weight(card)]));
  return picture.cards.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

/** Puts a name beside a card, where there is room: below, above, to its right or its left. */
export function placeTag(
  card: Card,
  box: SceneBox,
  space: TakenSpace,
  measure: Measure,
): Tag | null {
  const words = shorten(card.label, TAG_LETTERS);
  const width = measure(words, TAG_FONT) + 4;
  const middle = box.x + (box.width - width) / 2;
  const level = box.y + (box.height - TAG_HEIGHT) / 2;
  const places = [
    { x: middle, y: box.y + box.height + AWAY },
    { x: middle, y: box.y - TAG_HEIGHT - AWAY },
    { x: box.x + box.width + AWAY, y: level },
    { x: box.x - width - AWAY, y: level },
  ];
  for (const place of places) {
    const wanted = { ...place, width, height: TAG_HEIGHT };
    if (space.take(wanted)) return { words, box: wanted };
  }
  return null;
}

/** Whether two boxes share any point. */
export function overlap(a: SceneBox, b: SceneBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

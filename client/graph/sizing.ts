import type { Card, Picture } from '../trail/picture.ts';
import { addTo, drawableLinks, ranksAround } from './additions.ts';
import { rankCards } from './blocks.ts';
import type { LayoutInput } from './blocks.ts';
import { layOut } from './layout.ts';
import type { Layout, Placement, Rectangle } from './layout.ts';
import { placeStubs } from './stubs.ts';
import { fontOf, wrap } from './text.ts';
import type { Measure } from './text.ts';

/** The room that a picture is laid out for. */
export interface Space {
  readonly width: number;
  readonly height: number;
}

/** The size of the text in a card that is drawn at its own size. */
export const TEXT = 13;
/** The distance from line to line. */
export const LEADING = 17;
/** The height of the row that holds the standing. */
export const STATUS_ROW = 22;
/** The space between a card's edge and its text. */
export const INSET = 10;

const NARROWEST = 148;
const WIDEST = 264;
const MARGIN = 40;
const USUAL_GAP = 92;
/** Places are whole numbers: a layout that fits may be taller by as much. */
const ROUNDING = 8;

/** A picture without its additions, placed; and how cards are sized in it. */
interface Ground {
  readonly placement: Placement;
  readonly apart: ReadonlySet<string>;
  readonly cardWidth: number;
  /** The most lines of text in a card. */
  readonly lines: number;
}

/**
 * Lays a picture out for a space: cards as wide as the columns allow, and as
 * many lines of text as the height allows. What was added is placed around that,
 * one addition after the other, and moves nothing; where it stood in a former
 * layout, it stands again.
 */
export function layOutFor(
  picture: Picture,
  space: Space,
  measure: Measure,
  former: Placement | null = null,
): Layout {
  const added = new Set(picture.additions.flatMap(({ ids }) => ids));
  const ground = layOutGround(
    pictureOfSome(picture, (id) => !added.has(id)),
    space,
    measure,
  );
  const apart = new Set(ground.apart);
  const there = new Set([...ground.placement.boxes.keys(), ...ground.placement.beads.keys()]);
  let placement = ground.placement;
  for (const { around, ids } of picture.additions) {
    const fresh = new Set(ids.filter((id) => !there.has(id)));
    for (const id of fresh) there.add(id);
    const part = pictureOfSome(picture, (id) => fresh.has(id));
    const bare = inputOf(part, () => 0, ground.cardWidth);
    const addition = { ...bare, around, links: drawableLinks(picture.links, there) };
    const ranks = ranksAround(placement, addition);
    for (const id of claimsApart({ ...part, links: addition.links }, ranks)) apart.add(id);
    const height = (card: Card): number =>
      heightOf(card, apart, ground.cardWidth, ground.lines, measure);
    const { cards } = inputOf(part, height, ground.cardWidth);
    placement = addTo(placement, { ...addition, cards }, ranks, former);
  }
  const stubs = placeStubs(picture.stubs, placement, measure);
  return { ...placement, stubs, apart, bounds: boundsOf(placement, stubs) };
}

function layOutGround(picture: Picture, space: Space, measure: Measure): Ground {
  const ranks = rankCards(inputOf(picture, () => 0, WIDEST));
  const apart = claimsApart(picture, ranks);
  const columns = Math.max(0, ...ranks.values()) + 1;
  let widthSoFar = space.width;
  const layWith = (width: number, lines: number): Placement => {
    const height = (card: Card): number => heightOf(card, apart, width, lines, measure);
    return layOut({ ...inputOf(picture, height, width), most: mostOf(space, widthSoFar) });
  };
  const room = space.width - MARGIN - (columns - 1) * USUAL_GAP;
  let width = clamp(Math.floor(room / columns));
  const first = layWith(width, 1);
  widthSoFar = first.width;
  width = clamp(Math.floor(width + (space.width - MARGIN - first.width) / columns));
  for (const lines of [5, 4, 3, 2]) {
    const placement = layWith(width, lines);
    widthSoFar = placement.width;
    const fits = placement.height <= mostOf(space, placement.width) + ROUNDING;
    if (fits) return { placement, apart, cardWidth: width, lines };
  }
  return { placement: layWith(width, 1), apart, cardWidth: width, lines: 1 };
}

/** Some of the cards and beads of a picture, and the links between them. */
function pictureOfSome(picture: Picture, wanted: (id: string) => boolean): Picture {
  return {
    ...picture,
    cards: picture.cards.filter((card) => wanted(card.id)),
    beads: picture.beads.filter((bead) => wanted(bead.id)),
    links: picture.links.filter((link) => wanted(link.source) && wanted(link.target)),
  };
}

/** The height that fits a space when the width does. */
function mostOf(space: Space, width: number): number {
  return (space.height - MARGIN) / Math.min(1, (space.width - MARGIN) / width);
}

/** Claims that stand in another column than the studies that say them, and so name them themselves. */
export function claimsApart(
  picture: Picture,
  ranks: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const near = new Set(
    picture.links
      .filter(
        ({ kind, source, target }) => kind === 'says' && ranks.get(source) === ranks.get(target),
      )
      .map((link) => link.target),
  );
  const claims = picture.cards.filter((card) => card.kind === 'CLAIM' && !near.has(card.id));
  return new Set(claims.map((card) => card.id));
}

function clamp(width: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, width));
}

function inputOf(picture: Picture, height: (card: Card) => number, cardWidth: number): LayoutInput {
  return {
    cards: picture.cards.map((card) => ({ id: card.id, kind: card.kind, height: height(card) })),
    beads: picture.beads.map((bead) => bead.id),
    links: picture.links,
    cardWidth,
  };
}

function heightOf(
  card: Card,
  apart: ReadonlySet<string>,
  width: number,
  most: number,
  measure: Measure,
): number {
  if (card.kind === 'STUDY') return most > 1 || card.caption === '' ? 46 : 30;
  const font = fontOf(TEXT);
  const lines = wrap(card.label, font, width - 16 - 2 * INSET, most, measure).length;
  const caption = !apart.has(card.id) || card.caption === '' || most === 1 ? 0 : LEADING;
  return STATUS_ROW + lines * LEADING + caption + INSET - 2;
}

function boundsOf(placement: Placement, stubs: ReadonlyMap<string, Rectangle>): Rectangle {
  const all = [...placement.boxes.values(), ...stubs.values()];
  const x = Math.min(0, ...all.map((box) => box.x));
  const y = Math.min(0, ...all.map((box) => box.y));
  const right = Math.max(placement.width, ...all.map((box) => box.x + box.width));
  const bottom = Math.max(placement.height, ...all.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

import type { Card, Picture } from '../trail/picture.ts';
import { rankCards } from './blocks.ts';
import type { LayoutInput } from './blocks.ts';
import { layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import { fontOf, wrap } from './text.ts';
import type { Measure } from './text.ts';

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

/**
 * Lays a picture out for a space: cards as wide as the columns allow, and as
 * many lines of text as the height allows.
 */
export function layOutFor(
  picture: Picture,
  space: { readonly width: number; readonly height: number },
  measure: Measure,
): Layout {
  const ranks = rankCards(inputOf(picture, () => 0, WIDEST));
  const apart = claimsApart(picture, ranks);
  const columns = Math.max(0, ...ranks.values()) + 1;
  let widthSoFar = space.width;
  const layWith = (width: number, lines: number): Layout => {
    const height = (card: Card): number => heightOf(card, apart, width, lines, measure);
    return layOut({ ...inputOf(picture, height, width), most: mostOf(space, widthSoFar) });
  };
  const room = space.width - MARGIN - (columns - 1) * USUAL_GAP;
  let width = clamp(Math.floor(room / columns));
  const first = layWith(width, 1);
  widthSoFar = first.width;
  width = clamp(Math.floor(width + (space.width - MARGIN - first.width) / columns));
  for (const lines of [5, 4, 3, 2]) {
    const layout = layWith(width, lines);
    widthSoFar = layout.width;
    if (layout.height <= mostOf(space, layout.width) + ROUNDING) return layout;
  }
  return layWith(width, 1);
}

/** The height that fits a space when the width does. */
function mostOf(space: { readonly width: number; readonly height: number }, width: number): number {
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

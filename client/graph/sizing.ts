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

/**
 * Lays a picture out for a space: cards as wide as the columns allow, and as
 * many lines of text as the height allows.
 */
export function layOutFor(
  picture: Picture,
  space: { readonly width: number; readonly height: number },
  measure: Measure,
): Layout {
  const bare = inputOf(picture, WIDEST, 1, measure);
  const columns = Math.max(0, ...rankCards(bare).values()) + 1;
  const room = space.width - MARGIN - (columns - 1) * USUAL_GAP;
  let width = clamp(Math.floor(room / columns));
  const first = layOut(inputOf(picture, width, 4, measure));
  width = clamp(Math.floor(width + (space.width - MARGIN - first.width) / columns));
  let layout = first;
  for (const lines of [5, 4, 3, 2, 1]) {
    layout = layOut(inputOf(picture, width, lines, measure));
    if (layout.height <= space.height - MARGIN) break;
  }
  return layout;
}

function clamp(width: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, width));
}

function inputOf(picture: Picture, cardWidth: number, lines: number, measure: Measure): LayoutInput {
  return {
    cards: picture.cards.map((card) => ({
      id: card.id,
      kind: card.kind,
      height: heightOf(card, cardWidth, lines, measure),
    })),
    beads: picture.beads.map((bead) => bead.id),
    links: picture.links,
    cardWidth,
  };
}

function heightOf(card: Card, width: number, most: number, measure: Measure): number {
  if (card.kind === 'STUDY') return most > 1 || card.caption === '' ? 46 : 30;
  const font = fontOf(TEXT);
  const lines = wrap(card.label, font, width - 16 - 2 * INSET, most, measure).length;
  const caption = card.caption === '' || most === 1 ? 0 : LEADING;
  return STATUS_ROW + lines * LEADING + caption + INSET - 2;
}

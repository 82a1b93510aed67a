import {
  CONTESTED_GLYPH,
  STANDING_GLYPHS,
  VERDICT_GLYPHS,
  WITHDRAWN_GLYPH,
} from '../language/glyphs.ts';
import type { Glyph } from '../language/glyphs.ts';
import { statusMark } from '../language/studies.ts';
import { STANDING_WORDS } from '../language/words.ts';
import type { Bead, Card } from '../trail/picture.ts';
import type { Palette } from './palette.ts';
import type { SceneBox } from './scene.ts';
import { INSET, LEADING, STATUS_ROW, TEXT } from './sizing.ts';
import { fontOf, wrap } from './text.ts';
import type { Measure } from './text.ts';

type Standing = NonNullable<Card['standing']>;

/** What a painter paints with. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Palette;
  readonly measure: Measure;
  readonly zoom: number;
}

const SMALLEST_TEXT = 12;
const WHAT_IF = 'what if';
const ARROW: Glyph = { stroke: 'M3 8h10M9.5 4.5L13 8l-3.5 3.5' };
const glyphPaths = new Map<string, Path2D>();

/** How much of a card can be told at a zoom: all, its name, or its signs alone. */
export type Detail = 'full' | 'short' | 'signs';

/** Under 11 px of text a card has a short label, under 8 px only its signs. */
export function detailAt(zoom: number): Detail {
  const size = TEXT * zoom;
  return size >= 11 ? 'full' : size >= 8 ? 'short' : 'signs';
}

/** Paints what stands inside a card. Answers where its label stands, or null where none fits. */
export function paintCard(brush: Brush, card: Card, box: SceneBox): SceneBox | null {
  return card.kind === 'STUDY' ? paintStudy(brush, card, box) : paintClaim(brush, card, box);
}

function paintClaim(brush: Brush, card: Card, box: SceneBox): SceneBox | null {
  const { colours, zoom, measure } = brush;
  if (card.standing === 'UNSUPPORTED') paintBrokenOutline(brush, box);
  const detail = detailAt(zoom);
  const glyphSize = Math.min(16, Math.max(9, 15 * zoom), box.height - 4);
  const inset = INSET * Math.min(zoom, 1);
  const left = box.x + inset;
  if (detail === 'signs') {
    if (box.width >= 12) paintSigns(brush, card, box, glyphSize);
    return null;
  }
  const size = textSize(zoom);
  const leading = (LEADING / TEXT) * size;
  const row = Math.max(STATUS_ROW * zoom, size + 6);
  const tight = box.height < row + leading;
  const signs = { ...box, x: left, y: box.y + 2, width: box.x + box.width - left, height: row };
  const signsEnd = tight
    ? left + paintStanding(brush, card, left, box.y + (box.height - glyphSize) / 2, glyphSize)
    : paintStatus(brush, card, signs, glyphSize);
  const textLeft = tight ? signsEnd + 5 : left;
  const top = tight ? box.y + (box.height - leading) / 2 : box.y + row;
  const width = box.x + box.width - inset - textLeft;
  const room = Math.max(1, Math.floor((box.y + box.height - top - 2) / leading));
  const most = detail === 'full' ? room : Math.min(2, room);
  const captioned = detail === 'full' && card.caption !== '' && most > 1;
  const font = fontOf(size);
  const lines = wrap(card.label, font, width, captioned ? most - 1 : most, measure);
  paintLines(brush, lines, font, colours.ink, textLeft, top, leading);
  if (captioned) {
    const caption = wrap(card.caption, fontOf(SMALLEST_TEXT), width, 1, measure);
    const below = top + lines.length * leading;
    paintLines(brush, caption, fontOf(SMALLEST_TEXT), colours.quiet, textLeft, below, leading);
  }
  return { x: textLeft, y: top, width, height: lines.length * leading };
}

/** The sign of its standing, after the sign of what it was before where it fell. Answers how wide they are. */
function paintStanding(brush: Brush, card: Card, x: number, y: number, size: number): number {
  const { colours } = brush;
  const now = card.standing ?? 'UNRESOLVED';
  if (card.before === null) {
    paintGlyph(brush, STANDING_GLYPHS[now], x, y, size, standingColour(now, colours));
    return size;
  }
  paintGlyph(brush, STANDING_GLYPHS[card.before], x, y, size, colours.quiet);
  paintGlyph(brush, ARROW, x + size, y, size, colours.ink);
  paintGlyph(brush, STANDING_GLYPHS[now], x + 2 * size, y, size, standingColour(now, colours));
  return 3 * size;
}

/** The signs of a card without its text, in the middle of it. */
function paintSigns(brush: Brush, card: Card, box: SceneBox, size: number): void {
  const fallen = card.before !== null && box.width >= 3 * size;
  const width = fallen ? 3 * size : size;
  const y = box.y + (box.height - size) / 2;
  const shown = fallen ? card : { ...card, before: null };
  paintStanding(brush, shown, box.x + (box.width - width) / 2, y, size);
}

/** The row of the standing: signs, words, and whether it is contested. Answers where its signs end. */
function paintStatus(brush: Brush, card: Card, row: SceneBox, glyphSize: number): number {
  const { colours, measure } = brush;
  const signsTop = row.y + (row.height - glyphSize) / 2 - 1;
  const left = row.x + paintStanding(brush, card, row.x, signsTop, glyphSize) + 5;
  if (card.standing === null) return left;
  const font = fontOf(SMALLEST_TEXT, 600);
  const right = row.x + row.width - 8;
  const now = STANDING_WORDS[card.standing];
  const fall = card.before === null ? now : `${STANDING_WORDS[card.before]} → ${now}`;
  const words = [fall, now].find((each) => left + measure(each, font) <= right);
  if (words === undefined) return left;
  const y = row.y + (row.height - SMALLEST_TEXT) / 2 - 1;
  paintLines(brush, [words], font, colours.ink, left, y, SMALLEST_TEXT);
  if (!card.contested) return left;
  const x = left + measure(words, font) + 10;
  if (x + 15 > right) return left;
  paintGlyph(brush, CONTESTED_GLYPH, x, y - 2, 15, colours.contradicts);
  const small = fontOf(SMALLEST_TEXT);
  if (x + 19 + measure('contested', small) > right) return left;
  paintLines(brush, ['contested'], small, colours.contradicts, x + 19, y, SMALLEST_TEXT);
  return left;
}

function paintStudy(brush: Brush, card: Card, box: SceneBox): SceneBox | null {
  const { colours, zoom, measure } = brush;
  const band = Math.max(3, 6 * zoom);
  if (card.withdrawn) paintHatch(brush, box);
  paintBand(brush, card, { ...box, width: band });
  const left = box.x + band + Math.min(INSET - 2, 8 * zoom);
  const detail = detailAt(zoom);
  if (detail === 'signs' || box.height < 14) {
    const size = Math.min(16, box.height - 4);
    if (card.withdrawn && size > 6)
      paintGlyph(brush, WITHDRAWN_GLYPH, left, box.y + (box.height - size) / 2, size, colours.ink);
    if (card.status === 'retracted')
      paintStrike(brush, left, box.y + box.height / 2, box.width / 2);
    return null;
  }
  const size = textSize(zoom);
  const leading = (LEADING / TEXT) * size;
  const width = box.x + box.width - left - 4;
  const retracted = card.status === 'retracted';
  const mark = statusMark(card.status);
  const caption = mark === null ? card.caption : `${mark} · ${card.caption}`;
  const second = box.height >= leading + SMALLEST_TEXT + 6 && (caption !== '' || card.withdrawn);
  const height = second ? leading + 15 : leading;
  const top = box.y + (box.height - height) / 2;
  const font = fontOf(size, 600);
  const inset = card.withdrawn && !second ? size + 3 : 0;
  if (inset > 0) paintGlyph(brush, WITHDRAWN_GLYPH, left, top + 1, size, colours.ink);
  const [label = ''] = wrap(card.label, font, width - inset, 1, measure);
  paintLines(brush, [label], font, colours.ink, left + inset, top, leading);
  if (retracted) paintStrike(brush, left + inset, top + leading / 2, measure(label, font));
  if (second) {
    const colour = retracted ? colours.retracted : colours.quiet;
    const row = { x: left, y: top + leading, width, height: 15 };
    paintStudyRow(brush, card.withdrawn, caption, colour, row);
  }
  return { x: left, y: top, width, height };
}

/** What a study is, after the words for that it is taken as withdrawn. */
function paintStudyRow(
  brush: Brush,
  withdrawn: boolean,
  caption: string,
  colour: string,
  row: SceneBox,
): void {
  const font = fontOf(SMALLEST_TEXT);
  let { x } = row;
  if (withdrawn) {
    const bold = fontOf(SMALLEST_TEXT, 600);
    paintGlyph(brush, WITHDRAWN_GLYPH, x - 2, row.y, 14, brush.colours.ink);
    paintLines(brush, [WHAT_IF], bold, brush.colours.ink, x + 14, row.y, row.height);
    x += 20 + brush.measure(WHAT_IF, bold);
  }
  const rest = row.x + row.width - x;
  if (rest < 24) return;
  const words = wrap(
    withdrawn && caption !== '' ? `· ${caption}` : caption,
    font,
    rest,
    1,
    brush.measure,
  );
  paintLines(brush, words, font, colour, x, row.y, row.height);
}

/** Fine slanted lines over a card that counts as withdrawn. */
function paintHatch({ context, colours }: Brush, box: SceneBox): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.strokeStyle = colours.ink;
  context.globalAlpha = 0.22;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = box.x - box.height; x < box.x + box.width; x += 7) {
    context.moveTo(x, box.y + box.height);
    context.lineTo(x + box.height, box.y);
  }
  context.stroke();
  context.restore();
}

/** The band of a study: full where it has data of its own, striped where it relays, empty where it argues. */
function paintBand({ context, colours }: Brush, card: Card, box: SceneBox): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.fillStyle = colours.card;
  context.fill();
  context.strokeStyle = colours.supports;
  context.fillStyle = colours.supports;
  if (card.evidence === 'primary') context.fill();
  if (card.evidence === 'secondary') {
    context.lineWidth = 2;
    context.beginPath();
    for (let y = box.y - box.width; y < box.y + box.height + box.width; y += 5) {
      context.moveTo(box.x, y + box.width);
      context.lineTo(box.x + box.width, y);
    }
    context.stroke();
  }
  context.restore();
  context.strokeStyle = colours.supports;
  context.lineWidth = 1;
  context.strokeRect(box.x + 0.5, box.y + 0.5, box.width, box.height - 1);
  if (card.evidence !== 'unknown' || box.height < 16) return;
  context.font = fontOf(9, 600);
  context.fillStyle = colours.ink;
  context.textBaseline = 'middle';
  context.fillText('?', box.x + 1, box.y + box.height / 2);
}

/** Paints what stands in a bead: what a reader found, or nothing where nobody has looked. */
export function paintBead(brush: Brush, bead: Bead, box: SceneBox): void {
  if (bead.verdict === null || box.width < 8) return;
  const glyph = VERDICT_GLYPHS[bead.verdict];
  const size = box.width * 0.8;
  const inset = (box.width - size) / 2;
  paintGlyph(brush, glyph, box.x + inset, box.y + inset, size, brush.colours.ink);
}

/** Paints lines of text, from the top. */
export function paintLines(
  { context }: Brush,
  lines: readonly string[],
  font: string,
  colour: string,
  x: number,
  top: number,
  leading: number,
): void {
  context.font = font;
  context.fillStyle = colour;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const [index, line] of lines.entries()) {
    context.fillText(line, x, top + (index + 0.5) * leading);
  }
}

/** Paints a sign of 16 by 16 at a size. */
export function paintGlyph(
  { context }: Brush,
  glyph: Glyph,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.save();
  context.translate(x, y);
  context.scale(size / 16, size / 16);
  context.lineWidth = 1.8;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = colour;
  context.fillStyle = colour;
  if (glyph.stroke !== undefined) context.stroke(pathOf(glyph.stroke));
  if (glyph.fill !== undefined) context.fill(pathOf(glyph.fill));
  context.restore();
}

/** Paints an outline that is open at the corners: nothing holds it. */
function paintBrokenOutline({ context, colours }: Brush, box: SceneBox): void {
  const corner = Math.min(14, box.width / 4, box.height / 3);
  const [left, top] = [box.x + 0.5, box.y + 0.5];
  const [right, bottom] = [box.x + box.width - 0.5, box.y + box.height - 0.5];
  context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left + corner, top);
  context.lineTo(right - corner, top);
  context.moveTo(right, top + corner);
  context.lineTo(right, bottom - corner);
  context.moveTo(right - corner, bottom);
  context.lineTo(left + corner, bottom);
  context.moveTo(left, bottom - corner);
  context.lineTo(left, top + corner);
  context.stroke();
}

function paintStrike({ context, colours }: Brush, x: number, y: number, width: number): void {
  context.strokeStyle = colours.retracted;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + width, y);
  context.stroke();
}

function standingColour(standing: Standing, colours: Palette): string {
  if (standing === 'GROUNDED') return colours.grounded;
  if (standing === 'UNRESOLVED') return colours.unresolved;
  return standing === 'UNGROUNDED' ? colours.ungrounded : colours.ink;
}

/** Whole half pixels, so that a text is measured once for many zooms. */
function textSize(zoom: number): number {
  return Math.max(SMALLEST_TEXT, Math.min(16, Math.round(TEXT * zoom * 2) / 2));
}

function pathOf(text: string): Path2D {
  const known = glyphPaths.get(text);
  if (known !== undefined) return known;
  const path = new Path2D(text);
  glyphPaths.set(text, path);
  return path;
}

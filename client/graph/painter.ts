import { CONTESTED_GLYPH, STANDING_GLYPHS, VERDICT_GLYPHS } from '../language/glyphs.ts';
import type { Glyph } from '../language/glyphs.ts';
import { statusMark } from '../language/studies.ts';
import { STANDING_WORDS } from '../language/words.ts';
import type { Bead, Card } from '../trail/picture.ts';
import type { Palette } from './palette.ts';
import type { SceneBox } from './scene.ts';
import { INSET, LEADING, STATUS_ROW, TEXT } from './sizing.ts';
import { fontOf, wrap } from './text.ts';
import type { Measure } from './text.ts';

/** What a painter paints with. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Palette;
  readonly measure: Measure;
  readonly zoom: number;
}

const SMALLEST_TEXT = 12;
const glyphPaths = new Map<string, Path2D>();

/** Paints what stands inside a card. Answers where its label stands, or null where none fits. */
export function paintCard(brush: Brush, card: Card, box: SceneBox): SceneBox | null {
  return card.kind === 'STUDY' ? paintStudy(brush, card, box) : paintClaim(brush, card, box);
}

function paintClaim(brush: Brush, card: Card, box: SceneBox): SceneBox | null {
  const { colours, zoom } = brush;
  if (card.standing === 'UNSUPPORTED') paintBrokenOutline(brush, box);
  const colour = standingColour(card, colours);
  const glyphSize = Math.min(16, Math.max(9, 15 * zoom), box.height - 4);
  const inset = Math.min(INSET * zoom, INSET);
  const left = box.x + inset;
  if (box.width < 64 || box.height < 24) {
    if (box.width < 12) return null;
    const x = box.x + (box.width - glyphSize) / 2;
    paintGlyph(brush, glyphOf(card), x, box.y + (box.height - glyphSize) / 2, glyphSize, colour);
    return null;
  }
  const size = textSize(zoom);
  const leading = (LEADING / TEXT) * size;
  const row = Math.max(STATUS_ROW * zoom, size + 6);
  const tight = box.height < row + leading;
  paintGlyph(brush, glyphOf(card), left, box.y + (row - glyphSize) / 2 + 2, glyphSize, colour);
  if (!tight) paintStatus(brush, card, { ...box, x: left + glyphSize + 5, height: row });
  const textLeft = tight ? left + glyphSize + 5 : left;
  const top = tight ? box.y + (box.height - leading) / 2 : box.y + row;
  const width = box.x + box.width - inset - textLeft;
  const most = Math.max(1, Math.floor((box.y + box.height - top - 2) / leading));
  const captioned = card.caption !== '' && most > 1;
  const font = fontOf(size);
  const lines = wrap(card.label, font, width, captioned ? most - 1 : most, brush.measure);
  paintLines(brush, lines, font, colours.ink, textLeft, top, leading);
  if (captioned) {
    const caption = wrap(card.caption, fontOf(SMALLEST_TEXT), width, 1, brush.measure);
    const below = top + lines.length * leading;
    paintLines(brush, caption, fontOf(SMALLEST_TEXT), colours.quiet, textLeft, below, leading);
  }
  return { x: textLeft, y: top, width, height: lines.length * leading };
}

function paintStatus(brush: Brush, card: Card, box: SceneBox): void {
  if (card.standing === null) return;
  const { colours, measure } = brush;
  const font = fontOf(SMALLEST_TEXT, 600);
  const word = STANDING_WORDS[card.standing];
  const right = box.x + box.width;
  if (measure(word, font) > box.width - 30) return;
  const y = box.y + (box.height - SMALLEST_TEXT) / 2 + 1;
  paintLines(brush, [word], font, colours.ink, box.x, y, SMALLEST_TEXT);
  if (!card.contested) return;
  const x = box.x + measure(word, font) + 10;
  paintGlyph(brush, CONTESTED_GLYPH, x, y - 2, 15, colours.contradicts);
  const contested = 'contested';
  if (x + 20 + measure(contested, fontOf(SMALLEST_TEXT)) > right - 44) return;
  paintLines(
    brush,
    [contested],
    fontOf(SMALLEST_TEXT),
    colours.contradicts,
    x + 19,
    y,
    SMALLEST_TEXT,
  );
}

function paintStudy(brush: Brush, card: Card, box: SceneBox): SceneBox | null {
  const { colours, zoom, measure } = brush;
  const band = Math.max(3, 6 * zoom);
  paintBand(brush, card, { ...box, width: band });
  if (box.width < 64 || box.height < 14) return null;
  const size = textSize(zoom);
  const leading = (LEADING / TEXT) * size;
  const left = box.x + band + Math.min(INSET - 2, 8 * zoom);
  const width = box.x + box.width - left - 4;
  const retracted = card.status === 'retracted';
  const mark = statusMark(card.status);
  const caption = mark === null ? card.caption : `${mark} · ${card.caption}`;
  const rows = box.height >= leading + SMALLEST_TEXT + 6 && caption !== '' ? 2 : 1;
  const height = rows === 2 ? leading + 15 : leading;
  const top = box.y + (box.height - height) / 2;
  const font = fontOf(size, 600);
  const [label = ''] = wrap(card.label, font, width, 1, measure);
  paintLines(brush, [label], font, colours.ink, left, top, leading);
  if (retracted) paintStrike(brush, left, top + leading / 2, measure(label, font));
  if (rows === 2) {
    const small = fontOf(SMALLEST_TEXT);
    const colour = retracted ? colours.retracted : colours.quiet;
    paintLines(
      brush,
      wrap(caption, small, width, 1, measure),
      small,
      colour,
      left,
      top + leading,
      15,
    );
  }
  return { x: left, y: top, width, height };
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

function glyphOf(card: Card): Glyph {
  return STANDING_GLYPHS[card.standing ?? 'UNRESOLVED'];
}

function standingColour(card: Card, colours: Palette): string {
  if (card.standing === 'GROUNDED') return colours.grounded;
  if (card.standing === 'UNRESOLVED') return colours.unresolved;
  return card.standing === 'UNGROUNDED' ? colours.ungrounded : colours.ink;
}

function textSize(zoom: number): number {
  return Math.max(SMALLEST_TEXT, Math.min(16, TEXT * zoom));
}

function pathOf(text: string): Path2D {
  const known = glyphPaths.get(text);
  if (known !== undefined) return known;
  const path = new Path2D(text);
  glyphPaths.set(text, path);
  return path;
}

import { INSET, LEADING, STATUS_ROW, TEXT } from '../graph/sizing.ts';
import { wrap } from '../graph/text.ts';
import type { Measure } from '../graph/text.ts';
import { CONTESTED_GLYPH, STANDING_GLYPHS } from '../language/glyphs.ts';
import type { Glyph } from '../language/glyphs.ts';
import { fallText } from '../language/reasoning.ts';
import { statusMark } from '../language/studies.ts';
import { EVIDENCE_WORDS, NOT_KNOWN, STANDING_WORDS } from '../language/words.ts';
import type { Card, Stub } from '../trail/picture.ts';
import { bandOf, bodyOf } from './frames.ts';
import type { Frame } from './frames.ts';
import { fontFor, named, PAPER, sign, textLine } from './pen.ts';
import type { Setting } from './pen.ts';
import { element } from './xml.ts';
import type { Markup } from './xml.ts';

const SMALL = 12;
const BAND = 6;
const SIGN = 15;

/** Two upright bars: taken as withdrawn, to see what falls. */
export const WHAT_IF_GLYPH: Glyph = { fill: 'M4 3h3v10H4zM9 3h3v10H9z' };
const ARROW_GLYPH: Glyph = { stroke: 'M2 8h11M9.5 4.5L13 8l-3.5 3.5' };

/** The colour of each standing’s sign. */
export const STANDING_COLOURS = {
  GROUNDED: PAPER.grounded,
  UNRESOLVED: PAPER.unresolved,
  UNGROUNDED: PAPER.ungrounded,
  UNSUPPORTED: PAPER.ink,
} as const;

/** A card with all that stands in it. */
export function cardOf(card: Card, frame: Frame, captioned: boolean, measure: Measure): Markup {
  const inside =
    card.kind === 'CLAIM'
      ? claimInside(card, frame, captioned, measure)
      : studyInside(card, frame, measure);
  return element('g', {}, named(cardName(card)), ...bodyOf(card, frame), ...inside);
}

function cardName(card: Card): string {
  const marks = [
    ...(card.withdrawn ? ['what if withdrawn'] : []),
    ...(card.contested ? ['contested'] : []),
    ...(card.status === null || statusMark(card.status) === null ? [] : [statusMark(card.status)]),
  ];
  const kind =
    card.kind === 'CLAIM'
      ? standingText(card)
      : [card.caption, EVIDENCE_WORDS[card.evidence ?? 'unknown']].filter(Boolean).join(', ');
  return [card.label, kind, ...marks].join('; ');
}

/** How a claim stands, in words; what it fell from included. */
export function standingText({ standing, before }: Card): string {
  if (standing === null) return `standing ${NOT_KNOWN}`;
  return before === null ? STANDING_WORDS[standing] : fallText(before, standing);
}

function claimInside(
  card: Card,
  frame: Frame,
  captioned: boolean,
  measure: Measure,
): readonly Markup[] {
  const left = frame.x + INSET;
  const width = frame.width - 2 * INSET;
  const top = frame.y + STATUS_ROW;
  const most = Math.max(1, Math.floor((frame.y + frame.height - top - 2) / LEADING));
  const hasCaption = captioned && card.caption !== '' && most > 1;
  const label: Setting = { size: TEXT };
  const lines = wrap(card.label, fontFor(label), width, hasCaption ? most - 1 : most, measure);
  const caption: Setting = { size: SMALL, colour: PAPER.quiet };
  const sayers = hasCaption ? wrap(card.caption, fontFor(caption), width, 1, measure) : [];
  const middle = (row: number): number => top + (row + 0.5) * LEADING;
  return [
    ...statusRow(card, { ...frame, x: left, width }, measure),
    ...lines.map((line, row) => textLine(line, left, middle(row), label, measure)),
    ...sayers.map((line) => textLine(line, left, middle(lines.length), caption, measure)),
  ];
}

/** How the claim stands: what it fell from, its sign, its word, and whether it is contested. */
function statusRow(card: Card, row: Frame, measure: Measure): readonly Markup[] {
  const middle = row.y + STATUS_ROW / 2 + 2;
  const top = middle - SIGN / 2;
  const right = row.x + row.width;
  const parts: Markup[] = [];
  let x = row.x;
  const addSign = (glyph: Glyph, colour: string, gap: number): void => {
    parts.push(sign(glyph, x, top, SIGN, colour));
    x += SIGN + gap;
  };
  const addWord = (word: string, setting: Setting, gap: number): void => {
    const length = measure(word, fontFor(setting));
    if (x + length > right) return;
    parts.push(textLine(word, x, middle, setting, measure));
    x += length + gap;
  };
  if (card.before !== null) {
    addSign(STANDING_GLYPHS[card.before], STANDING_COLOURS[card.before], 1);
    addSign(ARROW_GLYPH, PAPER.ink, 1);
  }
  if (card.standing !== null) {
    addSign(STANDING_GLYPHS[card.standing], STANDING_COLOURS[card.standing], 5);
  }
  const word = card.standing === null ? `Standing ${NOT_KNOWN}` : STANDING_WORDS[card.standing];
  addWord(word, { size: SMALL, bold: true }, 10);
  if (card.contested && x + SIGN <= right) {
    addSign(CONTESTED_GLYPH, PAPER.contradicts, 4);
    addWord('contested', { size: SMALL, colour: PAPER.contradicts }, 0);
  }
  return parts;
}

function studyInside(card: Card, frame: Frame, measure: Measure): readonly Markup[] {
  const left = frame.x + BAND + 8;
  const retracted = card.status === 'retracted';
  const small: Setting = { size: SMALL, colour: retracted ? PAPER.retracted : PAPER.quiet };
  const mark = card.withdrawn ? SIGN + 4 : 0;
  const width = frame.x + frame.width - left - 6;
  // A name that is a little too long is set smaller, as its year stands at its end.
  const names = [TEXT, 12, 11, 10].map((size): Setting => ({ size, bold: true }));
  const fits = (setting: Setting): boolean => measure(card.label, fontFor(setting)) <= width - mark;
  const name = names.find(fits) ?? { size: TEXT, bold: true };
  const [label = ''] = wrap(card.label, fontFor(name), width - mark, 1, measure);
  const captions = [
    ...(card.withdrawn ? ['what if'] : []),
    statusMark(card.status) ?? '',
    card.caption,
  ].filter((part) => part !== '');
  const [caption = ''] = wrap(captions.join(' · '), fontFor(small), width, 1, measure);
  const two = caption !== '' && frame.height >= LEADING + SMALL + 6;
  const height = two ? LEADING + 15 : LEADING;
  const top = frame.y + (frame.height - height) / 2;
  const middle = top + LEADING / 2;
  const strike = {
    d: `M${left} ${middle}h${measure(label, fontFor(name)).toFixed(2)}`,
    stroke: PAPER.retracted,
    'stroke-width': 1.5,
  };
  return [
    ...bandOf(card.evidence, { ...frame, width: BAND }),
    ...(card.evidence === 'unknown' || card.evidence === null
      ? [textLine('?', frame.x + 0.5, frame.y + frame.height / 2, { size: 9, bold: true }, measure)]
      : []),
    textLine(label, left, middle, name, measure),
    ...(retracted ? [element('path', strike)] : []),
    ...(two ? [textLine(caption, left, top + LEADING + 7.5, small, measure)] : []),
    ...(card.withdrawn
      ? [sign(WHAT_IF_GLYPH, frame.x + frame.width - SIGN - 5, middle - SIGN / 2, SIGN, PAPER.ink)]
      : []),
  ];
}

const PILL = 16;

/** How much more there is around a card: a dashed pill on its edge, on the side where it would stand. */
export function stubOf({ side, count }: Stub, card: Frame, measure: Measure): Markup {
  const setting: Setting = { size: 11, bold: true };
  const words = `+${count.toLocaleString('en-GB')}`;
  const width = measure(words, fontFor(setting)) + 14;
  const x = side === 'out' ? card.x + card.width - width - 8 : card.x + 8;
  const y = card.y + card.height - PILL / 2;
  return element(
    'g',
    {},
    named(
      `${count.toLocaleString('en-GB')} more ${side === 'out' ? 'towards the evidence' : 'that rest on it'}, not drawn`,
    ),
    element('rect', {
      x,
      y,
      width,
      height: PILL,
      rx: PILL / 2,
      fill: PAPER.paper,
      stroke: PAPER.ink,
      'stroke-dasharray': '3 2',
    }),
    textLine(words, x + 7, y + PILL / 2, setting, measure),
  );
}

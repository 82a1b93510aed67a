import type { Glyph } from '../language/glyphs.ts';
import { FAMILY, fontOf } from '../graph/text.ts';
import type { Measure } from '../graph/text.ts';
import { element, words } from './xml.ts';
import type { Markup } from './xml.ts';

/** The colours of paper: a picture that is handed on looks the same whatever the page looked like. */
export const PAPER = {
  paper: '#fbfaf7',
  card: '#ffffff',
  ink: '#1f2328',
  quiet: '#565d66',
  line: '#b9b6ad',
  focus: '#0b57d0',
  grounded: '#0b5c92',
  unresolved: '#777c85',
  ungrounded: '#a85200',
  retracted: '#a3123c',
  supports: '#3f464f',
  contradicts: '#b0168a',
  qualifies: '#7d5d00',
  mentions: '#777c85',
} as const;

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

/** The font of a setting, as it is measured. */
export function fontFor({ size, bold = false }: Setting): string {
  return fontOf(size, bold ? 600 : 400);
}

/** The family of every text; system-ui and its like are names that every reader of SVG knows or skips. */
export const FONT_FAMILY = FAMILY.replaceAll('"', "'");

/**
 * One line of text, by the middle of its height. Its length is the one that was measured,
 * so that it keeps within its card where another font is at hand.
 */
export function textLine(
  text: string,
  x: number,
  middle: number,
  setting: Setting,
  measure: Measure,
): Markup {
  const { size, bold = false, colour = PAPER.ink } = setting;
  return element(
    'text',
    {
      x,
      y: middle + size * 0.36,
      'font-size': size,
      'font-weight': bold ? 600 : undefined,
      fill: colour,
      textLength: measure(text, fontFor(setting)),
      lengthAdjust: 'spacingAndGlyphs',
    },
    words(text),
  );
}

/** A sign of 16 by 16, at a size. */
export function sign(glyph: Glyph, x: number, y: number, size: number, colour: string): Markup {
  const { stroke, fill } = glyph;
  return element(
    'g',
    { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${(size / 16).toFixed(3)})` },
    ...(stroke === undefined
      ? []
      : [
          element('path', {
            d: stroke,
            fill: 'none',
            stroke: colour,
            'stroke-width': 1.8,
            'stroke-linecap': 'round',
            'stroke-linejoin': 'round',
          }),
        ]),
    ...(fill === undefined ? [] : [element('path', { d: fill, fill: colour })]),
  );
}

/** What a thing is, for those who cannot see it and for those who point at it. */
export function named(name: string): Markup {
  return element('title', {}, words(name));
}

import type { Standing, VerdictValue } from '../api/operations.generated.ts';

/** A sign drawn in a square of 16 by 16, as SVG paths, so that page and canvas show the same. */
export interface Glyph {
  readonly stroke?: string;
  readonly fill?: string;
}

const EMPTY_SET = 'M8 3a5 5 0 1 0 .01 0M3.2 12.8L12.8 3.2';

/** The corner sign of each standing. */
export const STANDING_GLYPHS: Readonly<Record<Standing, Glyph>> = {
  GROUNDED: { stroke: 'M8 2v6M2.5 8h11M4.75 11h6.5M7 14h2' },
  UNRESOLVED: { stroke: 'M5.4 5.6a2.6 2.6 0 1 1 4 2.2c-1 .7-1.4 1.2-1.4 2.4M8 13v.6' },
  UNGROUNDED: { stroke: 'M3.5 13.5V4h9v9.5' },
  UNSUPPORTED: { stroke: EMPTY_SET },
};

/** The sign on a citation: what a reader found who opened the source. */
export const VERDICT_GLYPHS: Readonly<Record<VerdictValue, Glyph>> = {
  supports: { stroke: 'M4 8.4l2.8 2.8L12 5.4' },
  partly: { stroke: 'M8 3.5a4.5 4.5 0 1 0 .01 0', fill: 'M8 3.5a4.5 4.5 0 0 1 0 9z' },
  does_not_address: { stroke: EMPTY_SET },
  contradicts: { stroke: 'M4.5 4.5l7 7M11.5 4.5l-7 7' },
  no_access: { stroke: 'M5.5 7.5V6a2.5 2.5 0 0 1 5 0v1.5M4.5 7.5h7v5h-7z' },
};

/** Two arrows head on: grounded evidence stands against it. */
export const CONTESTED_GLYPH: Glyph = {
  stroke: 'M1.5 8h5M4.2 5.5L6.8 8l-2.6 2.5M14.5 8h-5M11.8 5.5L9.2 8l2.6 2.5',
};

/** Two bars, as on a player that pauses: taken as withdrawn, to see what falls. */
export const WITHDRAWN_GLYPH: Glyph = { stroke: 'M5.5 3.5v9M10.5 3.5v9' };

import type { Measure } from '../graph/text.ts';
import { CONTESTED_GLYPH, STANDING_GLYPHS, VERDICT_GLYPHS } from '../language/glyphs.ts';
import { STANDING_WORDS, STANDINGS, VERDICT_WORDS } from '../language/words.ts';
import type { Card, Picture } from '../trail/picture.ts';
import { STANDING_COLOURS, stubOf, WHAT_IF_GLYPH } from './cards.ts';
import { bandOf, bodyOf } from './frames.ts';
import { beadOf, breakAt, crossAt, lookNamed, strokeOf } from './lines.ts';
import { fontFor, PAPER, sign, textLine } from './pen.ts';
import type { Setting } from './pen.ts';
import { element } from './xml.ts';
import type { Markup } from './xml.ts';

/** One sign and what it means. */
interface Entry {
  readonly words: string;
  readonly width: number;
  /** The sign, drawn from its left end, in the middle of its row. */
  readonly sample: (x: number, middle: number) => readonly Markup[];
}

const ROW = 24;
const GAP = 18;
const WORDS: Setting = { size: 12 };
const GROUP: Setting = { size: 12, bold: true, colour: PAPER.quiet };
const GROUP_WIDTH = 76;

/** What every sign of the picture means; from the top, so wide. */
export function legendOf(
  picture: Picture,
  place: { readonly x: number; readonly y: number; readonly width: number },
  measure: Measure,
): { readonly drawn: readonly Markup[]; readonly height: number } {
  const drawn: Markup[] = [];
  let top = place.y;
  for (const [name, entries] of groupsOf(picture, measure)) {
    const left = place.x + GROUP_WIDTH;
    drawn.push(textLine(name, place.x, top + ROW / 2, GROUP, measure));
    let x = left;
    for (const { words, width, sample } of entries) {
      const length = width + 6 + measure(words, fontFor(WORDS));
      if (x > left && x + length > place.x + place.width) {
        x = left;
        top += ROW;
      }
      drawn.push(...sample(x, top + ROW / 2));
      drawn.push(textLine(words, x + width + 6, top + ROW / 2, WORDS, measure));
      x += length + GAP;
    }
    top += ROW;
  }
  return { drawn, height: top - place.y };
}

function groupsOf(
  picture: Picture,
  measure: Measure,
): readonly (readonly [string, readonly Entry[]])[] {
  const has = (test: (card: Card) => boolean): boolean => picture.cards.some(test);
  const verdicts = new Set(picture.beads.flatMap(({ verdict }) => verdict ?? []));
  return [
    [
      'A claim',
      [
        ...STANDINGS.map((standing) => standingEntry(standing)),
        ...(has((card) => card.contested)
          ? [
              signEntry(
                'contested: grounded evidence stands against it',
                CONTESTED_GLYPH,
                PAPER.contradicts,
              ),
            ]
          : []),
      ],
    ],
    [
      'A line',
      [
        lineEntry('supports'),
        lineEntry('contradicts'),
        lineEntry('qualifies'),
        lineEntry('mentions'),
        lineEntry('restates'),
        lineEntry('says'),
        ...(picture.links.some((link) => link.secondHand) ? [BREAK] : []),
        ...(picture.links.some((link) => link.void) ? [VOID] : []),
      ],
    ],
    [
      'A study',
      [
        bandEntry('primary', 'has data'),
        bandEntry('secondary', 'relays'),
        bandEntry('opinion', 'argues'),
        bandEntry('unknown', 'not known', measure),
        ...(has((card) => card.status === 'retracted')
          ? [cardEntry('retracted', { status: 'retracted' })]
          : []),
        ...(has((card) => card.withdrawn)
          ? [cardEntry('what if it is withdrawn', { withdrawn: true })]
          : []),
      ],
    ],
    [
      'A citation',
      [
        beadEntry(null, 'checked by nobody yet'),
        ...Object.keys(VERDICT_GLYPHS)
          .map((key) => key as keyof typeof VERDICT_GLYPHS)
          .filter((verdict) => verdicts.has(verdict))
          .map((verdict) => beadEntry(verdict, VERDICT_WORDS[verdict])),
        ...(picture.stubs.length > 0 ? [stubEntry(measure)] : []),
      ],
    ],
  ];
}

const BLANK: Card = {
  id: '',
  kind: 'STUDY',
  label: '',
  caption: '',
  standing: null,
  before: null,
  withdrawn: false,
  contested: false,
  evidence: null,
  status: null,
};

function standingEntry(standing: NonNullable<Card['standing']>): Entry {
  return {
    words: STANDING_WORDS[standing],
    width: 28,
    sample: (x, middle) => [
      ...bodyOf({ ...BLANK, kind: 'CLAIM', standing }, { x, y: middle - 9, width: 28, height: 18 }),
      sign(STANDING_GLYPHS[standing], x + 8, middle - 6, 12, STANDING_COLOURS[standing]),
    ],
  };
}

function signEntry(words: string, glyph: Parameters<typeof sign>[0], colour: string): Entry {
  return { words, width: 15, sample: (x, middle) => [sign(glyph, x, middle - 7.5, 15, colour)] };
}

function lineEntry(name: Parameters<typeof lookNamed>[0]): Entry {
  return {
    words: name,
    width: 40,
    sample: (x, y) => [
      ...strokeOf(
        [
          { x, y },
          { x: x + 40, y },
        ],
        lookNamed(name),
      ),
      ...(name === 'contradicts' ? [crossAt({ x: x + 18, y })] : []),
    ],
  };
}

function plainLine(x: number, y: number): readonly Markup[] {
  return strokeOf(
    [
      { x, y },
      { x: x + 40, y },
    ],
    lookNamed('supports'),
  );
}

const BREAK: Entry = {
  words: 'second hand',
  width: 40,
  sample: (x, y) => [...plainLine(x, y), breakAt({ x: x + 16, y }, lookNamed('supports'))],
};

const VOID: Entry = {
  words: 'does not count',
  width: 40,
  sample: (x, y) => [element('g', { opacity: 0.35 }, ...plainLine(x, y))],
};

function bandEntry(
  evidence: NonNullable<Card['evidence']>,
  words: string,
  measure?: Measure,
): Entry {
  return {
    words,
    width: 8,
    sample: (x, middle) => [
      ...bandOf(evidence, { x, y: middle - 8, width: 7, height: 16 }),
      ...(measure === undefined
        ? []
        : [textLine('?', x + 1, middle, { size: 9, bold: true }, measure)]),
    ],
  };
}

function cardEntry(words: string, card: Partial<Card>): Entry {
  return {
    words,
    width: 28,
    sample: (x, middle) => [
      ...bodyOf({ ...BLANK, ...card }, { x, y: middle - 9, width: 28, height: 18 }),
      ...(card.withdrawn === true ? [sign(WHAT_IF_GLYPH, x + 8, middle - 6, 12, PAPER.ink)] : []),
    ],
  };
}

function beadEntry(verdict: keyof typeof VERDICT_GLYPHS | null, words: string): Entry {
  const bead = { id: '', label: 'Citation', place: null, verdict };
  return { words, width: 16, sample: (x, y) => [beadOf(bead, { x: x + 8, y }, 8)] };
}

function stubEntry(measure: Measure): Entry {
  return {
    words: 'so many more, not drawn',
    width: 36,
    sample: (x, middle) => [
      stubOf(
        { id: '', of: '', count: 9, side: 'in' },
        { x: x - 8, y: middle, width: 52, height: 0 },
        measure,
      ),
    ],
  };
}

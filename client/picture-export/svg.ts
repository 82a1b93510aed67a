import { BEAD } from '../graph/blocks.ts';
import type { Layout } from '../graph/layout.ts';
import { overlap } from '../graph/labels.ts';
import { claimsApart } from '../graph/sizing.ts';
import { wrap } from '../graph/text.ts';
import type { Measure } from '../graph/text.ts';
import { count, NOT_KNOWN } from '../language/words.ts';
import type { Picture } from '../trail/picture.ts';
import { cardOf, standingText, stubOf } from './cards.ts';
import { hatching } from './frames.ts';
import type { Frame } from './frames.ts';
import { legendOf } from './legend.ts';
import { beadLabelOf, beadOf, lineOf, spineOf } from './lines.ts';
import { FONT_FAMILY, fontFor, PAPER, textLine } from './pen.ts';
import type { Setting } from './pen.ts';
import { element, words } from './xml.ts';
import type { Markup } from './xml.ts';

/** Under what suppositions a picture was drawn. */
export interface Conditions {
  /** Names of the studies that are taken as withdrawn; those that are drawn so are added. */
  readonly withdrawn: readonly string[];
  /** What could be told by the end of this year; null: all that is here. */
  readonly asOf: number | null;
  /** How many claims that face the root are not drawn. */
  readonly left: number;
}

/** What a picture is written from. */
export interface PictureToWrite {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly measure: Measure;
  /** The day of writing, as in 2024-02-29. */
  readonly date: string;
  /** The store’s revision that the picture shows. */
  readonly revision: string;
  readonly conditions: Conditions;
}

const MARGIN = 36;
const NARROWEST = 760;
const TITLE: Setting = { size: 20, bold: true };
const NOTE: Setting = { size: 13, colour: PAPER.quiet };

/** The picture as one SVG document: its text is text, it refers to nothing outside, and says what it shows. */
export function svgOf(given: PictureToWrite): string {
  const { picture, layout, measure } = given;
  const width = Math.ceil(Math.max(layout.width + 2 * MARGIN, NARROWEST));
  const room = width - 2 * MARGIN;
  const title = titleOf(picture);
  const notes = notesOf(given);
  const heading = paragraphs([[title, TITLE], ...notes.map((note) => [note, NOTE] as const)], {
    y: MARGIN,
    room,
    measure,
  });
  const top = heading.bottom + MARGIN;
  const ruled = top + layout.height + MARGIN;
  const legend = legendOf(picture, { x: MARGIN, y: ruled + 10, width: room }, measure);
  const footer = paragraphs([[originText(given), NOTE]], {
    y: ruled + legend.height + 20,
    room,
    measure,
  });
  const height = Math.ceil(footer.bottom + MARGIN / 2);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': FONT_FAMILY,
      'aria-labelledby': 'title',
      'aria-describedby': 'description',
    },
    element('title', { id: 'title' }, words(title)),
    element('desc', { id: 'description' }, words([...notes, originText(given)].join(' '))),
    element('defs', {}, hatching()),
    element('rect', { width, height, fill: PAPER.paper }),
    ...heading.drawn,
    element(
      'g',
      { transform: `translate(${(width - layout.width) / 2} ${top})` },
      ...drawnPicture(given),
    ),
    element('path', { d: `M${MARGIN} ${ruled}h${room}`, stroke: PAPER.line }),
    ...legend.drawn,
    ...footer.drawn,
  );
}

function titleOf({ root, cards }: Picture): string {
  const claim = cards.find((card) => card.id === root);
  return claim === undefined ? 'A trail of evidence' : `${claim.label} – ${standingText(claim)}`;
}

/** What the picture holds, and under what suppositions. */
function notesOf({ picture, conditions }: PictureToWrite): readonly string[] {
  const shown = picture.cards.filter((card) => !picture.folded.has(card.id));
  const claims = shown.filter((card) => card.kind === 'CLAIM').length;
  const withdrawn = new Set([
    ...picture.cards.filter((card) => card.withdrawn).map((card) => card.label),
    ...conditions.withdrawn,
  ]);
  const hidden = picture.cards.length - shown.length;
  return [
    `Left rests on right: ${count(claims, 'claim')}, ${count(shown.length - claims, 'work')} and ${count(picture.beads.filter((bead) => !picture.folded.has(bead.id)).length, 'citation')}.`,
    ...(hidden === 0 ? [] : [`${count(hidden, 'card')} folded away.`]),
    ...(conditions.left === 0
      ? []
      : [`${count(conditions.left, 'more claim')} facing it not drawn.`]),
    ...(withdrawn.size === 0 ? [] : [`What if withdrawn: ${[...withdrawn].join('; ')}.`]),
    ...(conditions.asOf === null ? [] : [`As of ${conditions.asOf}: what could be told by then.`]),
  ];
}

function originText({ date, revision }: PictureToWrite): string {
  return `Underpin, ${date}; revision of the store: ${revision === '' ? NOT_KNOWN : revision}.`;
}

function paragraphs(
  texts: readonly (readonly [string, Setting])[],
  { y, room, measure }: { readonly y: number; readonly room: number; readonly measure: Measure },
): { readonly drawn: readonly Markup[]; readonly bottom: number } {
  const drawn: Markup[] = [];
  let bottom = y;
  for (const [text, setting] of texts) {
    const leading = setting.size * 1.4;
    // A title may be long: it is for reading, and so never cut.
    for (const line of wrap(text, fontFor(setting), room, text.length + 1, measure)) {
      drawn.push(textLine(line, MARGIN, bottom + leading / 2, setting, measure));
      bottom += leading;
    }
  }
  return { drawn, bottom };
}

/** Lines first, then what they join, then the labels for which there is room. */
function drawnPicture({ picture, layout, measure }: PictureToWrite): readonly Markup[] {
  const { folded } = picture;
  const beads = new Set(picture.beads.map((bead) => bead.id));
  const isShown = ({ id }: { readonly id: string }): boolean => !folded.has(id);
  const apart = claimsApart(
    picture,
    new Map([...layout.boxes].map(([id, { rank }]) => [id, rank])),
  );
  const lines = picture.links.filter(isShown).flatMap((link) => {
    const line = layout.lines.get(link.id);
    // A claim in another column than its study names it in its card: no line across the picture.
    const across = link.kind === 'says' && line?.curved === true && !link.own;
    if (line === undefined || across || folded.has(link.source) || folded.has(link.target))
      return [];
    return [lineOf(link, line, link.kind === 'rests' && beads.has(link.target))];
  });
  const groups = new Set(picture.links.filter(isShown).map((link) => link.group));
  const spines = layout.spines
    .filter((spine) => groups.has(spine.group))
    .map((spine) => spineOf(spine, measure));
  const cards = picture.cards.filter(isShown).flatMap((card) => {
    const frame = layout.boxes.get(card.id);
    const captioned = card.kind === 'STUDY' || apart.has(card.id);
    return frame === undefined ? [] : [{ frame, drawn: cardOf(card, frame, captioned, measure) }];
  });
  const stops = picture.beads.filter(isShown).flatMap((bead) => {
    const middle = layout.beads.get(bead.id);
    return middle === undefined ? [] : [{ bead, middle }];
  });
  const stubs = picture.stubs.flatMap((stub) => {
    const frame = folded.has(stub.of) ? undefined : layout.boxes.get(stub.of);
    return frame === undefined ? [] : [stubOf(stub, frame, measure)];
  });
  const taken: Frame[] = [
    ...cards.map(({ frame }) => frame),
    ...spines.map(({ label }) => label),
    ...stops.map(({ middle }) => ({
      x: middle.x - BEAD / 2,
      y: middle.y - BEAD / 2,
      width: BEAD,
      height: BEAD,
    })),
  ];
  const places = stops.flatMap(({ bead, middle }) => {
    const place = beadLabelOf(bead, middle, BEAD / 2, measure);
    if (place === null || taken.some((other) => overlap(other, place.label))) return [];
    taken.push(place.label);
    return place.drawn;
  });
  return [
    ...lines,
    ...spines.map(({ drawn }) => drawn),
    ...cards.map(({ drawn }) => drawn),
    ...stops.map(({ bead, middle }) => beadOf(bead, middle, BEAD / 2)),
    ...places,
    ...stubs,
  ];
}

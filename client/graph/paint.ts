import type { Picture } from '../trail/picture.ts';
import { beadBox, isLineDrawn } from './elements.ts';
import type { Layout } from './layout.ts';
import { byImportance, overlap, placeTag, spaceWith, TAG_FONT } from './labels.ts';
import {
  beadLabel,
  paintHalo,
  paintLabel,
  paintLineSigns,
  paintSpine,
  paintStub,
  shortPlace,
  spineLabels,
} from './marks.ts';
import { detailAt, paintBead, paintCard } from './painter.ts';
import type { Brush } from './painter.ts';
import type { Point, Spine } from './routes.ts';
import type { SceneBox } from './scene.ts';
import { isDrawn } from './shown.ts';
import { boxOnScreen, toScreen } from './viewport.ts';
import type { View } from './viewport.ts';

/** What is marked: what is chosen, what has the focus in the Outline, and what matters now. */
export interface Marked {
  readonly chosen: readonly string[];
  readonly focused: string | null;
  /** The studies that matter now, the others being dimmed; null where all do. */
  readonly within: ReadonlySet<string> | null;
}

/** What is painted: a picture in its places, and how it lies on the screen. */
export interface Painted {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly view: View;
  readonly marked: Marked;
  /** What of the screen is painted; the rest is left out. */
  readonly frame: SceneBox;
}

/** More names than this beside cards would hide what they are about. */
const MOST_TAGS = 24;

/** Paints all that stands in and on cards and lines. Answers where the labels stand. */
export function paintPicture(brush: Brush, what: Painted): ReadonlyMap<string, SceneBox> {
  const { picture, layout, view, marked } = what;
  const onScreen = (point: Point): Point => toScreen(view, point);
  const boxes = boxesInFrame(what);
  const drawn = isDrawn(picture);
  const labels = new Map<string, SceneBox>();
  const spines = spinesDrawn(picture, layout);
  for (const spine of spines) paintSpine(brush, spine, onScreen);
  for (const link of picture.links) {
    const line = layout.lines.get(link.id);
    if (line === undefined || !drawn(link) || !isLineDrawn(link, line)) continue;
    paintLineSigns(brush, link, line, onScreen);
  }
  for (const card of picture.cards) {
    const box = boxes.get(card.id);
    if (box === undefined) continue;
    const captioned = card.kind === 'STUDY' || layout.apart.has(card.id);
    const label = paintCard(brush, captioned ? card : { ...card, caption: '' }, box);
    if (label !== null) labels.set(card.id, label);
  }
  for (const bead of picture.beads) {
    const box = boxes.get(bead.id);
    if (box !== undefined) paintBead(brush, bead, box);
  }
  for (const stub of picture.stubs) {
    const box = boxes.get(stub.id);
    if (box !== undefined) paintStub(brush, stub.count, box);
  }
  const beside = detailAt(brush.zoom) === 'signs' ? paintTags : paintSmallLabels;
  for (const [id, label] of beside(brush, what, boxes, spines)) labels.set(id, label);
  dimOthers(brush, what, boxes);
  paintHalos(brush, marked, boxes);
  return labels;
}

/** Where cards, beads and pills stand on the screen, as far as they are in the frame. */
function boxesInFrame({ picture, layout, view, frame }: Painted): ReadonlyMap<string, SceneBox> {
  const boxes = new Map<string, SceneBox>();
  for (const [id, box] of drawnBoxes(picture, layout)) {
    const onScreen = boxOnScreen(view, box);
    if (overlap(onScreen, frame)) boxes.set(id, onScreen);
  }
  return boxes;
}

/** Everything that is drawn as a body, and where it stands in the picture. */
export function drawnBoxes(
  picture: Picture,
  layout: Layout,
): readonly (readonly [id: string, box: SceneBox])[] {
  const drawn = isDrawn(picture);
  return [
    ...picture.cards.flatMap(({ id }) => {
      const box = layout.boxes.get(id);
      return box === undefined || !drawn(id) ? [] : [[id, box] as const];
    }),
    ...picture.beads.flatMap(({ id }) => {
      const middle = layout.beads.get(id);
      return middle === undefined || !drawn(id) ? [] : [[id, beadBox(middle)] as const];
    }),
    ...picture.stubs.flatMap(({ id, of }) => {
      const box = layout.stubs.get(id);
      return box === undefined || !drawn(of) ? [] : [[id, box] as const];
    }),
  ];
}

/** Brackets of which at least one line is drawn. */
function spinesDrawn(picture: Picture, layout: Layout): readonly Spine[] {
  if (picture.folded.size === 0) return layout.spines;
  const drawn = isDrawn(picture);
  const groups = new Set(picture.links.filter(drawn).map((link) => link.group));
  return layout.spines.filter((spine) => groups.has(spine.group));
}

/** How many are needed, over brackets; where in the text, under beads. */
function paintSmallLabels(
  brush: Brush,
  { picture, view }: Painted,
  boxes: ReadonlyMap<string, SceneBox>,
  spines: readonly Spine[],
): ReadonlyMap<string, SceneBox> {
  const space = spaceWith(boxes.values());
  const labels = new Map<string, SceneBox>();
  for (const spine of spines) {
    const places = spineLabels(brush, spine, (point) => toScreen(view, point));
    const label = places.find(({ box }) => space.take(box));
    if (label !== undefined) paintLabel(brush, label);
  }
  for (const bead of picture.beads) {
    const box = boxes.get(bead.id);
    const words = shortPlace(bead.place);
    if (box === undefined || words === null) continue;
    const label = beadLabel(brush, words, box);
    if (!space.take(label.box)) continue;
    paintLabel(brush, label);
    labels.set(bead.id, label.box);
  }
  return labels;
}

/** Names beside cards that are too small to hold them: of the most important, as many as there is room for. */
function paintTags(
  brush: Brush,
  { picture, marked }: Painted,
  boxes: ReadonlyMap<string, SceneBox>,
): ReadonlyMap<string, SceneBox> {
  const space = spaceWith(boxes.values());
  const labels = new Map<string, SceneBox>();
  for (const card of byImportance(picture, marked.chosen)) {
    if (labels.size === MOST_TAGS) break;
    const box = boxes.get(card.id);
    const tag = box === undefined ? null : placeTag(card, box, space, brush.measure);
    if (tag === null) continue;
    paintLabel(brush, { ...tag, font: TAG_FONT });
    labels.set(card.id, tag.box);
  }
  return labels;
}

/** Dims the studies that do not matter now; they stay where they are, and can be read. */
function dimOthers(
  { context, colours }: Brush,
  { picture, marked: { within } }: Painted,
  boxes: ReadonlyMap<string, SceneBox>,
): void {
  if (within === null) return;
  context.save();
  context.fillStyle = colours.paper;
  context.globalAlpha = 0.62;
  for (const { id, kind } of picture.cards) {
    const box = boxes.get(id);
    if (box === undefined || kind !== 'STUDY' || within.has(id)) continue;
    context.fillRect(box.x - 2, box.y - 2, box.width + 4, box.height + 4);
  }
  context.restore();
}

function paintHalos(
  brush: Brush,
  { chosen, focused }: Marked,
  boxes: ReadonlyMap<string, SceneBox>,
): void {
  const round = 30 * brush.zoom;
  for (const id of chosen) {
    const box = boxes.get(id);
    if (box !== undefined) paintHalo(brush, box, brush.colours.ink, 4, box.width < round);
  }
  const box = focused === null ? undefined : boxes.get(focused);
  if (focused === null || box === undefined) return;
  const distance = chosen.includes(focused) ? 8 : 4;
  paintHalo(brush, box, brush.colours.focus, distance, box.width < round);
}

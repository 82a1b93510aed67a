import type { Picture } from '../trail/picture.ts';
import { beadBox, elementsOf } from './elements.ts';
import { listenToGestures } from './gestures.ts';
import { hitAt } from './hits.ts';
import type { Hit } from './hits.ts';
import { openLayoutDesk } from './layout-desk.ts';
import type { Layout, Rectangle } from './layout.ts';
import { paintPicture } from './paint.ts';
import type { Marked } from './paint.ts';
import { readPalette } from './palette.ts';
import type { Point } from './routes.ts';
import { NO_SCENE, sceneOf } from './scene.ts';
import type { Scene, SceneBox } from './scene.ts';
import { createSheet } from './sheet.ts';
import { styleOf } from './style.ts';
import { createMeasure } from './text.ts';
import {
  between,
  bringInto,
  boxOnScreen,
  openingOn,
  panBy,
  toPicture,
  wholeIn,
  zoomAt,
} from './viewport.ts';
import type { View } from './viewport.ts';

/** What a person does on the canvas. */
export interface DrawingHandlers {
  /** Chosen; `add` where it is to be chosen beside what is chosen already. */
  readonly onChoose: (id: string, how: { readonly add: boolean }) => void;
  readonly onOpen: (id: string) => void;
  /** A menu is wanted for a thing, at a point of the page. */
  readonly onMenu: (id: string, at: Point) => void;
  /** What is around a thing and not drawn is asked for, by its pill. */
  readonly onToggle: (id: string) => void;
  /** The pointer is over a thing, at a point of the container; null: over nothing. */
  readonly onPoint: (thing: { id: string; at: Point } | null) => void;
  /** It cannot be drawn. */
  readonly onFailure: () => void;
}

/** A trail, drawn. */
export interface Drawing {
  /** Draws a picture as soon as its places are known; until then the last one stays. */
  readonly show: (picture: Picture) => void;
  /** Marks what is chosen, and what has the focus in the Outline; dims studies that are not `within`. */
  readonly mark: (
    chosen: readonly string[],
    focused: string | null,
    within?: ReadonlySet<string> | null,
  ) => void;
  /** All of it in the frame. */
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Draws at the picture's own size. */
  readonly zoomTo1: () => void;
  /** Pans a thing into the frame if it is outside. */
  readonly bring: (id: string) => void;
  /** Where everything stands; null while nothing is drawn. */
  readonly layout: () => Layout | null;
  /** Takes up a room that has changed. */
  readonly resize: () => void;
  /** Takes up colours that have changed. */
  readonly recolour: () => void;
  readonly scene: () => Scene;
  readonly destroy: () => void;
}

/** What is drawn, and what it was drawn for. */
interface Shown {
  readonly picture: Picture;
  readonly layout: Layout;
}

/** Draws into a container. */
export function createDrawing(container: HTMLElement, handlers: DrawingHandlers): Drawing {
  const measure = createMeasure();
  const desk = openLayoutDesk(handlers.onFailure);
  let colours = readPalette(container);
  let wanted: Picture | null = null;
  let shown: Shown | null = null;
  let marked: Marked = { chosen: [], focused: null, within: null };
  let labels: ReadonlyMap<string, SceneBox> = new Map();
  let view: View = { x: 0, y: 0, zoom: 1 };
  /** Whether a person has chosen the part that is seen. */
  let moved = false;
  let space = spaceOf(container);
  /** The room has changed since the last layout. */
  let anew = false;

  const sheet = createSheet(container, styleOf(colours), (context, painted, frame) => {
    if (shown === null) return;
    const brush = { context, colours, measure, zoom: painted.zoom };
    labels = paintPicture(brush, { ...shown, view: painted, marked, frame });
  });
  const frameOf = (): Rectangle => ({ x: 0, y: 0, ...spaceOf(container) });
  const jump = (next: View): void => {
    moved = true;
    view = next;
    sheet.jump(next);
  };
  const middle = (): Point => ({ x: container.clientWidth / 2, y: container.clientHeight / 2 });

  /** The view of a new picture: as it was where the root stays, else it opens on the root. */
  const viewOf = (picture: Picture, layout: Layout): View => {
    const root = layout.boxes.get(picture.root);
    const before = shown?.layout.boxes.get(picture.root);
    const same = shown?.picture.root === picture.root && root !== undefined && before !== undefined;
    if (!same || (anew && !moved)) {
      moved = false;
      return openingOn(root, layout.bounds, frameOf());
    }
    const { zoom } = view;
    return panBy(view, { x: (before.x - root.x) * zoom, y: (before.y - root.y) * zoom });
  };
  const ask = (): void => {
    const picture = wanted;
    if (picture === null || space.width === 0) return;
    const keeps = shown?.picture.root === picture.root && picture.additions.length > 0;
    const former = keeps && !anew ? (shown?.layout ?? null) : null;
    desk.ask({ picture, space, former }, (layout) => {
      view = viewOf(picture, layout);
      anew = false;
      shown = { picture, layout };
      sheet.fill(elementsOf(picture, layout), view);
    });
  };
  const hitOn = (at: Point): Hit | null =>
    shown === null ? null : hitAt(shown.picture, shown.layout, toPicture(view, at), view.zoom);
  const thingOn = (at: Point): string | null => thingOf(shown, hitOn(at));

  const stopListening = listenToGestures(container, {
    view: () => view,
    onMove: (next) => {
      moved = true;
      view = next;
      sheet.move(next);
    },
    onClick: (at, event) => {
      const hit = hitOn(at);
      const id = thingOf(shown, hit);
      if (hit?.kind === 'stub') handlers.onToggle(hit.id);
      else if (id !== null) handlers.onChoose(id, { add: event.ctrlKey || event.metaKey });
    },
    onDoubleClick: (at) => {
      const hit = hitOn(at);
      if (hit?.kind === 'node') handlers.onOpen(hit.id);
    },
    onMenu: (at, event) => {
      const id = thingOn(at);
      if (id !== null) handlers.onMenu(id, { x: event.pageX, y: event.pageY });
      return id !== null;
    },
    onHover: pointing(container, hitOn, handlers.onPoint),
  });

  return {
    show: (next) => {
      wanted = next;
      ask();
    },
    mark: (chosen, focused, within = null) => {
      marked = { chosen, focused, within };
      sheet.repaint();
    },
    fit: () => {
      if (shown !== null) jump(wholeIn(shown.layout.bounds, frameOf()));
    },
    zoomBy: (factor) => jump(zoomAt(view, factor, middle())),
    zoomTo1: () => jump(zoomAt(view, 1 / view.zoom, middle())),
    bring: (id) => {
      const box = boxOf(shown, id);
      if (box === null) return;
      const next = bringInto(view, box, frameOf());
      if (next.x !== view.x || next.y !== view.y) jump(next);
    },
    layout: () => shown?.layout ?? null,
    resize: () => {
      const now = spaceOf(container);
      const same =
        Math.abs(now.width - space.width) <= 1 && Math.abs(now.height - space.height) <= 1;
      if (same) return;
      space = now;
      anew = true;
      sheet.refresh(styleOf(colours));
      ask();
    },
    recolour: () => {
      colours = readPalette(container);
      sheet.refresh(styleOf(colours));
    },
    scene: () => {
      if (shown === null) return NO_SCENE;
      const moving = between(sheet.painted(), view);
      const now = new Map([...labels].map(([id, box]) => [id, boxOnScreen(moving, box)]));
      const corner = container.getBoundingClientRect();
      const { chosen } = marked;
      return sceneOf(shown.picture, shown.layout, view, { corner, labels: now, chosen });
    },
    destroy: () => {
      stopListening();
      desk.close();
      sheet.destroy();
    },
  };
}

function spaceOf({ clientWidth: width, clientHeight: height }: HTMLElement): {
  readonly width: number;
  readonly height: number;
} {
  return { width, height };
}

/** What a hit chooses: a line stands for the citation that it is part of, or for what it leads to. */
function thingOf(shown: Shown | null, hit: Hit | null): string | null {
  if (hit === null || hit.kind === 'stub') return null;
  if (hit.kind === 'node') return hit.id;
  const link = shown?.picture.links.find((each) => each.id === hit.id);
  if (link === undefined || link.kind === 'says') return null;
  return link.kind === 'cites' ? link.source : link.target;
}

function boxOf(shown: Shown | null, id: string): Rectangle | null {
  const bead = shown?.layout.beads.get(id);
  return shown?.layout.boxes.get(id) ?? (bead === undefined ? null : beadBox(bead));
}

/** Tells of what the pointer comes over, once for each thing. */
function pointing(
  container: HTMLElement,
  hitOn: (at: Point) => Hit | null,
  onPoint: DrawingHandlers['onPoint'],
): (at: Point | null) => void {
  let over: string | null = null;
  return (at) => {
    const hit = at === null ? null : hitOn(at);
    const id = hit === null ? null : hit.id;
    if (id === over) return;
    over = id;
    container.style.cursor = hit === null ? '' : 'pointer';
    onPoint(id === null || at === null || hit?.kind === 'stub' ? null : { id, at });
  };
}

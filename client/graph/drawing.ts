import cytoscape from 'cytoscape';
import type { Core } from 'cytoscape';
import type { Picture } from '../trail/picture.ts';
import { elementsOf } from './elements.ts';
import type { Layout } from './layout.ts';
import {
  beadLabelBox,
  beadLabelFont,
  overlap,
  paintHalo,
  paintLabel,
  paintLineSigns,
  paintSpine,
  shortPlace,
} from './marks.ts';
import { paintBead, paintCard } from './painter.ts';
import type { Brush } from './painter.ts';
import { readPalette } from './palette.ts';
import type { Point } from './routes.ts';
import type { Scene, SceneBox } from './scene.ts';
import { claimsApart, layOutFor } from './sizing.ts';
import { styleOf } from './style.ts';
import { createMeasure } from './text.ts';

/** What a person does on the canvas. */
export interface DrawingHandlers {
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** The pointer is over a thing, at a point of the container; null: over nothing. */
  readonly onPoint: (thing: { id: string; at: Point } | null) => void;
}

/** A trail, drawn. */
export interface Drawing {
  readonly show: (picture: Picture) => void;
  /** Marks what is chosen, and what has the focus in the Outline. */
  readonly mark: (chosen: string | null, focused: string | null) => void;
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Shows everything at its own size. */
  readonly zoomTo1: () => void;
  /** Takes up colours or a size that have changed. */
  readonly refresh: () => void;
  readonly scene: () => Scene;
  readonly destroy: () => void;
}

const MARGIN = 18;
const LARGEST = 1.15;
/** Below this the text of a card no longer fits into it. */
const READABLE = 0.6;

/** Draws into a container. Cytoscape draws bodies and lines, a layer above it what is inside them. */
export function createDrawing(container: HTMLElement, handlers: DrawingHandlers): Drawing {
  const measure = createMeasure();
  let colours = readPalette(container);
  let picture: Picture | null = null;
  let layout: Layout | null = null;
  let marked: { chosen: string | null; focused: string | null } = { chosen: null, focused: null };
  let labels = new Map<string, SceneBox>();

  const core = cytoscape({
    container,
    style: styleOf(colours),
    autoungrabify: true,
    boxSelectionEnabled: false,
    autounselectify: true,
    minZoom: 0.05,
    maxZoom: 3,
    pixelRatio: 'auto',
  });
  const layer = document.createElement('canvas');
  layer.className = 'drawing-layer';
  container.append(layer);

  const paint = (): void => {
    const context = fitLayer(layer, container);
    if (context === null || picture === null || layout === null) return;
    const brush = { context, colours, measure, zoom: core.zoom() };
    labels = paintPicture(brush, picture, layout, core, marked);
  };
  core.on('render', paint);
  listen(core, container, handlers, () => picture);

  const fit = (): void => {
    core.fit(undefined, MARGIN);
    if (core.zoom() > LARGEST) {
      core.zoom(LARGEST);
      core.center();
    }
  };
  /** All of it where that can be read; else the root and what is near it. */
  const openOn = (root: string): void => {
    fit();
    if (layout === null || core.zoom() >= READABLE) return;
    const room = core.width() - 2 * MARGIN;
    core.zoom(Math.max(READABLE, Math.min(1, room / layout.width)));
    const box = layout.boxes.get(root);
    if (box === undefined) return;
    const middle = (box.y + box.height / 2) * core.zoom();
    core.pan({ x: MARGIN - Math.min(0, box.x) * core.zoom(), y: core.height() / 2 - middle });
  };
  const draw = (): void => {
    if (picture === null || container.clientWidth === 0) return;
    const space = { width: container.clientWidth, height: container.clientHeight };
    layout = layOutFor(picture, space, measure);
    const elements = elementsOf(picture, layout);
    core.batch(() => {
      core.elements().remove();
      core.add(elements);
    });
    openOn(picture.root);
  };

  return {
    show: (next) => {
      picture = next;
      draw();
    },
    mark: (chosen, focused) => {
      marked = { chosen, focused };
      paint();
    },
    fit,
    zoomBy: (factor) => {
      const middle = { x: core.width() / 2, y: core.height() / 2 };
      core.zoom({ level: core.zoom() * factor, renderedPosition: middle });
    },
    zoomTo1: () => {
      const middle = { x: core.width() / 2, y: core.height() / 2 };
      core.zoom({ level: 1, renderedPosition: middle });
    },
    refresh: () => {
      colours = readPalette(container);
      core.resize();
      core.style(styleOf(colours));
      draw();
    },
    scene: () => sceneOf(picture, core, container, labels),
    destroy: () => {
      core.destroy();
      layer.remove();
    },
  };
}

function listen(
  core: Core,
  container: HTMLElement,
  handlers: DrawingHandlers,
  pictureNow: () => Picture | null,
): void {
  const thingAt = (id: string): string | null => {
    const link = pictureNow()?.links.find((each) => each.id === id);
    if (link === undefined) return id;
    return link.kind === 'cites' ? link.source : link.kind === 'says' ? null : link.target;
  };
  core.on('tap', 'node, edge', (event) => {
    const id = thingAt(event.target.id());
    if (id !== null) handlers.onChoose(id);
  });
  core.on('dbltap', 'node', (event) => handlers.onOpen(event.target.id()));
  core.on('mouseover', 'node, edge', (event) => {
    container.style.cursor = 'pointer';
    handlers.onPoint({ id: event.target.id(), at: event.renderedPosition });
  });
  core.on('mouseout pan zoom', () => {
    container.style.cursor = '';
    handlers.onPoint(null);
  });
}

function fitLayer(
  layer: HTMLCanvasElement,
  container: HTMLElement,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const [width, height] = [container.clientWidth, container.clientHeight];
  if (layer.width !== Math.round(width * ratio) || layer.height !== Math.round(height * ratio)) {
    layer.width = Math.round(width * ratio);
    layer.height = Math.round(height * ratio);
  }
  const context = layer.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

function paintPicture(
  brush: Brush,
  picture: Picture,
  layout: Layout,
  core: Core,
  marked: { readonly chosen: string | null; readonly focused: string | null },
): Map<string, SceneBox> {
  const labels = new Map<string, SceneBox>();
  const pan = core.pan();
  const toScreen = ({ x, y }: Point): Point => ({
    x: x * brush.zoom + pan.x,
    y: y * brush.zoom + pan.y,
  });
  const taken: SceneBox[] = [];
  for (const spine of layout.spines) {
    const box = paintSpine(brush, spine, toScreen);
    if (box !== null) taken.push(box);
  }
  for (const link of picture.links) {
    const line = layout.lines.get(link.id);
    if (line !== undefined) paintLineSigns(brush, link, line, toScreen);
  }
  const ranks = new Map([...layout.boxes].map(([id, box]) => [id, box.rank]));
  const apart = claimsApart(picture, ranks);
  for (const card of picture.cards) {
    const box = boxOf(core, card.id);
    if (box === null) continue;
    taken.push(box);
    const captioned = card.kind === 'STUDY' || apart.has(card.id);
    const label = paintCard(brush, captioned ? card : { ...card, caption: '' }, box);
    if (label !== null) labels.set(card.id, label);
  }
  const beads = picture.beads.flatMap((bead) => {
    const box = boxOf(core, bead.id);
    return box === null ? [] : [{ bead, box }];
  });
  taken.push(...beads.map(({ box }) => box));
  for (const { bead, box } of beads) {
    paintBead(brush, bead, box);
    const words = shortPlace(bead.place);
    if (words === null || brush.zoom < 0.6) continue;
    const label = beadLabelBox(brush, words, box);
    if (taken.some((other) => overlap(other, label))) continue;
    paintLabel(brush, words, beadLabelFont(), label);
    labels.set(bead.id, label);
    taken.push(label);
  }
  for (const [id, colour, distance] of [
    [marked.chosen, brush.colours.ink, 4],
    [marked.focused, brush.colours.focus, marked.focused === marked.chosen ? 8 : 4],
  ] as const) {
    const box = id === null ? null : boxOf(core, id);
    if (box !== null) paintHalo(brush, box, colour, distance, box.width < 30 * brush.zoom);
  }
  return labels;
}

function boxOf(core: Core, id: string): SceneBox | null {
  const element = core.getElementById(id);
  if (element.empty() || !element.isNode()) return null;
  const box = element.renderedBoundingBox({ includeLabels: false, includeOverlays: false });
  const [width, height] = [element.renderedWidth(), element.renderedHeight()];
  return { x: (box.x1 + box.x2 - width) / 2, y: (box.y1 + box.y2 - height) / 2, width, height };
}

function sceneOf(
  picture: Picture | null,
  core: Core,
  container: HTMLElement,
  labels: ReadonlyMap<string, SceneBox>,
): Scene {
  if (picture === null) return { nodes: [], edges: [] };
  const { left, top } = container.getBoundingClientRect();
  const onPage = (box: SceneBox): SceneBox => ({ ...box, x: box.x + left, y: box.y + top });
  const nodeOf = (
    id: string,
    kind: Scene['nodes'][number]['kind'],
    standing: string | null,
    label: string,
  ): Scene['nodes'] => {
    const box = boxOf(core, id);
    const labelBox = labels.get(id);
    if (box === null) return [];
    const shown = labelBox === undefined ? null : onPage(labelBox);
    return [{ id, kind, standing, box: onPage(box), labelBox: shown, label }];
  };
  return {
    nodes: [
      ...picture.cards.flatMap((card) => nodeOf(card.id, card.kind, card.standing, card.label)),
      ...picture.beads.flatMap((bead) => nodeOf(bead.id, 'CITATION', null, bead.label)),
    ],
    edges: picture.links.map(({ id, source, target, stance }) => ({ id, source, target, stance })),
  };
}

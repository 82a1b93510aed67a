import cytoscape from 'cytoscape';
import type { ElementDefinition, StylesheetJson } from 'cytoscape';
import type { Rectangle } from './layout.ts';
import { between } from './viewport.ts';
import type { View } from './viewport.ts';

/** What the picture is painted on: Cytoscape's bodies and lines, and over them what stands in them. */
export interface Sheet {
  /** Puts other elements on the sheet, and shows them in a view. */
  readonly fill: (elements: readonly ElementDefinition[], view: View) => void;
  /** Shows another part of the picture, or another zoom. */
  readonly move: (view: View) => void;
  /** Paints anew what stands in bodies and on lines; these stay. */
  readonly repaint: () => void;
  /** Takes up colours or a size that have changed. */
  readonly refresh: (style: StylesheetJson) => void;
  /** The view in which it was painted last. */
  readonly painted: () => View;
  readonly destroy: () => void;
}

/** Paints over bodies and lines: in pixels of the container, as much as the frame says. */
export type PaintLayer = (context: CanvasRenderingContext2D, view: View, frame: Rectangle) => void;

/** The one of Cytoscape's canvases that elements are drawn on; the others are for what we leave out. */
const DRAWN = 'canvas[data-id="layer2-node"]';
/** As much of the container's size is painted beyond each of its edges, so that panning has something to show. */
const BEYOND = 0.2;
/** So many elements are painted anew for every frame of a movement. */
const FEW = 120;
/** A movement rests when nothing has come for so many milliseconds. */
const REST = 120;
/** A movement that leaves what is painted is painted anew, but not more often than this. */
const SELDOM = 400;

/**
 * What is painted is larger than what is seen. While it moves, the whole sheet is
 * moved by the browser; when it rests, it is painted anew, sharp. Small pictures
 * are painted for every frame. Cytoscape draws unseen, on several canvases; what it
 * drew is taken over, so that the browser has a single one to move.
 */
export function createSheet(
  container: HTMLElement,
  style: StylesheetJson,
  paintLayer: PaintLayer,
): Sheet {
  const sheet = document.createElement('div');
  sheet.className = 'drawing-sheet';
  const bodies = document.createElement('div');
  bodies.className = 'drawing-bodies';
  const layer = document.createElement('canvas');
  layer.className = 'drawing-layer';
  sheet.append(bodies, layer);
  container.append(sheet);
  let beyond = spread(container, sheet);
  const core = cytoscape({
    container: bodies,
    style,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    userPanningEnabled: false,
    userZoomingEnabled: false,
    pixelRatio: 'auto',
  });

  let view: View = { x: 0, y: 0, zoom: 1 };
  let painted = view;
  let paintedAt = 0;
  let elementCount = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let frame: number | null = null;

  const place = (): void => {
    frame = null;
    const { x, y, zoom } = between(painted, view);
    const same = Math.abs(x) < 0.01 && Math.abs(y) < 0.01 && Math.abs(zoom - 1) < 1e-6;
    sheet.style.transform = same ? '' : `translate(${x}px, ${y}px) scale(${zoom})`;
  };
  const paint = (): void => {
    const { width, height } = container.getBoundingClientRect();
    const context = fitLayer(layer);
    const { x, y } = beyond;
    if (context === null) return;
    const drawn = bodies.querySelector<HTMLCanvasElement>(DRAWN);
    if (drawn !== null && drawn.width > 0) {
      context.drawImage(drawn, 0, 0, layer.width, layer.height);
    }
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, x * ratio, y * ratio);
    paintLayer(context, painted, { x: -x, y: -y, width: width + 2 * x, height: height + 2 * y });
  };
  const settle = (): void => {
    clearTimeout(resting);
    const pan = { x: view.x + beyond.x, y: view.y + beyond.y };
    core.viewport({ zoom: view.zoom, pan });
    core.forceRender();
  };
  core.on('render', () => {
    const pan = core.pan();
    painted = { x: pan.x - beyond.x, y: pan.y - beyond.y, zoom: core.zoom() };
    paintedAt = performance.now();
    paint();
    place();
  });

  return {
    fill: (elements, next) => {
      view = next;
      elementCount = elements.length;
      core.batch(() => {
        core.elements().remove();
        core.add([...elements]);
      });
      settle();
    },
    move: (next) => {
      view = next;
      if (elementCount <= FEW) {
        settle();
        return;
      }
      frame ??= requestAnimationFrame(place);
      clearTimeout(resting);
      resting = setTimeout(settle, REST);
      const left = hasLeft(between(painted, view), container, beyond);
      if (left && performance.now() - paintedAt > SELDOM) settle();
    },
    repaint: paint,
    refresh: (changed) => {
      beyond = spread(container, sheet);
      core.resize();
      core.style(changed);
      settle();
    },
    painted: () => painted,
    destroy: () => {
      clearTimeout(resting);
      if (frame !== null) cancelAnimationFrame(frame);
      core.destroy();
      sheet.remove();
    },
  };
}

/** Makes the sheet larger than its container, and moves about the container's own corner. */
function spread(container: HTMLElement, sheet: HTMLElement): { x: number; y: number } {
  const x = Math.round(container.clientWidth * BEYOND);
  const y = Math.round(container.clientHeight * BEYOND);
  sheet.style.inset = `${-y}px ${-x}px`;
  sheet.style.transformOrigin = `${x}px ${y}px`;
  return { x, y };
}

/** Whether an edge of what is painted, or its coarseness, has come into sight. */
function hasLeft(
  { x, y, zoom }: View,
  { clientWidth: width, clientHeight: height }: HTMLElement,
  beyond: { readonly x: number; readonly y: number },
): boolean {
  const across = x - beyond.x * zoom > 0 || x + (width + beyond.x) * zoom < width;
  const down = y - beyond.y * zoom > 0 || y + (height + beyond.y) * zoom < height;
  return across || down || zoom > 1.6;
}

/** An empty layer as large as the sheet, in pixels of the screen. */
function fitLayer(layer: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const width = Math.round(layer.clientWidth * ratio);
  const height = Math.round(layer.clientHeight * ratio);
  if (layer.width !== width) layer.width = width;
  if (layer.height !== height) layer.height = height;
  const context = layer.getContext('2d');
  context?.setTransform(1, 0, 0, 1, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

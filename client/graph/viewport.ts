import type { Rectangle } from './layout.ts';
import type { Point } from './routes.ts';

/** How the picture lies on the screen: a point of it stands at `point * zoom + (x, y)`. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const SMALLEST = 0.02;
const LARGEST = 3;
/** A whole picture is not drawn larger than this: few cards would look as if they shouted. */
const LARGEST_WHOLE = 1.15;
const MARGIN = 18;
/** Below this a card has no room for its name: less than all is shown then, and that large enough to be read. */
const READABLE = 8 / 13;
const WELL_READABLE = 11 / 13;

/** A point of the picture on the screen. */
export function toScreen({ x, y, zoom }: View, point: Point): Point {
  return { x: point.x * zoom + x, y: point.y * zoom + y };
}

/** A point of the screen in the picture. */
export function toPicture({ x, y, zoom }: View, point: Point): Point {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
}

/** A rectangle of the picture on the screen. */
export function boxOnScreen(view: View, box: Rectangle): Rectangle {
  return {
    ...toScreen(view, box),
    width: box.width * view.zoom,
    height: box.height * view.zoom,
  };
}

/** Zooms so that a point of the screen stays where it is. */
export function zoomAt(view: View, factor: number, at: Point): View {
  const zoom = Math.max(SMALLEST, Math.min(LARGEST, view.zoom * factor));
  const by = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** Moves by a distance on the screen. */
export function panBy(view: View, { x, y }: Point): View {
  return { ...view, x: view.x + x, y: view.y + y };
}

/** All of the picture, in the middle of the frame, and no larger than what is told. */
export function wholeIn(bounds: Rectangle, frame: Rectangle, largest = LARGEST_WHOLE): View {
  const across = (frame.width - 2 * MARGIN) / Math.max(1, bounds.width);
  const down = (frame.height - 2 * MARGIN) / Math.max(1, bounds.height);
  const zoom = Math.max(SMALLEST, Math.min(largest, across, down));
  return {
    zoom,
    x: frame.x + (frame.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: frame.y + (frame.height - bounds.height * zoom) / 2 - bounds.y * zoom,
  };
}

/** All of it where that can be read; else the root and what is near it. */
export function openingOn(root: Rectangle | undefined, bounds: Rectangle, frame: Rectangle): View {
  const whole = wholeIn(bounds, frame);
  if (root === undefined || whole.zoom >= READABLE) return whole;
  const across = (frame.width - 2 * MARGIN) / bounds.width;
  const zoom = Math.max(WELL_READABLE, Math.min(1, across));
  return {
    zoom,
    x: frame.x + MARGIN - Math.min(bounds.x, root.x) * zoom,
    y: frame.y + frame.height / 2 - (root.y + root.height / 2) * zoom,
  };
}

/** Pans no further than is needed to have a box of the picture within the frame. */
export function bringInto(view: View, box: Rectangle, frame: Rectangle): View {
  const { x, y, width, height } = boxOnScreen(view, box);
  return {
    ...view,
    x: view.x + shiftInto(x, width, frame.x + MARGIN, frame.width - 2 * MARGIN),
    y: view.y + shiftInto(y, height, frame.y + MARGIN, frame.height - 2 * MARGIN),
  };
}

function shiftInto(start: number, length: number, from: number, room: number): number {
  if (start < from || length > room) return from - start;
  return Math.min(0, from + room - (start + length));
}

/** What turns a picture that was painted in one view into how it looks in another. */
export function between(painted: View, now: View): View {
  const zoom = now.zoom / painted.zoom;
  return { zoom, x: now.x - painted.x * zoom, y: now.y - painted.y * zoom };
}

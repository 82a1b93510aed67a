import type { Point } from './routes.ts';
import { panBy, zoomAt } from './viewport.ts';
import type { View } from './viewport.ts';

/** What a pointer does to the picture. */
export interface GestureHandlers {
  readonly view: () => View;
  /** The picture is moved or zoomed by hand. */
  readonly onMove: (view: View) => void;
  readonly onClick: (at: Point, event: PointerEvent) => void;
  readonly onDoubleClick: (at: Point) => void;
  /** Answers whether there is a menu of our own at this point. */
  readonly onMenu: (at: Point, event: MouseEvent) => boolean;
  /** The pointer rests at a point, or has left. */
  readonly onHover: (at: Point | null) => void;
}

/** A pointer that has moved less than this has clicked. */
const STILL = 4;
const LINE = 18;

/** Turns pointers and the wheel into panning, zooming and clicks. Answers how to stop. */
export function listenToGestures(container: HTMLElement, handlers: GestureHandlers): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const down = new Map<number, Point>();
  let start: Point | null = null;
  let moved = false;

  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = container.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    start = pointOf(event);
    if (down.size === 0) moved = false;
    down.set(event.pointerId, start);
    container.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const at = pointOf(event);
    const before = down.get(event.pointerId);
    if (before === undefined) {
      handlers.onHover(at);
      return;
    }
    const still = start !== null && Math.hypot(at.x - start.x, at.y - start.y) < STILL;
    if (!moved && still && down.size === 1) return;
    moved = true;
    handlers.onHover(null);
    handlers.onMove(movedView(handlers.view(), down, event.pointerId, at));
    down.set(event.pointerId, at);
  };
  const release = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    if (!moved && event.type === 'pointerup') handlers.onClick(pointOf(event), event);
  };
  container.addEventListener('pointerdown', press, { signal });
  container.addEventListener('pointermove', move, { signal });
  container.addEventListener('pointerup', release, { signal });
  container.addEventListener('pointercancel', release, { signal });
  container.addEventListener('pointerleave', () => handlers.onHover(null), { signal });
  // The focus stays where it is, in the Outline: there is nothing here that could have it.
  container.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  container.addEventListener('dblclick', (event) => handlers.onDoubleClick(pointOf(event)), {
    signal,
  });
  container.addEventListener(
    'contextmenu',
    (event) => {
      if (handlers.onMenu(pointOf(event), event)) event.preventDefault();
    },
    { signal },
  );
  container.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      handlers.onHover(null);
      handlers.onMove(zoomAt(handlers.view(), wheelFactor(event), pointOf(event)));
    },
    { signal, passive: false },
  );
  return () => listening.abort();
}

function movedView(view: View, down: ReadonlyMap<number, Point>, pointer: number, at: Point): View {
  const before = down.get(pointer) ?? at;
  const [other] = [...down].filter(([id]) => id !== pointer).map(([, point]) => point);
  if (other === undefined) return panBy(view, { x: at.x - before.x, y: at.y - before.y });
  // Two fingers: the point between them stays between them.
  const [old, now] = [between(before, other), between(at, other)];
  const panned = panBy(view, { x: now.x - old.x, y: now.y - old.y });
  const apart = Math.hypot(before.x - other.x, before.y - other.y) || 1;
  return zoomAt(panned, Math.hypot(at.x - other.x, at.y - other.y) / apart, now);
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** One notch of a wheel zooms by about a quarter; a pinch on a touchpad comes as a finer wheel. */
function wheelFactor(event: WheelEvent): number {
  const delta = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE;
  const steps = Math.max(-1, Math.min(1, delta / (event.ctrlKey ? 40 : 100)));
  return 1.25 ** -steps;
}

import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { listenToGestures } from '../graph/gestures.ts';
import type { GestureHandlers } from '../graph/gestures.ts';
import type { SceneBox } from '../graph/scene.ts';
import { createMeasure } from '../graph/text.ts';
import { bringInto, toPicture, wholeIn, zoomAt } from '../graph/viewport.ts';
import type { View } from '../graph/viewport.ts';
import type { Zoomed } from '../views/view-actions.ts';
import { MapDiscs, MapLabels, MapTies } from './map-parts.tsx';
import { labelsOf } from './labels.ts';
import { boundsOf, discAt, worksTiedTo } from './map.ts';
import type { ClusterMap, Disc } from './map.ts';
import { sceneOfMap } from './scene.ts';

interface MapProps {
  readonly map: ClusterMap;
  /** Another name: another picture, which is fitted into the frame. */
  readonly name: string;
  readonly chosen: readonly string[];
  /** The cluster that is chosen, where its works are surrounded. */
  readonly chosenHull?: string | null;
  /** What has the focus in the list. */
  readonly focused: string | null;
  /** What is said at some discs, such as how much of a claim’s evidence is there. */
  readonly badges: ReadonlyMap<string, string>;
  readonly onChoose: (disc: Disc, how: { readonly add: boolean }) => void;
  readonly onOpen: (disc: Disc) => void;
  /** A menu is wanted for a disc, at a point of the page. */
  readonly onMenu: (disc: Disc, at: { readonly x: number; readonly y: number }) => void;
  readonly onReady: (handle: Zoomed | null) => void;
}

const LARGEST_WHOLE = 1.9;
const NAME_WIDTH = 130;
const NAME_HEIGHT = 34;
/** As near as a pointer must come to what is very small. */
const REACH = 8;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Clusters or works, drawn. It is for the pointer and hidden from assistive
 * technology: the list beside it says the same.
 */
export function MapDrawing(props: MapProps): ReactNode {
  const { map, name, chosen, chosenHull = null, focused, badges } = props;
  const container = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [moved, setMoved] = useState<{ readonly name: string; readonly view: View } | null>(null);
  const [ready, setReady] = useState<Zoomed | null>(null);
  const [over, setOver] = useState<{ disc: Disc; x: number; y: number } | null>(null);
  const fitted = useMemo(() => fittedView(map, size), [map, size]);
  const view = moved?.name === name ? moved.view : fitted;
  const measure = useMemo(() => createMeasure(), []);
  const important = useMemo(
    () => [...new Set([...chosen, ...badges.keys(), ...worksTiedTo(chosen, map)])],
    [chosen, badges, map],
  );
  const room = useMemo(() => roomAt(view.zoom, fitted, map, size), [view.zoom, fitted, map, size]);
  const labels = useMemo(
    () => labelsOf(map, view.zoom, important, badges, measure, room),
    [map, view.zoom, important, badges, measure, room],
  );

  const latest = useRef({ ...props, view, labels, over, isFitted: size.width > 0 });
  useEffect(() => {
    latest.current = { ...props, view, labels, over, isFitted: size.width > 0 };
  });
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const look = (next: View): void => setMoved({ name: latest.current.name, view: next });
    const hitAt: Hit = (at) => {
      const now = latest.current;
      return discAt(now.map, toPicture(now.view, at), REACH / now.view.zoom);
    };
    const stop = listenToGestures(element, {
      view: () => latest.current.view,
      onMove: look,
      onClick: (at, event) => {
        const disc = hitAt(at);
        const add = event.ctrlKey || event.metaKey;
        if (disc !== null) latest.current.onChoose(disc, { add });
      },
      onDoubleClick: (at) => {
        const disc = hitAt(at);
        if (disc !== null) latest.current.onOpen(disc);
      },
      onMenu: (at, event) => {
        const disc = hitAt(at);
        if (disc !== null) latest.current.onMenu(disc, { x: event.pageX, y: event.pageY });
        return disc !== null;
      },
      onHover: pointing(element, hitAt, (next) => {
        if (next?.disc.id !== latest.current.over?.disc.id) setOver(next);
      }),
    });
    const middle = (): { x: number; y: number } => ({
      x: element.clientWidth / 2,
      y: element.clientHeight / 2,
    });
    const handle: Zoomed = {
      fit: () => setMoved(null),
      zoomBy: (factor) => look(zoomAt(latest.current.view, factor, middle())),
      zoomTo1: () => look(zoomAt(latest.current.view, 1 / latest.current.view.zoom, middle())),
    };
    const sizes = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    sizes.observe(element);
    latest.current.onReady(handle);
    setReady(handle);
    return () => {
      stop();
      sizes.disconnect();
      latest.current.onReady(null);
    };
  }, []);
  useEffect(() => {
    window.underpin = {
      scene: () => {
        const now = latest.current;
        const corner = container.current?.getBoundingClientRect() ?? new DOMRect();
        return sceneOfMap(now.map, now.view, now.labels, now.chosen, corner);
      },
    };
    return () => {
      delete window.underpin;
    };
  }, []);
  const bring = focused ?? chosen[0];
  useEffect(() => {
    const disc = latest.current.map.discs.find(({ id }) => id === bring);
    if (disc === undefined || container.current === null) return;
    const { clientWidth: width, clientHeight: height } = container.current;
    const now = latest.current;
    // Before the first fit all of it is going to be seen.
    if (!now.isFitted) return;
    const next = bringInto(now.view, boxOf(disc), { x: 0, y: 0, width, height });
    if (next.x !== now.view.x || next.y !== now.view.y) setMoved({ name: now.name, view: next });
  }, [bring]);

  const lit = over?.disc.id ?? null;
  return (
    <div className="canvas-frame cluster-frame">
      <div className="canvas" aria-hidden="true" data-drawn={size.width > 0 ? '' : undefined}>
        <div ref={container} className="drawing">
          <svg className="cluster-svg">
            <g transform={`translate(${view.x} ${view.y}) scale(${view.zoom})`}>
              <Still
                map={map}
                chosen={chosen}
                chosenHull={chosenHull}
                lit={lit}
                focused={focused}
              />
            </g>
            <g transform={`translate(${view.x} ${view.y})`}>
              <MapLabels
                map={map}
                labels={labels}
                badges={badges}
                zoom={view.zoom}
                measure={measure}
              />
            </g>
          </svg>
        </div>
        {over === null ? null : (
          <div className="hint" style={{ left: over.x, top: over.y }}>
            {over.disc.hint}
          </div>
        )}
      </div>
      <Group className="canvas-tools" aria-label="Drawing">
        <Button className="button tool" aria-label="Zoom in" onPress={() => ready?.zoomBy(1.25)}>
          +
        </Button>
        <Button className="button tool" aria-label="Zoom out" onPress={() => ready?.zoomBy(0.8)}>
          −
        </Button>
        <Button className="button tool" onPress={() => ready?.fit()}>
          Fit
        </Button>
      </Group>
    </div>
  );
}

/** What does not change while the picture is panned and zoomed. */
const Still = memo(function Still({
  map,
  chosen,
  chosenHull,
  lit,
  focused,
}: {
  readonly map: ClusterMap;
  readonly chosen: readonly string[];
  readonly chosenHull: string | null;
  readonly lit: string | null;
  readonly focused: string | null;
}): ReactNode {
  return (
    <>
      <MapTies map={map} lit={lit === null ? chosen : [lit]} chosenHull={chosenHull} />
      <MapDiscs map={map} chosen={chosen} focused={focused} />
    </>
  );
});

type Hit = (at: { readonly x: number; readonly y: number }) => Disc | null;

function pointing(
  element: HTMLElement,
  hitAt: Hit,
  tell: (over: { disc: Disc; x: number; y: number } | null) => void,
): GestureHandlers['onHover'] {
  return (at) => {
    const disc = at === null ? null : hitAt(at);
    element.style.cursor = disc === null ? '' : 'pointer';
    tell(disc === null || at === null ? null : { disc, x: at.x, y: at.y });
  };
}

function boxOf({ x, y, radius }: Disc): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** All of it in the frame, with room for the names beside what is outermost. */
function fittedView(map: ClusterMap, { width, height }: Size): View {
  const across = Math.min(NAME_WIDTH, 0.14 * width);
  const down = Math.min(NAME_HEIGHT, 0.1 * height);
  const frame = { x: across, y: down, width: width - 2 * across, height: height - 2 * down };
  return wholeIn(boundsOf(map), frame, LARGEST_WHOLE);
}

/** What names stay within at a zoom: as far from what is outermost as the frame is where all is seen. */
function roomAt(
  zoom: number,
  fitted: View,
  map: ClusterMap,
  { width, height }: Size,
): SceneBox | null {
  if (width === 0) return null;
  const bounds = boundsOf(map);
  const more = zoom - fitted.zoom;
  return {
    x: bounds.x * more - fitted.x,
    y: bounds.y * more - fitted.y,
    width: width + bounds.width * more,
    height: height + bounds.height * more,
  };
}

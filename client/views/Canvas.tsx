import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import type { Drawing } from '../graph/drawing.ts';
import type { Scene } from '../graph/scene.ts';
import type { Picture } from '../trail/picture.ts';
import { Skeleton } from './States.tsx';
import { useLate } from './use-answer.ts';

declare global {
  interface Window {
    /** Read only: what the page draws now. */
    underpin?: { readonly scene: () => Scene };
  }
}

/** What stands for the drawing where its code cannot be had. */
const NOT_LOADED = { createDrawing: null } as const;

interface Hint {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const NONE: readonly string[] = [];

interface CanvasProps {
  readonly picture: Picture;
  readonly chosen: string | null;
  /** What is chosen beside that. */
  readonly also?: readonly string[];
  readonly focused: string | null;
  /** The studies that matter now, the others being dimmed; null where all do. */
  readonly within?: ReadonlySet<string> | null;
  readonly onChoose: (id: string, how: { readonly add: boolean }) => void;
  readonly onOpen: (id: string) => void;
  /** A menu is wanted for a thing, at a point of the page. */
  readonly onMenu?: (id: string, at: { readonly x: number; readonly y: number }) => void;
  /** What is around a thing and not drawn is asked for. */
  readonly onToggle?: (id: string) => void;
  /** The drawing can be spoken to; null once it no longer can. */
  readonly onReady?: (drawing: Drawing | null) => void;
}

/**
 * The trail, drawn. It is for the pointer and hidden from assistive technology:
 * the Outline beside it says the same.
 */
export function Canvas(props: CanvasProps): ReactNode {
  const { picture, chosen, also = NONE, focused, within = null } = props;
  const container = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const [missing, setMissing] = useState(false);
  const late = useLate(drawing === null && !missing);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    let made: Drawing | null = null;
    let left = false;
    const fail = (): void => {
      if (!left) setMissing(true);
    };
    const draw = async (): Promise<void> => {
      const { createDrawing } = await import('../graph/drawing.ts').catch(() => NOT_LOADED);
      if (createDrawing === null) {
        fail();
        return;
      }
      if (left || container.current === null) return;
      made = createDrawing(container.current, {
        onChoose: (id, how) => latest.current.onChoose(id, how),
        onOpen: (id) => latest.current.onOpen(id),
        onMenu: (id, at) => latest.current.onMenu?.(id, at),
        onToggle: (id) => latest.current.onToggle?.(id),
        onPoint: (thing) => {
          const text = thing === null ? null : hintText(latest.current.picture, thing.id);
          setHint(thing === null || text === null ? null : { text, ...thing.at });
        },
        onFailure: fail,
      });
      setDrawing(made);
    };
    void draw();
    return () => {
      left = true;
      made?.destroy();
    };
  }, []);

  useEffect(() => {
    if (drawing === null) return undefined;
    window.underpin = { scene: drawing.scene };
    latest.current.onReady?.(drawing);
    return () => {
      delete window.underpin;
      latest.current.onReady?.(null);
    };
  }, [drawing]);
  useEffect(() => drawing?.show(picture), [drawing, picture]);
  useEffect(
    () => drawing?.mark(chosen === null ? also : [chosen, ...also], focused, within),
    [drawing, chosen, also, focused, within],
  );
  useEffect(() => followRoomAndColours(drawing, container.current), [drawing]);

  return (
    <div className="canvas-frame">
      <div className="canvas" aria-hidden="true" data-drawn={drawing === null ? undefined : ''}>
        <div ref={container} className="drawing" />
        {hint === null ? null : (
          <div className="hint" style={{ left: hint.x, top: hint.y }}>
            {hint.text}
          </div>
        )}
      </div>
      {missing ? (
        <p className="missing">
          The drawing could not be loaded: load the page again. The Outline says the same.
        </p>
      ) : null}
      {drawing === null && late ? <Skeleton lines={6} /> : null}
      <Group className="canvas-tools" aria-label="Drawing">
        <Button className="button tool" aria-label="Zoom in" onPress={() => drawing?.zoomBy(1.25)}>
          +
        </Button>
        <Button className="button tool" aria-label="Zoom out" onPress={() => drawing?.zoomBy(0.8)}>
          −
        </Button>
        <Button className="button tool" onPress={() => drawing?.fit()}>
          Fit
        </Button>
      </Group>
    </div>
  );
}

/** Draws anew when the room or the colours change. */
function followRoomAndColours(drawing: Drawing | null, container: HTMLElement | null) {
  if (drawing === null || container === null) return undefined;
  const sizes = new ResizeObserver(drawing.resize);
  sizes.observe(container);
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of media) query.addEventListener('change', drawing.recolour);
  const theme = new MutationObserver(drawing.recolour);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    sizes.disconnect();
    theme.disconnect();
    for (const query of media) query.removeEventListener('change', drawing.recolour);
  };
}

/** What a thing of the picture is, and where the document says so. */
function hintText(picture: Picture, id: string): string | null {
  const card = picture.cards.find((each) => each.id === id);
  if (card !== undefined)
    return card.kind === 'CLAIM' ? card.label : `${card.label}, ${card.caption}`;
  const bead = picture.beads.find((each) => each.id === id);
  if (bead !== undefined) return withPlace(bead.label, bead.place);
  const link = picture.links.find((each) => each.id === id);
  if (link === undefined) return null;
  return withPlace(link.kind === 'says' ? 'says' : link.stance, link.place);
}

function withPlace(text: string, place: string | null): string {
  return place === null ? text : `${text}: ${place}`;
}

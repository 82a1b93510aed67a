import type { Picture } from '../trail/picture.ts';
import { beadBox } from './elements.ts';
import type { Layout } from './layout.ts';
import { isDrawn } from './shown.ts';
import { boxOnScreen } from './viewport.ts';
import type { View } from './viewport.ts';

/** A rectangle in CSS pixels of the page's viewport. */
export interface SceneBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn now, for tests and for people's own scripts. */
export interface Scene {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: 'CLAIM' | 'STUDY' | 'CITATION' | 'CLUSTER';
    readonly standing: string | null;
    /** Its standing before what is withdrawn was, where it is another. */
    readonly before: string | null;
    readonly withdrawn: boolean;
    readonly chosen: boolean;
    readonly box: SceneBox;
    /** Null where the label is left out, as there is no room for it. */
    readonly labelBox: SceneBox | null;
    readonly label: string;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly stance: string;
    /** It counts for nothing. */
    readonly void: boolean;
  }[];
  /** How much more there is around a thing. */
  readonly stubs: readonly {
    readonly of: string;
    readonly count: number;
    readonly box: SceneBox;
  }[];
}

/** Nothing is drawn. */
export const NO_SCENE: Scene = { nodes: [], edges: [], stubs: [] };

/** Tells what is drawn: where on the page the container's corner stands, and where its labels are. */
export function sceneOf(
  picture: Picture,
  layout: Layout,
  view: View,
  more: {
    readonly corner: { readonly left: number; readonly top: number };
    readonly labels: ReadonlyMap<string, SceneBox>;
    readonly chosen: readonly string[];
  },
): Scene {
  const drawn = isDrawn(picture);
  const onPage = (box: SceneBox): SceneBox => ({
    ...box,
    x: box.x + more.corner.left,
    y: box.y + more.corner.top,
  });
  const common = (id: string, box: SceneBox) => {
    const label = more.labels.get(id);
    return {
      id,
      chosen: more.chosen.includes(id),
      box: onPage(boxOnScreen(view, box)),
      labelBox: label === undefined ? null : onPage(label),
    };
  };
  const cards = picture.cards.flatMap((card): Scene['nodes'] => {
    const box = layout.boxes.get(card.id);
    if (box === undefined || !drawn(card.id)) return [];
    const { kind, standing, before, withdrawn, label } = card;
    return [{ ...common(card.id, box), kind, standing, before, withdrawn, label }];
  });
  const beads = picture.beads.flatMap(({ id, label }): Scene['nodes'] => {
    const middle = layout.beads.get(id);
    if (middle === undefined || !drawn(id)) return [];
    const nothing = { standing: null, before: null, withdrawn: false };
    return [{ ...common(id, beadBox(middle)), kind: 'CITATION', ...nothing, label }];
  });
  const edges = picture.links
    .filter((link) => drawn(link) && layout.lines.has(link.id))
    .map((link) => {
      const { id, source, target, stance } = link;
      return { id, source, target, stance, void: link.void };
    });
  const stubs = picture.stubs.flatMap(({ id, of, count }) => {
    const box = layout.stubs.get(id);
    if (box === undefined || !drawn(of)) return [];
    return [{ of, count, box: onPage(boxOnScreen(view, box)) }];
  });
  return { nodes: [...cards, ...beads], edges, stubs };
}

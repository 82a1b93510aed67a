import type { Scene, SceneBox } from '../graph/scene.ts';
import { toScreen } from '../graph/viewport.ts';
import type { View } from '../graph/viewport.ts';
import type { DiscLabel } from './labels.ts';
import type { ClusterMap } from './map.ts';
import { tieId } from './map.ts';

/** Tells what is drawn of a picture of clusters, in pixels of the page. */
export function sceneOfMap(
  map: ClusterMap,
  view: View,
  labels: readonly DiscLabel[],
  chosen: readonly string[],
  corner: { readonly left: number; readonly top: number },
): Scene {
  const named = new Map(labels.filter(({ isName }) => isName).map(({ id, box }) => [id, box]));
  const labelBoxOf = (id: string): SceneBox | null => {
    const box = named.get(id);
    return box === undefined
      ? null
      : { ...box, x: box.x + view.x + corner.left, y: box.y + view.y + corner.top };
  };
  return {
    nodes: map.discs.map(({ id, kind, x, y, radius, label }) => {
      const middle = toScreen(view, { x, y });
      const half = radius * view.zoom;
      return {
        id,
        kind,
        standing: null,
        before: null,
        withdrawn: false,
        chosen: chosen.includes(id),
        box: {
          x: middle.x - half + corner.left,
          y: middle.y - half + corner.top,
          width: 2 * half,
          height: 2 * half,
        },
        labelBox: labelBoxOf(id),
        label,
      };
    }),
    edges: map.ties.map((tie) => ({
      id: tieId(tie),
      source: tie.from,
      target: tie.to,
      stance: 'cites',
      void: false,
    })),
    stubs: [],
  };
}

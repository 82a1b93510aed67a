import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Years } from '../state/cluster-view.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { useNarrow } from '../views/use-narrow.ts';
import type { Zoomed } from '../views/view-actions.ts';
import type { ClusterMap } from './map.ts';
import { MapDrawing } from './MapDrawing.tsx';
import { useMenu } from './use-menu.tsx';
import type { OpenMenu } from './use-menu.tsx';
import type { DrawnClustering } from './use-clustering.ts';
import { pictureText } from './words.ts';
import { spanText } from './years.ts';

/** What is opened: a cluster, or a work of it. */
export interface OpenedProps {
  readonly store: ViewStore;
  readonly drawn: DrawnClustering;
  readonly cluster: string;
  readonly years: Years | null;
  readonly onReady: (handle: Zoomed | null) => void;
}

/** A picture of works, and beside it the list that says the same. */
export function Opened({
  store,
  map,
  name,
  told,
  years,
  chosen,
  onReady,
  children,
}: {
  readonly store: ViewStore;
  /** Null until its places are known. */
  readonly map: ClusterMap | null;
  readonly name: string;
  readonly told: string;
  /** The years that are looked at; null where all are. */
  readonly years: Years | null;
  readonly chosen: string | null;
  readonly onReady: (handle: Zoomed | null) => void;
  /** The list, which says what has the focus, and for what a menu is wanted. */
  readonly children: (onFocus: (id: string | null) => void, onMenu: OpenMenu) => ReactNode;
}): ReactNode {
  const narrow = useNarrow();
  const [wanted, setWanted] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const { also } = useView(store);
  const menu = useMenu(store);
  const marked = useMemo(() => (chosen === null ? also : [chosen, ...also]), [chosen, also]);
  return (
    <>
      <div className="clusters-told">
        <p aria-live="polite">{told}</p>
        {years === null ? null : (
          <p>
            Faint: not of {spanText({ first: years[0], last: years[1] })}, or of a year that is not
            known.
          </p>
        )}
        {narrow ? (
          <ToggleButton className="button small" isSelected={wanted} onChange={setWanted}>
            Drawing
          </ToggleButton>
        ) : null}
      </div>
      <div className="clusters-halves">
        {narrow && !wanted ? null : (
          <figure className="clusters-figure">
            {map === null ? null : (
              <MapDrawing
                map={map}
                name={name}
                chosen={marked}
                focused={focused}
                badges={NO_BADGES}
                onChoose={({ id }, { add }) => store.dispatch({ type: add ? 'add' : 'select', id })}
                onOpen={({ id }) => store.dispatch({ type: 'openWork', id })}
                onMenu={menu.open}
                onReady={onReady}
              />
            )}
            <figcaption className="quiet">{pictureText(false)}</figcaption>
          </figure>
        )}
        <section id="outline" className="outline-pane" aria-label="Works as a list" tabIndex={-1}>
          {children(setFocused, menu.open)}
        </section>
      </div>
      {menu.menu}
    </>
  );
}

const NO_BADGES: ReadonlyMap<string, string> = new Map();

import { memo, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { WhatIfQuery } from '../api/operations.generated.ts';
import type { Drawing } from '../graph/drawing.ts';
import { count } from '../language/words.ts';
import { say } from '../state/notices.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { flattenOutline, outlineOf } from '../trail/outline.ts';
import type { TrailAnswer } from '../trail/picture.ts';
import type { Seen } from '../trail/seen.ts';
import { Canvas } from './Canvas.tsx';
import { ExportPicture } from './ExportPicture.tsx';
import { Outline } from './Outline.tsx';
import { ThingMenu } from './ThingMenu.tsx';
import type { PagePoint } from './ThingMenu.tsx';
import { trailActions } from './trail-actions.ts';
import { TrailTools } from './TrailTools.tsx';
import type { Answer } from './use-answer.ts';
import { useClusterWithin } from './use-cluster-within.ts';
import { useDeeds } from './use-deeds.ts';
import { useGrowthNotice } from './use-growth-notice.ts';
import { useNarrow } from './use-narrow.ts';
import { useSeen } from './use-seen.ts';
import { useViewActions } from './use-view-actions.ts';
import { WhatIf } from './WhatIf.tsx';

/** A claim and what it rests on, drawn and outlined. */
export const TrailView = memo(function TrailView({
  store,
  trail,
  whatIf,
}: {
  readonly store: ViewStore;
  readonly trail: TrailAnswer;
  readonly whatIf: Answer<WhatIfQuery>;
}): ReactNode {
  const view = useView(store);
  const narrow = useNarrow();
  const [wanted, setWanted] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ id: string; at: PagePoint } | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const seen = useSeen(trail, view, (id) => {
    const name = trail.nodes.find((node) => node.id === id)?.shortLabel ?? id;
    say(`Nothing more is known around ${name}.`, 'undo');
  });
  const supposing = view.withdrawn.length > 0 || view.withoutRetracted;
  const tree = useMemo(() => outlineOf(seen), [seen]);
  const rows = useMemo(() => flattenOutline(tree), [tree]);
  const deeds = useDeeds(store, seen, rows);
  const actions = useMemo(
    () => trailActions(deeds, drawing, view.selection),
    [deeds, drawing, view.selection],
  );
  const pane = useViewActions(actions);
  useGrowthNotice(seen, deeds);
  const within = useClusterWithin(trail, view);
  const claims = useMemo(
    () => new Set(seen.picture.cards.filter(({ kind }) => kind === 'CLAIM').map(({ id }) => id)),
    [seen],
  );
  const onMenu = useCallback(
    (id: string, at: PagePoint): void => {
      store.dispatch({ type: 'select', id });
      setMenu({ id, at });
    },
    [store],
  );
  return (
    <div ref={pane} className="trail-view" tabIndex={-1}>
      <div className="pane-head">
        <h2>Trail</h2>
        <TrailTools store={store} />
        {narrow ? (
          <ToggleButton className="button small" isSelected={wanted} onChange={setWanted}>
            Drawing
          </ToggleButton>
        ) : null}
      </div>
      <div className="trail-bar">
        {supposing ? (
          <WhatIf store={store} answer={whatIf} shown={claims} />
        ) : (
          <SeenCounts seen={seen} />
        )}
        {within === null ? null : <WithinCluster store={store} seen={seen} within={within} />}
        <ExportPicture
          picture={seen.picture}
          revision={trail.revision}
          conditions={{
            withdrawn: supposing
              ? (whatIf.data?.withdraw.studies ?? []).map((study) => study.shortLabel)
              : [],
            asOf: view.asOf,
            left: seen.left,
          }}
        />
      </div>
      {narrow && !wanted ? null : (
        <Canvas
          picture={seen.picture}
          chosen={view.selection}
          also={view.also}
          focused={focused}
          within={within}
          onChoose={(id, { add }) => store.dispatch({ type: add ? 'add' : 'select', id })}
          onOpen={(id) => {
            if (claims.has(id)) store.dispatch({ type: 'open', claim: id });
          }}
          onToggle={deeds.expand}
          onMenu={onMenu}
          onReady={setDrawing}
        />
      )}
      <section id="outline" className="outline-pane" aria-label="Outline" tabIndex={-1}>
        <Outline
          store={store}
          tree={tree}
          rows={rows}
          root={trail.root}
          deeds={deeds}
          within={within}
          onFocusNode={setFocused}
          onMenu={onMenu}
        />
      </section>
      {menu === null ? null : (
        <ThingMenu
          name={deeds.nameOf(menu.id)}
          at={menu.at}
          deeds={deeds.of(menu.id)}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
});

/** How many of the works that are seen are in the cluster that is chosen, and the way out. */
function WithinCluster({
  store,
  seen,
  within,
}: {
  readonly store: ViewStore;
  readonly seen: Seen;
  readonly within: ReadonlySet<string>;
}): ReactNode {
  const works = seen.picture.cards.filter(({ kind, id }) => kind === 'STUDY' && seen.drawn.has(id));
  const inside = works.filter(({ id }) => within.has(id)).length;
  return (
    <span className="within-cluster">
      <span>
        {inside} of {count(works.length, 'work')} in the chosen cluster
      </span>
      <Button className="button small" onPress={() => store.dispatch({ type: 'leaveCluster' })}>
        Show all alike
      </Button>
    </span>
  );
}

/** How much is seen, and where to find what is not. */
function SeenCounts({ seen }: { readonly seen: Seen }): ReactNode {
  const { cards, beads } = seen.picture;
  const drawn = cards.filter(({ id }) => seen.drawn.has(id));
  const claims = drawn.filter(({ kind }) => kind === 'CLAIM').length;
  const citations = beads.filter(({ id }) => seen.drawn.has(id)).length;
  return (
    <span className="quiet">
      {count(claims, 'claim')}, {count(drawn.length - claims, 'work')},{' '}
      {count(citations, 'citation')}.{' '}
      {seen.left === 0
        ? 'Left rests on right.'
        : `${count(seen.left, 'more claim')} facing it: see the Inspector.`}
    </span>
  );
}

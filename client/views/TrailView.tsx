import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { WhatIfQuery } from '../api/operations.generated.ts';
import type { Drawing } from '../graph/drawing.ts';
import { count } from '../language/words.ts';
import { singleKeysOn } from '../state/keys.ts';
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
import { TrailTools } from './TrailTools.tsx';
import type { Answer } from './use-answer.ts';
import { useDeeds } from './use-deeds.ts';
import type { TrailDeeds } from './use-deeds.ts';
import { useNarrow } from './use-narrow.ts';
import { useSeen } from './use-seen.ts';
import { WhatIf } from './WhatIf.tsx';

/** A claim and what it rests on, drawn and outlined. */
export function TrailView({
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
  const pane = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const seen = useSeen(trail, view);
  const supposing = view.withdrawn.length > 0 || view.withoutRetracted;
  const tree = useMemo(() => outlineOf(seen), [seen]);
  const rows = useMemo(() => flattenOutline(tree), [tree]);
  const deeds = useDeeds(store, seen, rows);
  useGrowthNotice(seen, deeds);
  useEffect(() => {
    const element = pane.current;
    const onKey = (event: KeyboardEvent): void => onTrailKey(event, deeds, drawing.current);
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [deeds]);
  const claims = useMemo(
    () => new Set(seen.picture.cards.filter(({ kind }) => kind === 'CLAIM').map(({ id }) => id)),
    [seen],
  );
  const onMenu = (id: string, at: PagePoint): void => {
    store.dispatch({ type: 'select', id });
    setMenu({ id, at });
  };
  return (
    <div ref={pane} className="trail-view" tabIndex={-1}>
      <div className="pane-head">
        <h2>Trail</h2>
        <TrailTools store={store} />
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
      </div>
      {narrow && !wanted ? null : (
        <Canvas
          picture={seen.picture}
          chosen={view.selection}
          also={view.also}
          focused={focused}
          onChoose={(id, { add }) => store.dispatch({ type: add ? 'add' : 'select', id })}
          onOpen={(id) => {
            if (claims.has(id)) store.dispatch({ type: 'open', claim: id });
          }}
          onToggle={deeds.expand}
          onMenu={onMenu}
          onReady={(made) => {
            drawing.current = made;
          }}
        />
      )}
      <section id="outline" className="outline-pane" aria-label="Outline" tabIndex={-1}>
        <Outline
          store={store}
          tree={tree}
          rows={rows}
          root={trail.root}
          deeds={deeds}
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

/** Says what came around a thing, and how much is left. */
function useGrowthNotice(seen: Seen, deeds: TrailDeeds): void {
  const { additions, stubs } = seen.picture;
  const grown = additions.length;
  const before = useRef(grown);
  useEffect(() => {
    const last = additions.at(-1);
    if (grown > before.current && last !== undefined) {
      const left = stubs.find((stub) => stub.of === last.around)?.count ?? 0;
      const cards = seen.picture.cards.filter(({ id }) => last.ids.includes(id)).length;
      const rest = left === 0 ? 'That is all of it.' : `${count(left, 'more thing')}.`;
      say(`${cards} shown around ${deeds.nameOf(last.around)}. ${rest}`, 'undo');
    }
    before.current = grown;
  }, [grown, additions, stubs, seen, deeds]);
}

/** The keys of the trail: those that are single signs can be switched off. */
function onTrailKey(event: KeyboardEvent, deeds: TrailDeeds, drawing: Drawing | null): void {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select');
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if (typing || chord || event.defaultPrevented || !singleKeysOn()) return;
  const done = doTrailKey(event.key, deeds, drawing);
  if (done) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function doTrailKey(key: string, deeds: TrailDeeds, drawing: Drawing | null): boolean {
  switch (key) {
    case 'w':
    case 'W':
      if (!deeds.withdraw()) say('Choose a study or a citation first: it is what is withdrawn.');
      return true;
    case 'f':
    case 'F':
      drawing?.fit();
      return drawing !== null;
    case '+':
    case '=':
      drawing?.zoomBy(1.25);
      return drawing !== null;
    case '-':
      drawing?.zoomBy(0.8);
      return drawing !== null;
    case '0':
      drawing?.zoomTo1();
      return drawing !== null;
    default:
      return false;
  }
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import {
  ClaimTrailDocument,
  OverviewDocument,
  WhatIfDocument,
} from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type {
  ClaimTrailQueryVariables,
  OverviewQuery,
  WhatIfQuery,
} from '../api/operations.generated.ts';
import { singleKeysOn } from '../state/keys.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import type { View } from '../state/view.ts';
import { EmptyStore } from './EmptyStore.tsx';
import { Help } from './Help.tsx';
import { Inspector } from './Inspector.tsx';
import { Legend } from './Legend.tsx';
import { Lists } from './Lists.tsx';
import { Later } from './Later.tsx';
import { NoClaims } from './NoClaims.tsx';
import { Notice } from './Notice.tsx';
import type { PageParts } from './parts.ts';
import { Answered, LostServer } from './States.tsx';
import { TopBar } from './TopBar.tsx';
import { TopicStrip } from './TopicStrip.tsx';
import { TrailView } from './TrailView.tsx';
import { TRAIL_DEPTH } from './trail-depth.ts';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';
import { useOpening } from './use-opening.ts';
import { usePreparedDrawing } from './use-prepared-drawing.ts';
import { useViewer, ViewerContext } from './viewer.ts';
import { WAYS } from './ways.ts';

/** The page, for whoever asks. */
export function Explorer({
  store,
  parts,
}: {
  readonly store: ViewStore;
  readonly parts: PageParts;
}): ReactNode {
  const overview = useAnswer(OverviewDocument, {});
  const { role = null, name = null } = overview.data?.viewer ?? {};
  const viewer = useMemo(() => ({ role, name, parts }), [role, name, parts]);
  return (
    <ViewerContext value={viewer}>
      <Page store={store} overview={overview} />
    </ViewerContext>
  );
}

function Page({
  store,
  overview,
}: {
  readonly store: ViewStore;
  readonly overview: Answer<OverviewQuery>;
}): ReactNode {
  const view = useView(store);
  usePreparedDrawing();
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  const { parts } = useViewer();
  const isTracing = view.way === 'trail';
  const opening = useOpening(store, isTracing);
  const supposing = view.withdrawn.length > 0 || view.withoutRetracted;
  const whatIf = useAnswer(
    WhatIfDocument,
    supposing
      ? { studies: view.withdrawn, includeRetracted: view.withoutRetracted, asOf: view.asOf }
      : null,
  );
  const trail = useAnswer(ClaimTrailDocument, isTracing ? trailVariables(view, whatIf) : null);
  const claim = isTracing && trail.current ? (trail.data?.claim ?? null) : null;
  const missing = isTracing && trail.current && trail.data !== null && trail.data.claim === null;
  useEffect(() => {
    const name = isTracing ? claim?.text : 'Clusters';
    document.title = name === undefined ? 'Underpin' : `${name} – Underpin`;
  }, [claim, isTracing]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inside = event.target instanceof HTMLElement && event.target.closest('dialog, input');
      if (inside || event.defaultPrevented) return;
      if (event.key === 'Escape') store.dispatch({ type: 'backOut' });
      if (!singleKeysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') help();
      const way = WAYS.find(({ key }) => key === event.key)?.way;
      if (way !== undefined) store.dispatch({ type: 'show', way });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, help]);

  const statistics = overview.data?.statistics;
  const empty = statistics?.claims === 0 && statistics.studies === 0;
  return (
    <div className="page">
      <a className="skip" href="#outline">
        Go to the Outline
      </a>
      <TopBar store={store} viewer={overview.data?.viewer ?? null} onHelp={help} />
      <LostServer />
      {overview.data === null || empty ? null : (
        <TopicStrip
          store={store}
          statistics={overview.data.statistics}
          question={claim?.text ?? null}
          way={view.way}
        />
      )}
      {empty ? (
        <main className="panes">
          <EmptyStore role={overview.data?.viewer.role ?? 'READER'} />
        </main>
      ) : (
        <div className="panes">
          <Lists store={store} />
          {isTracing ? (
            <main className="trail">
              {statistics?.claims === 0 ? <NoClaims store={store} /> : null}
              {view.claim === null ? (
                <Answered answer={opening} lines={8} name="the first trail">
                  {() => null}
                </Answered>
              ) : null}
              {missing ? (
                <p className="missing" role="alert">
                  There is no claim “{view.claim}” here. Choose one of the claims, or search for it.
                </p>
              ) : (
                <Answered answer={trail} lines={8} name="the trail">
                  {(data) =>
                    data.claim === null ? null : (
                      <TrailView store={store} trail={data.claim.trail} whatIf={whatIf} />
                    )
                  }
                </Answered>
              )}
            </main>
          ) : (
            <main className="trail">
              {parts === null ? null : <Later load={parts.clusters} props={{ store }} />}
            </main>
          )}
          <Inspector store={store} />
        </div>
      )}
      <Legend way={view.way} />
      <output className="aloud">
        {claim === null
          ? ''
          : `Trail of “${claim.text}”, ${count(claim.trail.nodes.length, 'node')}.`}
      </output>
      {helping ? <Help onClose={() => setHelping(false)} /> : null}
      <Notice />
    </div>
  );
}

/** What the trail is asked under; null while it is not known which studies are withdrawn. */
function trailVariables(
  { claim, withdrawn, withoutRetracted, stances, asOf }: View,
  whatIf: Answer<WhatIfQuery>,
): ClaimTrailQueryVariables | null {
  if (claim === null) return null;
  const asked = {
    id: claim,
    depth: TRAIL_DEPTH,
    ...(stances.length === 0 ? {} : { stances }),
    ...(asOf === null ? {} : { asOf }),
  };
  if (!withoutRetracted) return withdrawn.length === 0 ? asked : { ...asked, withdrawn };
  if (!whatIf.current || whatIf.data === null) return null;
  return { ...asked, withdrawn: whatIf.data.withdraw.studies.map((study) => study.id) };
}

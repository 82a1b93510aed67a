import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ClaimTrailDocument, OverviewDocument } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { singleKeysOn } from '../state/keys.ts';
import { applyTheme, nextTheme, readTheme } from '../state/theme.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import type { CurationParts } from './correction.ts';
import { Help } from './Help.tsx';
import { Inspector } from './Inspector.tsx';
import { Legend } from './Legend.tsx';
import { Lists } from './Lists.tsx';
import { Notice } from './Notice.tsx';
import { Answered, EmptyStore } from './States.tsx';
import { TopBar } from './TopBar.tsx';
import { TopicStrip } from './TopicStrip.tsx';
import { TrailView } from './TrailView.tsx';
import { TRAIL_DEPTH } from './trail-depth.ts';
import { useAnswer } from './use-answer.ts';
import { useOpening } from './use-opening.ts';
import { ViewerContext } from './viewer.ts';

/** The page. */
export function Explorer({
  store,
  parts,
}: {
  readonly store: ViewStore;
  readonly parts: CurationParts;
}): ReactNode {
  const view = useView(store);
  const [theme, setTheme] = useState(readTheme);
  const [helping, setHelping] = useState(false);
  const overview = useAnswer(OverviewDocument, {});
  const opening = useOpening(store);
  const trail = useAnswer(
    ClaimTrailDocument,
    view.claim === null ? null : { id: view.claim, depth: TRAIL_DEPTH },
  );
  const claim = trail.current ? (trail.data?.claim ?? null) : null;
  const missing = trail.current && trail.data !== null && trail.data.claim === null;
  useEffect(() => {
    document.title = claim === null ? 'Underpin' : `${claim.text} – Underpin`;
  }, [claim]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inside = event.target instanceof HTMLElement && event.target.closest('dialog, input');
      if (inside || event.defaultPrevented) return;
      if (event.key === 'Escape') store.dispatch({ type: 'backOut' });
      if (event.key === '?' && singleKeysOn()) setHelping(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);

  const { role = null, name = null } = overview.data?.viewer ?? {};
  const viewer = useMemo(() => ({ role, name, parts }), [role, name, parts]);
  const empty = overview.data?.statistics.claims === 0;
  return (
    <ViewerContext value={viewer}>
      <div className="page">
        <a className="skip" href="#outline">
          Go to the Outline
        </a>
        <TopBar
          store={store}
          viewer={overview.data?.viewer ?? null}
          theme={theme}
          onTheme={() => {
            const next = nextTheme(theme);
            applyTheme(next);
            setTheme(next);
          }}
          onHelp={() => setHelping(true)}
        />
        {overview.data === null || empty ? null : (
          <TopicStrip
            store={store}
            statistics={overview.data.statistics}
            question={claim?.text ?? null}
          />
        )}
        {empty ? (
          <main className="panes">
            <EmptyStore />
          </main>
        ) : (
          <div className="panes">
            <Lists store={store} />
            <main className="trail">
              {opening.error === null ? null : (
                <Answered answer={opening} lines={8}>
                  {() => null}
                </Answered>
              )}
              {missing ? (
                <p className="missing" role="alert">
                  There is no claim “{view.claim}” here. Choose one of the claims, or search for it.
                </p>
              ) : (
                <Answered answer={trail} lines={8}>
                  {(data) =>
                    data.claim === null ? null : (
                      <TrailView store={store} trail={data.claim.trail} />
                    )
                  }
                </Answered>
              )}
            </main>
            <Inspector store={store} />
          </div>
        )}
        <Legend />
        <output className="aloud">
          {claim === null
            ? ''
            : `Trail of “${claim.text}”, ${count(claim.trail.nodes.length, 'node')}.`}
        </output>
        {helping ? <Help onClose={() => setHelping(false)} /> : null}
        <Notice />
      </div>
    </ViewerContext>
  );
}

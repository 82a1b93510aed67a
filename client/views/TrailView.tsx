import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { atAGlance } from '../trail/glance.ts';
import { pictureOf } from '../trail/picture.ts';
import type { TrailAnswer } from '../trail/picture.ts';
import { Canvas } from './Canvas.tsx';
import { ExportPicture } from './ExportPicture.tsx';
import { Outline } from './Outline.tsx';
import { useNarrow } from './use-narrow.ts';

/** A claim and what it rests on, drawn and outlined. */
export function TrailView({
  store,
  trail: whole,
}: {
  readonly store: ViewStore;
  readonly trail: TrailAnswer;
}): ReactNode {
  const view = useView(store);
  const narrow = useNarrow();
  const [wanted, setWanted] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const { trail, left } = useMemo(() => atAGlance(whole), [whole]);
  const picture = useMemo(() => pictureOf(trail), [trail]);
  const claims = new Set(picture.cards.filter((card) => card.kind === 'CLAIM').map(({ id }) => id));
  return (
    <>
      <div className="pane-head">
        <h2>Trail</h2>
        <span className="quiet">
          {count(claims.size, 'claim')}, {count(picture.cards.length - claims.size, 'work')},{' '}
          {count(picture.beads.length, 'citation')}.{' '}
          {left === 0
            ? 'Left rests on right.'
            : `${count(left, 'more claim')} facing it: see the Inspector.`}
        </span>
        <ExportPicture
          picture={picture}
          revision={trail.revision}
          conditions={{ withdrawn: [], asOf: null, left }}
        />
        {narrow ? (
          <ToggleButton className="button small" isSelected={wanted} onChange={setWanted}>
            Drawing
          </ToggleButton>
        ) : null}
      </div>
      <FrontierNote trail={trail} />
      {narrow && !wanted ? null : (
        <Canvas
          picture={picture}
          chosen={view.selection}
          focused={focused}
          onChoose={(id) => store.dispatch({ type: 'select', id })}
          onOpen={(id) => {
            if (claims.has(id)) store.dispatch({ type: 'open', claim: id });
          }}
        />
      )}
      <section id="outline" className="outline-pane" aria-label="Outline" tabIndex={-1}>
        <Outline store={store} trail={trail} onFocusNode={setFocused} />
      </section>
    </>
  );
}

/** Says where the trail stops though there is more: nothing is cut in silence. */
function FrontierNote({ trail }: { readonly trail: TrailAnswer }): ReactNode {
  if (trail.frontier.length === 0) return null;
  const beyond = trail.frontier.reduce((sum, stop) => sum + stop.count, 0);
  const size = trail.frontier.some((stop) => stop.reason === 'SIZE');
  return (
    <p className="frontier quiet">
      The trail goes on: {count(beyond, 'line')} more lead on from{' '}
      {count(trail.frontier.length, 'claim')},{' '}
      {size ? 'more than one drawing holds' : 'further down than is drawn'}. Open a claim at its end
      to go on.
    </p>
  );
}

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { WhatIfQuery } from '../api/operations.generated.ts';
import { WITHDRAWN_GLYPH } from '../language/glyphs.ts';
import { fallText } from '../language/reasoning.ts';
import { count } from '../language/words.ts';
import { pageUndo } from '../state/undo.ts';
import { dispatchUndoably } from '../state/undoably.ts';
import { NOTHING_SUPPOSED } from '../state/view.ts';
import type { ViewStore } from '../state/view-store.ts';
import { ClaimLink, PartByPart, StudyLink } from './inspector-parts.tsx';
import { Sign } from './Marks.tsx';
import type { Answer } from './use-answer.ts';
import { useLate } from './use-answer.ts';
import { useViewer } from './viewer.ts';

type Withdrawal = WhatIfQuery['withdraw'];

/** How many names are read out before the rest are counted. */
const NAMED = 3;

/** What is supposed, and what falls by it. */
export function WhatIf({
  store,
  answer,
  shown,
}: {
  readonly store: ViewStore;
  readonly answer: Answer<WhatIfQuery>;
  /** Ids of the claims that are seen. */
  readonly shown: ReadonlySet<string>;
}): ReactNode {
  const late = useLate(answer.waiting);
  const withdrawal = answer.current ? (answer.data?.withdraw ?? null) : null;
  const end = (): void =>
    dispatchUndoably(
      store,
      pageUndo,
      { type: 'suppose', ...NOTHING_SUPPOSED },
      'the what-if ended',
    );
  return (
    <section className="what-if" aria-label="What if">
      <Sign glyph={WITHDRAWN_GLYPH} />
      {withdrawal === null ? (
        <span className="quiet">
          {answer.error === null
            ? late
              ? 'Working out what falls…'
              : ' '
            : `What falls is not known: ${answer.error.message}`}
        </span>
      ) : (
        <WhatFalls store={store} withdrawal={withdrawal} shown={shown} />
      )}
      {/* It is seen in the line above, and heard from here. */}
      <output className="aloud">{withdrawal === null ? '' : announcement(withdrawal)}</output>
      <Button className="button small" onPress={end}>
        End what-if
      </Button>
    </section>
  );
}

function WhatFalls({
  store,
  withdrawal: { studies, fallen },
  shown,
}: {
  readonly store: ViewStore;
  readonly withdrawal: Withdrawal;
  readonly shown: ReadonlySet<string>;
}): ReactNode {
  const { role } = useViewer();
  const here = fallen.filter(({ claim }) => shown.has(claim.id)).length;
  const [first, ...others] = studies;
  return (
    <details className="what-falls">
      <summary>
        <strong data-fallen={fallen.length}>
          {fallen.length === 0 ? 'No claim falls' : fallsText(fallen.length)}
        </strong>
        {fallen.length === 0 ? '' : `, ${here} in this trail,`} if{' '}
        {first === undefined ? 'nothing' : first.shortLabel}
        {others.length === 0 ? '' : ` and ${others.length} more`}{' '}
        {others.length === 0 ? 'is' : 'are'} withdrawn
      </summary>
      <div className="what-falls-list">
        <p className="quiet">
          Withdrawn:{' '}
          {studies.map((study, index) => (
            <span key={study.id}>
              {index === 0 ? '' : ', '}
              <StudyLink store={store} study={study} />
            </span>
          ))}
        </p>
        {role === 'CURATOR' ? (
          <p className="quiet">To make it so, choose the study and set its status.</p>
        ) : null}
        <PartByPart items={fallen} first={20}>
          {({ claim, before, after }) => (
            <li key={claim.id} className="item" data-fall={claim.id}>
              <ClaimLink store={store} claim={{ ...claim, standing: after }} />
              <span className="place quiet">{fallText(before, after)}</span>
            </li>
          )}
        </PartByPart>
      </div>
    </details>
  );
}

function fallsText(falls: number): string {
  return `${count(falls, 'claim')} ${falls === 1 ? 'falls' : 'fall'}`;
}

function announcement({ studies, fallen }: Withdrawal): string {
  const names = listed(studies.map((study) => study.shortLabel));
  if (fallen.length === 0) return `${names} withdrawn. No claim falls.`;
  const claims = listed(fallen.map(({ claim }) => `“${claim.text}”`));
  return `${names} withdrawn. ${fallsText(fallen.length)}: ${claims}.`;
}

function listed(names: readonly string[]): string {
  const told = names.slice(0, NAMED).join('; ');
  return names.length > NAMED ? `${told}; and ${names.length - NAMED} more` : told;
}

import type { ReactNode } from 'react';
import { FallsWithoutDocument, FirmnessDocument } from '../api/operations.generated.ts';
import type { FirmnessQuery, StudyNameFragment } from '../api/operations.generated.ts';
import { FORMULAS, robustnessSentence, withoutText } from '../language/reasoning.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Figure, Figures, Slowly } from './Figure.tsx';
import { StudyLink } from './inspector-parts.tsx';
import { useAnswer } from './use-answer.ts';
import { WhatIfButton } from './WhatIfButton.tsx';

/** Of how many single points of failure it is told at once what the claim would fall to. */
const TOLD = 3;

/** What a claim hangs on. It is asked after the rest, which never waits for it. */
export function ClaimFirmness({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: string;
}): ReactNode {
  const answer = useAnswer(FirmnessDocument, { claim });
  return (
    <div className="firmness">
      <Slowly answer={answer} lines={2} what="What it hangs on">
        {(data) => (data.claim === null ? null : <Firmness store={store} claim={data.claim} />)}
      </Slowly>
    </div>
  );
}

function Firmness({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: NonNullable<FirmnessQuery['claim']>;
}): ReactNode {
  const studies = claim.singlePointsOfFailure;
  const { robustness } = claim.reach;
  return (
    <Figures>
      <Figure
        formula={studies.length > 0 ? FORMULAS.singlePoints : FORMULAS.robustness}
        sentence={robustnessSentence(robustness, studies.length)}
        inputs={
          studies.length === 0 ? null : (
            <p>
              <strong>Computed: {FORMULAS.robustness.name}</strong> {robustness}.{' '}
              {FORMULAS.robustness.text}
            </p>
          )
        }
      >
        {studies.length === 0 ? null : (
          <ul className="plain figure-links">
            {studies.map((study, index) => (
              <li key={study.id}>
                <StudyLink store={store} study={study} />
                {index < TOLD ? <Without claim={claim.id} study={study} /> : null}{' '}
                <WhatIfButton store={store} study={study.id} name={study.shortLabel} />
              </li>
            ))}
          </ul>
        )}
      </Figure>
    </Figures>
  );
}

/** What the claim falls to without a study; nothing until that is known. */
function Without({
  claim,
  study,
}: {
  readonly claim: string;
  readonly study: StudyNameFragment;
}): ReactNode {
  const { data } = useAnswer(FallsWithoutDocument, { study: study.id });
  const fall = data?.withdraw.fallen.find((each) => each.claim.id === claim);
  return fall === undefined ? null : <span className="quiet"> ({withoutText(fall.after)})</span>;
}

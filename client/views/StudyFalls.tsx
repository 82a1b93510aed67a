import type { ReactNode } from 'react';
import { FallsWithoutDocument, LoadBearingDocument } from '../api/operations.generated.ts';
import {
  fallsWithSentence,
  fallText,
  FORMULAS,
  singlePointSentence,
} from '../language/reasoning.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Figure, Figures, Slowly } from './Figure.tsx';
import { ClaimLink, PartByPart, Section } from './inspector-parts.tsx';
import { useAnswer } from './use-answer.ts';
import { WhatIfButton } from './WhatIfButton.tsx';

/** How many claims are listed at a time. */
const AT_A_TIME = 20;
/** As many studies as one page of the ranking may hold. */
const RANKED = 100;

const WITHDRAWAL = {
  name: 'withdrawal',
  text: 'Claims whose standing is lower with the study and its parts taken away, along claim-level support only: never along plain citations.',
};

/** What falls if a study is withdrawn; asked after the rest, which never waits for it. */
export function StudyFalls({
  store,
  study,
}: {
  readonly store: ViewStore;
  readonly study: string;
}): ReactNode {
  const answer = useAnswer(FallsWithoutDocument, { study });
  return (
    <Section title="What falls if it is withdrawn">
      <p>
        <WhatIfButton store={store} study={study} />
      </p>
      <Slowly answer={answer} lines={3} what="What falls with it">
        {({ withdraw: { fallen } }) => (
          <>
            <Figures>
              <Figure formula={WITHDRAWAL} sentence={fallsWithSentence(fallen.length)} />
              {fallen.length === 0 ? null : (
                <SinglePointOf study={study} falls={fallen.length} after={null} />
              )}
            </Figures>
            <PartByPart items={fallen} first={AT_A_TIME}>
              {({ claim, before, after }) => (
                <li key={claim.id} className="item">
                  <ClaimLink store={store} claim={{ ...claim, standing: before }} />
                  <span className="place quiet">{fallText(before, after)}</span>
                </li>
              )}
            </PartByPart>
          </>
        )}
      </Slowly>
    </Section>
  );
}

/**
 * Of how many claims the study is a single point of failure, as the ranking has
 * it. The ranking is followed down to where no study carries as much as this one.
 */
function SinglePointOf({
  study,
  falls,
  after,
}: {
  readonly study: string;
  readonly falls: number;
  readonly after: string | null;
}): ReactNode {
  const { data } = useAnswer(LoadBearingDocument, { first: RANKED, after });
  if (data === null) return null;
  const { nodes, pageInfo } = data.loadBearingStudies;
  const known = nodes.find((node) => node.study.id === study);
  if (known !== undefined) {
    return (
      <Figure formula={FORMULAS.singlePoints} sentence={singlePointSentence(known.singlePointOf)} />
    );
  }
  const goesOn = pageInfo.hasNextPage && (nodes.at(-1)?.falls ?? 0) >= falls;
  return goesOn ? <SinglePointOf study={study} falls={falls} after={pageInfo.endCursor} /> : null;
}

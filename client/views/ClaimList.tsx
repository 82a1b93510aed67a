import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ClaimListDocument } from '../api/operations.generated.ts';
import type { ClaimSummaryFragment, Direction } from '../api/operations.generated.ts';
import { sayersText } from '../language/verdict.ts';
import { count, DIRECTION_WORDS } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { ContestedMark, StandingMark } from './Marks.tsx';
import { Answered } from './States.tsx';
import { useAnswer } from './use-answer.ts';
import { ViewLink } from './ViewLink.tsx';

/** How many claims one page of the list holds. */
export const PAGE_SIZE = 30;

/** What the list asks for: contested claims come first. */
export function claimListVariables(direction: Direction | null, after: string | null) {
  return {
    first: PAGE_SIZE,
    after,
    filter: direction === null ? null : { direction },
    orderBy: 'CONTESTED' as const,
  };
}

/** The claims of the store, contested first, page by page. */
export function ClaimList({ store }: { readonly store: ViewStore }): ReactNode {
  const { direction } = useView(store);
  return (
    <nav className="claims" aria-labelledby="claims-heading">
      <div className="pane-head">
        <h2 id="claims-heading">Claims</h2>
        {direction === null ? (
          <span className="quiet">contested first</span>
        ) : (
          <Button
            className="button small"
            onPress={() => store.dispatch({ type: 'filter', direction: null })}
          >
            Clear “{DIRECTION_WORDS[direction]}”
          </Button>
        )}
      </div>
      <ol className="claim-list">
        <ClaimPage key={direction} store={store} direction={direction} after={null} seen={0} />
      </ol>
    </nav>
  );
}

function ClaimPage({
  store,
  direction,
  after,
  seen,
}: {
  readonly store: ViewStore;
  readonly direction: Direction | null;
  readonly after: string | null;
  readonly seen: number;
}): ReactNode {
  const [more, setMore] = useState(false);
  const answer = useAnswer(ClaimListDocument, claimListVariables(direction, after));
  const claims = answer.data?.claims;
  const shown = seen + (claims?.nodes.length ?? 0);
  if (claims === undefined) {
    return (
      <li className="claim-more">
        <Answered answer={answer} lines={after === null ? 12 : 3}>
          {() => null}
        </Answered>
      </li>
    );
  }
  return (
    <>
      {claims.nodes.map((claim) => (
        <ClaimItem key={claim.id} store={store} claim={claim} />
      ))}
      {claims.totalCount === 0 ? (
        <li className="claim-more quiet">No claim has this direction.</li>
      ) : null}
      {more ? (
        <ClaimPage
          store={store}
          direction={direction}
          after={claims.pageInfo.endCursor}
          seen={shown}
        />
      ) : (
        <li className="claim-more">
          <span className="quiet">
            {shown.toLocaleString('en-GB')} of {count(claims.totalCount, 'claim')}
          </span>
          {claims.pageInfo.hasNextPage ? (
            <Button className="button small" onPress={() => setMore(true)}>
              Show more
            </Button>
          ) : null}
        </li>
      )}
    </>
  );
}

function ClaimItem({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: ClaimSummaryFragment;
}): ReactNode {
  const view = useView(store);
  return (
    <li>
      <ViewLink
        store={store}
        action={{ type: 'open', claim: claim.id }}
        className="claim-item"
        current={view.claim === claim.id}
      >
        <StandingMark standing={claim.standing} wordless />
        <span className="claim-text">{claim.text}</span>
        <span className="claim-facts">
          {sayersText(claim.assertions)} ·{' '}
          {count(claim.reach.lines, 'line of evidence', 'lines of evidence')}
          {claim.reach.contested ? <ContestedMark /> : null}
        </span>
      </ViewLink>
    </li>
  );
}

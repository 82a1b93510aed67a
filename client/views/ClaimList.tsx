import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ClaimListDocument, ClusterClaimListDocument } from '../api/operations.generated.ts';
import type {
  ClaimListQuery,
  ClaimListQueryVariables,
  ClaimSummaryFragment,
  ClusterClaimListQuery,
  ClusterClaimListQueryVariables,
} from '../api/operations.generated.ts';
import { stepsText } from '../language/reasoning.ts';
import { sayersMark } from '../language/studies.ts';
import { sayersText } from '../language/verdict.ts';
import { count } from '../language/words.ts';
import type { Carried } from '../state/cluster-view.ts';
import { useView, useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { activeFilters, claimListVariables, emptiedText, PAGE_SIZE } from './list-filters.ts';
import { ContestedMark, StandingMark, StatusMark } from './Marks.tsx';
import { PagedList } from './PagedList.tsx';
import type { ListWay } from './PagedList.tsx';
import { ViewLink } from './ViewLink.tsx';

/** The claims of the store that the filters leave, in the order that is chosen. */
export function ClaimList({ store }: { readonly store: ViewStore }): ReactNode {
  const view = useView(store);
  const { cluster, carried } = view;
  if (cluster !== null && carried !== null)
    return <CarriedClaimList store={store} cluster={cluster} carried={carried} />;
  const way: ListWay<ClaimListQuery, ClaimListQueryVariables, ClaimSummaryFragment> = {
    name: 'the claims',
    operation: ClaimListDocument,
    variables: (after) => claimListVariables(view, after),
    connection: ({ claims }) => claims,
    total: (claims) => count(claims, 'claim'),
  };
  return (
    <PagedList way={way} empty={<Emptied store={store} />}>
      {(claim) => <ClaimItem key={claim.id} store={store} claim={claim} />}
    </PagedList>
  );
}

/** The claims that the chosen cluster carries. */
function CarriedClaimList({
  store,
  cluster,
  carried,
}: {
  readonly store: ViewStore;
  readonly cluster: string;
  readonly carried: Carried;
}): ReactNode {
  const { basis, resolution } = useView(store);
  const way: ListWay<ClusterClaimListQuery, ClusterClaimListQueryVariables, ClaimSummaryFragment> =
    {
      name: 'the claims of the cluster',
      operation: ClusterClaimListDocument,
      variables: (after) => ({
        basis,
        resolution,
        study: cluster,
        first: PAGE_SIZE,
        after,
        asserted: carried === 'asserted',
      }),
      connection: ({ citationClusters }) =>
        citationClusters.cluster.claims[carried]?.claims ?? NO_CLAIMS,
      total: (claims) => count(claims, 'claim'),
    };
  return (
    <>
      <div className="list-note">
        <p>{CARRIED_WORDS[carried]}</p>
        <Button
          className="button small"
          onPress={() => store.dispatch({ type: 'carried', carried: null })}
        >
          List all claims
        </Button>
      </div>
      <PagedList way={way} empty={<p>No claim is carried so.</p>}>
        {(claim) => <ClaimItem key={claim.id} store={store} claim={claim} />}
      </PagedList>
    </>
  );
}

const NO_CLAIMS = {
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
  nodes: [],
} as const;

const CARRIED_WORDS: Readonly<Record<Carried, string>> = {
  rested: 'Claims that rest on studies of the chosen cluster:',
  asserted: 'Claims that studies of the chosen cluster assert:',
};

/** Which filters left nothing, and a way out of each. */
function Emptied({ store }: { readonly store: ViewStore }): ReactNode {
  const filters = activeFilters(useView(store));
  return (
    <>
      <p>{emptiedText(filters)}</p>
      {filters.length < 2
        ? null
        : filters.map(({ words, without }) => (
            <Button
              key={words}
              className="button small"
              onPress={() => store.dispatch({ type: 'filter', ...without })}
            >
              Clear “{words}”
            </Button>
          ))}
    </>
  );
}

const ClaimItem = memo(function ClaimItem({
  store,
  claim,
}: {
  readonly store: ViewStore;
  readonly claim: ClaimSummaryFragment;
}): ReactNode {
  const current = useViewPart(store, (view) => view.claim === claim.id);
  const { lines, depthToPrimary, contested, secondHandOnly } = claim.reach;
  const mark = sayersMark(claim.assertions);
  return (
    <li>
      <ViewLink
        store={store}
        action={{ type: 'open', claim: claim.id }}
        className="claim-item"
        current={current}
      >
        <StandingMark standing={claim.standing} wordless />
        <span className="claim-text">{claim.text}</span>
        <span className="claim-facts">
          <span>
            {sayersText(claim.assertions)} · {count(lines, 'line of evidence', 'lines of evidence')}
            {depthToPrimary === null ? '' : ` · ${stepsText(depthToPrimary)}`}
            {secondHandOnly ? ' · second-hand only' : ''}
          </span>
          {mark === null ? null : <StatusMark status={mark.status} text={mark.text} />}
          {contested ? <ContestedMark /> : null}
        </span>
      </ViewLink>
    </li>
  );
});

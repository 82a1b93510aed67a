import type { ReactNode } from 'react';
import { LoadBearingDocument, NextToCheckDocument } from '../api/operations.generated.ts';
import type {
  LoadBearingQuery,
  LoadBearingQueryVariables,
  NextToCheckQuery,
  NextToCheckQueryVariables,
} from '../api/operations.generated.ts';
import { fallsWithSentence } from '../language/reasoning.ts';
import { targetText } from '../language/studies.ts';
import { count } from '../language/words.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Corrections } from './Corrections.tsx';
import { PAGE_SIZE } from './list-filters.ts';
import { StandingMark, StudyLabel } from './Marks.tsx';
import { PagedList } from './PagedList.tsx';
import type { ListWay } from './PagedList.tsx';
import { ViewLink } from './ViewLink.tsx';
import { RevisionContext } from './viewer.ts';

type LoadBearing = LoadBearingQuery['loadBearingStudies']['nodes'][number];
/** With the revision that it was read at, as a verdict is given on what was read then. */
type Unchecked = NextToCheckQuery['nextToCheck']['nodes'][number] &
  Pick<NextToCheckQuery, 'revision'>;

/** The studies with which most claims fall. */
export function LoadBearingList({ store }: { readonly store: ViewStore }): ReactNode {
  const way: ListWay<LoadBearingQuery, LoadBearingQueryVariables, LoadBearing> = {
    name: 'the studies',
    operation: LoadBearingDocument,
    variables: (after) => ({ first: PAGE_SIZE, after }),
    connection: (data) => data.loadBearingStudies,
    total: (studies) => count(studies, 'study', 'studies'),
  };
  return (
    <>
      <p className="list-note quiet">
        Studies with which claims fall, each withdrawn alone; those that carry most first.
      </p>
      <PagedList way={way} empty="No claim falls with any one study.">
        {(node) => <LoadBearingItem key={node.study.id} store={store} node={node} />}
      </PagedList>
    </>
  );
}

function LoadBearingItem({
  store,
  node,
}: {
  readonly store: ViewStore;
  readonly node: LoadBearing;
}): ReactNode {
  const { study, falls, singlePointOf } = node;
  const current = useViewPart(store, (view) => view.selection === study.id);
  return (
    <li>
      <ViewLink
        store={store}
        action={{ type: 'select', id: study.id }}
        className="claim-item ranked-item"
        current={current}
      >
        <span className="claim-text">
          <StudyLabel study={study} />
        </span>
        <span className="claim-facts">
          {fallsWithSentence(falls)} Single point of failure of{' '}
          {singlePointOf === 0 ? 'none' : singlePointOf.toLocaleString('en-GB')}.
        </span>
      </ViewLink>
    </li>
  );
}

/** The evidence that nobody has looked at, that first with which most claims would fall. */
export function NextToCheckList({ store }: { readonly store: ViewStore }): ReactNode {
  const way: ListWay<NextToCheckQuery, NextToCheckQueryVariables, Unchecked> = {
    name: 'the evidence',
    operation: NextToCheckDocument,
    variables: (after) => ({ first: PAGE_SIZE, after }),
    connection: ({ nextToCheck, revision }) => ({
      ...nextToCheck,
      nodes: nextToCheck.nodes.map((node) => ({ ...node, revision })),
    }),
    total: (items) => count(items, 'unchecked piece', 'unchecked pieces'),
  };
  return (
    <>
      <p className="list-note quiet">
        Evidence that nobody has opened and looked at; that with which most claims would fall first.
      </p>
      <PagedList way={way} empty="All of the evidence has been looked at.">
        {(node) => <UncheckedItem key={node.item.id} store={store} node={node} />}
      </PagedList>
    </>
  );
}

function UncheckedItem({
  store,
  node,
}: {
  readonly store: ViewStore;
  readonly node: Unchecked;
}): ReactNode {
  const { claim, item, falls, revision } = node;
  const current = useViewPart(store, (view) => view.selection === claim.id);
  return (
    <li>
      <ViewLink
        store={store}
        action={{ type: 'select', id: claim.id }}
        className="claim-item"
        current={current}
      >
        <StandingMark standing={claim.standing} wordless />
        <span className="claim-text">{claim.text}</span>
        <span className="claim-facts">
          <span>
            {count(falls, 'claim')} {falls === 1 ? 'falls' : 'fall'} if{' '}
            <SourceName target={item.target} /> does not say so.
          </span>
          {item.place.text === null ? null : <span>{item.place.text}</span>}
        </span>
      </ViewLink>
      <RevisionContext value={revision}>
        <Corrections
          store={store}
          ways={[
            {
              label: 'Give a verdict',
              task: { form: 'verdict', item, about: targetText(item.target) },
            },
          ]}
        />
      </RevisionContext>
    </li>
  );
}

function SourceName({ target }: { readonly target: Unchecked['item']['target'] }): ReactNode {
  if (target.__typename === 'Citation') return <StudyLabel study={target.cited} />;
  if (target.__typename === 'Study') return <StudyLabel study={target} />;
  return 'the source';
}

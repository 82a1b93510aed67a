import { memo } from 'react';
import type { ReactNode } from 'react';
import { InspectDocument } from '../api/operations.generated.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { HistorySection } from './HistorySection.tsx';
import { InspectedAuthor } from './InspectedAuthor.tsx';
import { InspectedCitation } from './InspectedCitation.tsx';
import { InspectedClaim } from './InspectedClaim.tsx';
import { InspectedStudy } from './InspectedStudy.tsx';
import { Later } from './Later.tsx';
import { SignInHint } from './SignInHint.tsx';
import { Answered } from './States.tsx';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';
import type { InspectQuery } from '../api/operations.generated.ts';
import { useVerdictKey } from './verdict-key.ts';
import { RevisionContext, useViewer } from './viewer.ts';

/** All that is known of what is chosen. */
export const Inspector = memo(function Inspector({
  store,
}: {
  readonly store: ViewStore;
}): ReactNode {
  const selection = useViewPart(store, (view) => view.selection);
  const cluster = useViewPart(store, (view) => view.cluster);
  const { parts } = useViewer();
  const answer: Answer<InspectQuery> = useAnswer(
    InspectDocument,
    selection === null ? null : { id: selection },
  );
  useVerdictKey();
  return (
    <aside className="inspector" aria-label="Inspector" tabIndex={-1}>
      {selection === null && cluster !== null && parts !== null ? (
        <Later load={parts.inspectedCluster} props={{ store, cluster }} />
      ) : null}
      {selection === null && cluster === null ? (
        <p className="quiet">Nothing is chosen. What you choose is told here.</p>
      ) : null}
      {selection === null ? null : (
        <Answered answer={answer} lines={10} name="the details">
          {(data) => (
            <RevisionContext value={data.revision}>
              <Inspected store={store} node={data.node} selection={selection} />
              {data.node === null ? null : (
                <>
                  <HistorySection key={data.node.id} id={data.node.id} />
                  <SignInHint />
                </>
              )}
            </RevisionContext>
          )}
        </Answered>
      )}
    </aside>
  );
});

function Inspected({
  store,
  node,
  selection,
}: {
  readonly store: ViewStore;
  readonly node: InspectQuery['node'];
  readonly selection: string | null;
}): ReactNode {
  if (node === null) {
    return <p className="missing">There is nothing called “{selection}” here.</p>;
  }
  switch (node.__typename) {
    case 'Claim':
      return <InspectedClaim key={node.id} store={store} claim={node} />;
    case 'Study':
      return <InspectedStudy key={node.id} store={store} study={node} />;
    case 'Citation':
      return <InspectedCitation key={node.id} store={store} citation={node} />;
    case 'Author':
      return <InspectedAuthor key={node.id} store={store} author={node} />;
  }
}

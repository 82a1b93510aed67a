import type { ReactNode } from 'react';
import type { ViewStore } from '../state/view-store.ts';
import { ViewLink } from './ViewLink.tsx';

/** Studies and citations without any claim: there is no trail, but who cites whom can be seen. */
export function NoClaims({ store }: { readonly store: ViewStore }): ReactNode {
  return (
    <p className="missing">
      No claim is recorded here, so there is no trail to follow. Which bodies of work the citations
      make is seen in{' '}
      <ViewLink store={store} action={{ type: 'show', way: 'clusters' }}>
        Clusters
      </ViewLink>
      .
    </p>
  );
}

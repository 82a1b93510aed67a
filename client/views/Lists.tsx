import { memo } from 'react';
import type { ReactNode } from 'react';
import type { List } from '../state/view.ts';
import { useViewPart } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { ClaimFilters } from './ClaimFilters.tsx';
import { ClaimList } from './ClaimList.tsx';
import { LoadBearingList, NextToCheckList } from './Rankings.tsx';
import { ViewLink } from './ViewLink.tsx';

const LISTS: readonly { readonly list: List; readonly name: string; readonly heading: string }[] = [
  { list: 'claims', name: 'Claims', heading: 'Claims' },
  { list: 'load-bearing', name: 'Load-bearing', heading: 'Studies that carry most' },
  { list: 'next-to-check', name: 'Next to check', heading: 'Evidence to check next' },
];

/** The left column: the claims, the studies that carry most, the evidence to check next. */
export const Lists = memo(function Lists({ store }: { readonly store: ViewStore }): ReactNode {
  const shown = useViewPart(store, (view) => view.list);
  const isCarried = useViewPart(store, (view) => view.cluster !== null && view.carried !== null);
  const heading = LISTS.find(({ list }) => list === shown)?.heading;
  return (
    <nav className="claims" aria-labelledby="claims-heading">
      <div className="list-head">
        <ul className="plain list-tabs">
          {LISTS.map(({ list, name }) => (
            <li key={list}>
              <ViewLink store={store} action={{ type: 'list', list }} current={shown === list}>
                {name}
              </ViewLink>
            </li>
          ))}
        </ul>
        <h2 id="claims-heading" className="aloud">
          {heading}
        </h2>
        {shown === 'claims' && !isCarried ? <ClaimFilters store={store} /> : null}
      </div>
      {shown === 'claims' ? <ClaimList store={store} /> : null}
      {shown === 'load-bearing' ? <LoadBearingList store={store} /> : null}
      {shown === 'next-to-check' ? <NextToCheckList store={store} /> : null}
    </nav>
  );
});

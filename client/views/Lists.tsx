import type { ReactNode } from 'react';
import type { List } from '../state/view.ts';
import { useView } from '../state/view-store.ts';
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
export function Lists({ store }: { readonly store: ViewStore }): ReactNode {
  const view = useView(store);
  const heading = LISTS.find(({ list }) => list === view.list)?.heading;
  return (
    <nav className="claims" aria-labelledby="claims-heading">
      <div className="list-head">
        <ul className="plain list-tabs">
          {LISTS.map(({ list, name }) => (
            <li key={list}>
              <ViewLink store={store} action={{ type: 'list', list }} current={view.list === list}>
                {name}
              </ViewLink>
            </li>
          ))}
        </ul>
        <h2 id="claims-heading" className="aloud">
          {heading}
        </h2>
        {view.list === 'claims' ? <ClaimFilters store={store} /> : null}
      </div>
      {view.list === 'claims' ? <ClaimList store={store} /> : null}
      {view.list === 'load-bearing' ? <LoadBearingList store={store} /> : null}
      {view.list === 'next-to-check' ? <NextToCheckList store={store} /> : null}
    </nav>
  );
}

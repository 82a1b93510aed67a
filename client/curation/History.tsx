import type { ReactNode } from 'react';
import { NodeHistoryDocument } from '../api/operations.generated.ts';
import type { NodeHistoryQuery, NodeHistoryQueryVariables } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { PagedList } from '../views/PagedList.tsx';
import type { ListWay } from '../views/PagedList.tsx';
import { ChangeTold } from './ChangeTold.tsx';
import { FieldList } from './FieldList.tsx';

const PAGE_SIZE = 10;

type History = NonNullable<NodeHistoryQuery['node']>['history'];

const NOTHING: History = {
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
  nodes: [],
};

/** What was done to one thing and to the links that belong to it, the latest first. */
export default function History({ id }: { readonly id: string }): ReactNode {
  const way: ListWay<NodeHistoryQuery, NodeHistoryQueryVariables, History['nodes'][number]> = {
    name: 'the history',
    operation: NodeHistoryDocument,
    variables: (after) => ({ id, first: PAGE_SIZE, after }),
    connection: (data) => data.node?.history ?? NOTHING,
    total: (changes) => count(changes, 'change'),
  };
  return (
    <div className="changes">
      <PagedList way={way} empty="Nothing was changed yet.">
        {({ change, fields }) => (
          <li key={change.number}>
            <ChangeTold change={change}>
              {fields.length === 0 ? null : <FieldList fields={fields} of={id} />}
            </ChangeTold>
          </li>
        )}
      </PagedList>
    </div>
  );
}

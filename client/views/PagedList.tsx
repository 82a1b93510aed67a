import type { Operation } from '../api/operation.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Asking, Skeleton } from './States.tsx';
import { useAnswer, useLate } from './use-answer.ts';

/** A page of a connection. */
export interface Connection<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

/** How a list is asked for. */
export interface ListWay<Result, Variables, Node> {
  /** What it is a list of, as in “the claims”. */
  readonly name: string;
  readonly operation: Operation<Result, Variables>;
  readonly variables: (after: string | null) => Variables;
  readonly connection: (data: Result) => Connection<Node>;
  /** How many there are in all, with their noun. */
  readonly total: (count: number) => string;
}

interface Parts<Result, Variables, Node> {
  readonly way: ListWay<Result, Variables, Node>;
  /** What is said where there is none. */
  readonly empty: ReactNode;
  /** A row. */
  readonly children: (node: Node) => ReactNode;
}

/** A list of the left column, page by page. */
export function PagedList<Result, Variables, Node>(
  parts: Parts<Result, Variables, Node>,
): ReactNode {
  return (
    <ol className="claim-list">
      <ListPage {...parts} after={null} seen={0} />
    </ol>
  );
}

function ListPage<Result, Variables, Node>({
  way,
  empty,
  children,
  after,
  seen,
}: Parts<Result, Variables, Node> & {
  readonly after: string | null;
  readonly seen: number;
}): ReactNode {
  const variables = way.variables(after);
  const asked = JSON.stringify(variables);
  // More is wanted of this very list: another way to ask begins with its first page.
  const [wanted, setWanted] = useState<string | null>(null);
  const answer = useAnswer(way.operation, variables);
  const late = useLate(answer.waiting);
  const lines = after === null ? 12 : 3;
  const told =
    late || answer.cancelled || answer.error !== null ? (
      <li className={answer.current ? 'claim-asking' : 'claim-asking claims-before'}>
        <Asking answer={answer} name={way.name} />
        {answer.data === null && answer.waiting ? <Skeleton lines={lines} /> : null}
      </li>
    ) : null;
  if (answer.data === null) return told;
  const { nodes, totalCount, pageInfo } = way.connection(answer.data);
  const shown = seen + nodes.length;
  return (
    <>
      {told}
      {nodes.map(children)}
      {totalCount === 0 ? (
        <li className="claim-more claim-none">{answer.current ? empty : null}</li>
      ) : wanted === asked && answer.current ? (
        <ListPage
          key={pageInfo.endCursor}
          way={way}
          empty={empty}
          after={pageInfo.endCursor}
          seen={shown}
        >
          {children}
        </ListPage>
      ) : (
        <li className="claim-more">
          <span className="quiet">
            {shown.toLocaleString('en-GB')} of {way.total(totalCount)}
          </span>
          {pageInfo.hasNextPage ? (
            <Button className="button small" onPress={() => setWanted(asked)}>
              Show more
            </Button>
          ) : null}
        </li>
      )}
    </>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ClusterStudiesDocument } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type { ViewStore } from '../state/view-store.ts';
import { PatientAsking } from './PatientAsking.tsx';
import type { OpenMenu } from './use-menu.tsx';
import type { ClusteringWay } from './use-clustering.ts';
import { WorkTable } from './WorkTable.tsx';
import { usePatientAnswer } from '../views/use-patient-answer.ts';

const PAGE = 100;
const HEADINGS = ['Cited by', 'Cites'] as const;

/** All works of a cluster, those that it cites most first, page by page. */
export function WorkList({
  store,
  way,
  cluster,
  colour,
  chosen,
  onFocusWork,
  onMenu,
}: {
  readonly store: ViewStore;
  readonly way: ClusteringWay;
  readonly cluster: string;
  readonly colour: number | null;
  readonly chosen: string | null;
  readonly onFocusWork: (id: string | null) => void;
  readonly onMenu: OpenMenu;
}): ReactNode {
  // One table holds one page: it stays quick however many works there are.
  const [pages, setPages] = useState<readonly string[]>([]);
  const after = pages.at(-1) ?? null;
  const answer = usePatientAnswer(ClusterStudiesDocument, {
    ...way,
    study: cluster,
    first: PAGE,
    after,
  });
  const studies = answer.data?.citationClusters.cluster.studies;
  if (studies === undefined) return <PatientAsking answer={answer} name="the list of works" />;
  const { totalCount, nodes, pageInfo } = studies;
  const from = pages.length * PAGE + 1;
  return (
    <div className="outline-scroll">
      <PatientAsking answer={answer} name="the list of works" />
      <p className="list-order quiet">
        Those that studies of the cluster cite most come first; “cited by” counts all studies here.
      </p>
      <WorkTable
        store={store}
        name="Works, those that the cluster cites most first"
        headings={HEADINGS}
        rows={nodes.map(({ citationsIn, citationsOut, ...study }) => ({
          study,
          colour,
          told: [citationsIn.toLocaleString('en-GB'), citationsOut.toLocaleString('en-GB')],
        }))}
        chosen={chosen}
        onFocusWork={onFocusWork}
        onMenu={onMenu}
      />
      {totalCount <= PAGE ? null : (
        <p className="claim-more">
          <span className="quiet">
            {from.toLocaleString('en-GB')}–{(from + nodes.length - 1).toLocaleString('en-GB')} of{' '}
            {count(totalCount, 'study', 'studies')}
          </span>
          <span>
            <Button
              className="button small"
              isDisabled={pages.length === 0}
              onPress={() => setPages(pages.slice(0, -1))}
            >
              Before
            </Button>{' '}
            <Button
              className="button small"
              isDisabled={!pageInfo.hasNextPage}
              onPress={() => setPages([...pages, pageInfo.endCursor ?? ''])}
            >
              After
            </Button>
          </span>
        </p>
      )}
    </div>
  );
}

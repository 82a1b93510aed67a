import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ClusterMembershipsDocument, WorkNeighboursDocument } from '../api/operations.generated.ts';
import type { WorkNeighboursQuery } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import { Asking, Skeleton } from '../views/States.tsx';
import { useAnswer, useLate } from '../views/use-answer.ts';
import { neighbourMap, neighboursOf, placeNeighbours } from './neighbourhood.ts';
import type { Neighbour } from './neighbourhood.ts';
import { Opened } from './Opened.tsx';
import type { OpenedProps } from './Opened.tsx';
import { WorkTable } from './WorkTable.tsx';
import { usePatientAnswer } from '../views/use-patient-answer.ts';

const MOST = 100;
const HEADINGS = ['Citation', 'Cluster'] as const;

const SIDES: Readonly<Record<Neighbour['side'], string>> = {
  cites: 'cites it',
  cited: 'is cited by it',
  both: 'cites it, and is cited by it',
};

/** Who cites a work, and whom it cites, each in the colour of its own cluster. */
export function Neighbourhood(props: OpenedProps & { readonly work: string }): ReactNode {
  const answer = useAnswer(WorkNeighboursDocument, { study: props.work, first: MOST });
  const late = useLate(answer.waiting);
  const study = answer.data?.study ?? null;
  return (
    <>
      <Asking answer={answer} name="what stands around it" />
      {study === null ? (
        answer.current ? (
          <p className="missing">There is no study “{props.work}” here.</p>
        ) : late ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <Around {...props} study={study} />
      )}
    </>
  );
}

/** What is said of a cluster that is not among those that are listed. */
const SMALLER = 'a smaller cluster, or none';

function Around({
  store,
  drawn,
  years,
  onReady,
  study,
}: OpenedProps & { readonly study: NonNullable<WorkNeighboursQuery['study']> }): ReactNode {
  const { selection } = useView(store);
  const { colours, way, answer } = drawn;
  const neighbours = useMemo(() => neighboursOf(study), [study]);
  const studies = useMemo(
    () => [study.id, ...neighbours.map((each) => each.study.id)],
    [study, neighbours],
  );
  const members = usePatientAnswer(ClusterMembershipsDocument, { ...way, studies });
  const memberships = members.current ? members.data?.citationClusters.memberships : undefined;
  const clusterOf = useMemo(
    () => new Map(memberships?.map((each) => [each.study, each.cluster])),
    [memberships],
  );
  const places = useMemo(() => placeNeighbours(study), [study]);
  const map = useMemo(
    () => neighbourMap(study, places, years, (id) => colours.get(clusterOf.get(id) ?? '') ?? null),
    [study, places, years, colours, clusterOf],
  );
  const names = useMemo(
    () => new Map(answer.clusters.map((cluster) => [cluster.id, cluster.name])),
    [answer],
  );
  const { made, received } = study;
  const left = made.totalCount - made.nodes.length + received.totalCount - received.nodes.length;
  return (
    <Opened
      store={store}
      map={map}
      name={`around ${study.id}`}
      told={`${study.shortLabel}: cited by ${received.totalCount.toLocaleString('en-GB')}, to its left; cites ${made.totalCount.toLocaleString('en-GB')}, to its right.${
        left === 0
          ? ''
          : ` ${count(left, 'citation')} beyond the first ${MOST} of a side not drawn.`
      }`}
      years={years}
      chosen={selection}
      onReady={onReady}
    >
      {(onFocus, onMenu) => (
        <div className="outline-scroll">
          <WorkTable
            store={store}
            name={`What cites ${study.shortLabel}, and what it cites`}
            headings={HEADINGS}
            rows={neighbours.map((neighbour) => {
              const cluster = clusterOf.get(neighbour.study.id);
              return {
                study: neighbour.study,
                colour: colours.get(cluster ?? '') ?? null,
                told: [
                  SIDES[neighbour.side],
                  cluster === undefined ? '' : (names.get(cluster) ?? SMALLER),
                ],
              };
            })}
            chosen={selection}
            onFocusWork={onFocus}
            onMenu={onMenu}
          />
        </div>
      )}
    </Opened>
  );
}

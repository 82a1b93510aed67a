import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ClusterWorksDocument } from '../api/operations.generated.ts';
import type { ClusterWorksQuery } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import { useView } from '../state/view-store.ts';
import { Skeleton } from '../views/States.tsx';
import { useLate } from '../views/use-answer.ts';
import { ViewLink } from '../views/ViewLink.tsx';
import { Neighbourhood } from './Neighbourhood.tsx';
import { PatientAsking } from './PatientAsking.tsx';
import { Opened } from './Opened.tsx';
import type { OpenedProps } from './Opened.tsx';
import { WorkList } from './WorkList.tsx';
import { useWorkPlaces } from './use-work-places.ts';
import { BACKBONE, MOST_WHOLE, workMap } from './works.ts';
import { usePatientAnswer } from '../views/use-patient-answer.ts';

/** The works of the cluster that is opened, or what stands around one of them. */
export function OpenedCluster(props: OpenedProps): ReactNode {
  const { store, drawn, cluster } = props;
  const { around } = useView(store);
  const known = drawn.answer.clusters.find(({ id }) => id === cluster);
  const most = known === undefined || known.size <= MOST_WHOLE ? MOST_WHOLE : BACKBONE;
  const answer = usePatientAnswer(ClusterWorksDocument, { ...drawn.way, study: cluster, most });
  const opened = answer.data?.citationClusters.cluster ?? null;
  const late = useLate(answer.waiting);
  const name = opened === null ? '' : opened.name;
  return (
    <>
      <nav className="cluster-path" aria-label="Where this is">
        <ViewLink store={store} action={{ type: 'closeCluster' }}>
          All clusters
        </ViewLink>
        <span aria-hidden="true">›</span>
        {around === null ? (
          <strong>{name}</strong>
        ) : (
          <ViewLink store={store} action={{ type: 'openCluster', cluster }}>
            {name}
          </ViewLink>
        )}
      </nav>
      <PatientAsking answer={answer} name="the works" />
      {opened === null ? (
        late ? (
          <Skeleton lines={8} />
        ) : null
      ) : around === null ? (
        <Works {...props} opened={opened} />
      ) : (
        <Neighbourhood {...props} work={around} />
      )}
    </>
  );
}

type OpenedAnswer = ClusterWorksQuery['citationClusters']['cluster'];

function Works({
  store,
  drawn,
  cluster,
  years,
  onReady,
  opened,
}: OpenedProps & { readonly opened: OpenedAnswer }): ReactNode {
  const { selection } = useView(store);
  const { colours, way } = drawn;
  const { network, size } = opened;
  const places = useWorkPlaces(network);
  const map = useMemo(
    () => (places === null ? null : workMap(network, places, colours, years)),
    [network, places, colours, years],
  );
  const drawnWorks = network.works.length;
  return (
    <Opened
      store={store}
      map={map}
      name={`works ${cluster} ${way.basis} ${way.resolution}`}
      told={
        drawnWorks === size
          ? `${count(size, 'study', 'studies')}, ${count(network.citations.length, 'citation')} among them.`
          : `${count(size, 'study', 'studies')}. Drawn are the ${drawnWorks} that it cites most, with ${count(network.citations.length, 'citation')} among them; the list has all.`
      }
      years={years}
      chosen={selection}
      onReady={onReady}
    >
      {(onFocus, onMenu) => (
        <WorkList
          store={store}
          way={way}
          cluster={cluster}
          colour={colours.get(opened.id) ?? null}
          chosen={selection}
          onFocusWork={onFocus}
          onMenu={onMenu}
        />
      )}
    </Opened>
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import {
  AllWorksDocument,
  ClusterMeetingsDocument,
  ClusterRowsDocument,
} from '../api/operations.generated.ts';
import type { ClusterBasis, ClusterMeetingsQuery } from '../api/operations.generated.ts';
import type { Years } from '../state/cluster-view.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { Skeleton } from '../views/States.tsx';
import { useLate } from '../views/use-answer.ts';
import type { Answer } from '../views/use-answer.ts';
import { useNarrow } from '../views/use-narrow.ts';
import { useViewActions } from '../views/use-view-actions.ts';
import { zoomActions } from '../views/view-actions.ts';
import type { Zoomed } from '../views/view-actions.ts';
import { bubbleMap, drawnClusters, MOST_BUBBLES } from './bubbles.ts';
import type { ClusterAnswer } from './bubbles.ts';
import { ClusterTable } from './ClusterTable.tsx';
import type { ClusterRow } from './ClusterTable.tsx';
import { Bases, ResolutionSlider } from './ClusterTools.tsx';
import type { Disc } from './map.ts';
import { MapDrawing } from './MapDrawing.tsx';
import { OpenedCluster } from './OpenedCluster.tsx';
import { PatientAsking } from './PatientAsking.tsx';
import { useClustering } from './use-clustering.ts';
import type { DrawnClustering } from './use-clustering.ts';
import { useMarks } from './use-marks.ts';
import { caveats, nothingText, pictureText, restText } from './words.ts';
import { useMenu } from './use-menu.tsx';
import { useWorkPlaces } from './use-work-places.ts';
import { MOST_PLAIN, workMap } from './works.ts';
import { publishedText } from './years.ts';
import { YearBrush } from './YearBrush.tsx';
import { usePatientAnswer } from '../views/use-patient-answer.ts';
import './clusters.css';

/** Bodies of work: how large each is, what it is about, when it lived, and how they hang together. */
export default function Clusters({ store }: { readonly store: ViewStore }): ReactNode {
  const { basis, resolution, years, opened, around, cluster } = useView(store);
  const { drawn, answer } = useClustering({ basis, resolution });
  const [handle, setHandle] = useState<Zoomed | null>(null);
  const [brushed, setBrushed] = useState<Years | null>(null);
  const pane = useViewActions(useMemo(() => zoomActions(handle), [handle]));
  useFocusKept(pane, `${opened} ${around}`);
  const late = useLate(answer.waiting);
  // What failed leaves what was seen before, which is not what is asked for.
  const isBefore = !answer.current && (late || answer.error !== null || answer.cancelled);
  const seenYears = brushed ?? years;
  return (
    <div ref={pane} className="clusters-view" tabIndex={-1}>
      <div className="pane-head">
        <h2>Clusters</h2>
        <Bases store={store} />
      </div>
      <div className="cluster-sliders">
        <ResolutionSlider store={store} answer={drawn?.answer ?? null} />
        {drawn === null ? null : (
          <YearBrush
            published={drawn.answer.years}
            years={years}
            onBrush={setBrushed}
            onYears={(next) => {
              setBrushed(null);
              store.dispatch({ type: 'look', years: next });
            }}
          />
        )}
      </div>
      <PatientAsking answer={answer} name="the clusters" />
      {drawn === null ? (
        late ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <div className={isBefore ? 'clusters-body dimmed' : 'clusters-body'}>
          {opened && cluster !== null ? (
            <OpenedCluster
              store={store}
              drawn={drawn}
              cluster={cluster}
              years={seenYears}
              onReady={setHandle}
            />
          ) : (
            <AllClusters store={store} drawn={drawn} years={seenYears} onReady={setHandle} />
          )}
        </div>
      )}
    </div>
  );
}

/** All clusters: as bubbles, or where there are few studies, these one by one. */
function AllClusters({
  store,
  drawn,
  years,
  onReady,
}: {
  readonly store: ViewStore;
  readonly drawn: DrawnClustering;
  readonly years: Years | null;
  readonly onReady: (handle: Zoomed | null) => void;
}): ReactNode {
  const { comparedBasis, selection } = useView(store);
  const { answer, way, colours, places } = drawn;
  const narrow = useNarrow();
  const [wanted, setWanted] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const menu = useMenu(store);
  const marks = useMarks(store, way, answer.clusters);
  const isPlain = answer.studies <= MOST_PLAIN;
  const works = usePatientAnswer(AllWorksDocument, isPlain ? { ...way, most: MOST_PLAIN } : null);
  const network = isPlain && works.current ? works.data?.citationClusters.network : undefined;
  const workPlaces = useWorkPlaces(network ?? null);
  const map = useMemo(
    () =>
      network === undefined || workPlaces === null
        ? bubbleMap(answer, places, colours, years)
        : workMap(network, workPlaces, colours, years),
    [answer, places, colours, years, network, workPlaces],
  );
  const listed = useMemo(
    () => (isPlain ? answer.clusters : drawnClusters(answer)),
    [isPlain, answer],
  );
  const { rows, meetings } = useRows(drawn, listed, comparedBasis);
  const nothing = nothingText(answer);
  const notes = [
    nothing,
    publishedText(answer.years, years),
    ...caveats(answer),
    nothing === null ? restText(answer, listed) : null,
  ];
  const memberOf = useMemo(
    () => new Map(network?.works.map((work) => [work.id, work.cluster])),
    [network],
  );
  const chosen = useMemo(() => {
    if (selection !== null && memberOf.has(selection)) return [selection];
    if (marks.chosen === null || selection !== null) {
      return network === undefined && marks.chosen !== null ? [marks.chosen] : [];
    }
    if (network === undefined) return [marks.chosen];
    // Where works are surrounded, what surrounds them says it.
    return map.hulls.length > 0
      ? []
      : network.works.filter((work) => work.cluster === marks.chosen).map(({ id }) => id);
  }, [marks.chosen, selection, network, memberOf, map]);
  const isWaiting = isPlain && (works.waiting || (network !== undefined && workPlaces === null));
  return (
    <>
      <div className="clusters-told">
        {notes.map((note) => (note === null ? null : <p key={note}>{note}</p>))}
        {marks.sentence === null ? null : <p aria-live="polite">{marks.sentence}</p>}
        {narrow ? (
          <ToggleButton className="button small" isSelected={wanted} onChange={setWanted}>
            Drawing
          </ToggleButton>
        ) : null}
      </div>
      <PatientAsking answer={meetings} name="the comparison" />
      <div className="clusters-halves">
        {answer.studies === 0 || (narrow && !wanted) ? null : (
          <figure className="clusters-figure">
            {isWaiting ? null : (
              <MapDrawing
                map={map}
                name={network === undefined ? `clusters ${way.basis} ${way.resolution}` : 'works'}
                chosen={chosen}
                chosenHull={selection === null ? marks.chosen : null}
                focused={focused}
                badges={network === undefined ? marks.badges : NO_BADGES}
                onChoose={({ id, kind }: Disc, { add }) =>
                  store.dispatch(
                    kind === 'CLUSTER'
                      ? { type: 'chooseCluster', cluster: id }
                      : { type: add ? 'add' : 'select', id },
                  )
                }
                onOpen={({ id, kind }: Disc) =>
                  store.dispatch(
                    kind === 'CLUSTER'
                      ? { type: 'openCluster', cluster: id }
                      : { type: 'openCluster', cluster: memberOf.get(id) ?? id },
                  )
                }
                onMenu={menu.open}
                onReady={onReady}
              />
            )}
            <figcaption className="quiet">{pictureText(network === undefined)}</figcaption>
          </figure>
        )}
        <section
          id="outline"
          className="outline-pane"
          aria-label="Clusters as a list"
          tabIndex={-1}
        >
          <ClusterTable
            store={store}
            rows={rows}
            marks={marks}
            years={years}
            comparedBasis={comparedBasis}
            onFocusCluster={setFocused}
            onMenu={menu.open}
          />
        </section>
      </div>
      {menu.menu}
    </>
  );
}

/** The rows of the list: what takes longer to know comes later. */
function useRows(
  { way, colours }: DrawnClustering,
  listed: readonly ClusterAnswer[],
  comparedBasis: ClusterBasis | null,
): { readonly rows: readonly ClusterRow[]; readonly meetings: Answer<ClusterMeetingsQuery> } {
  const details = usePatientAnswer(ClusterRowsDocument, { ...way, first: MOST_BUBBLES });
  const meetings = usePatientAnswer(
    ClusterMeetingsDocument,
    comparedBasis === null
      ? null
      : { ...way, first: MOST_BUBBLES, other: { basis: comparedBasis } },
  );
  const told = details.current ? details.data : null;
  const compared = meetings.current ? meetings.data : null;
  const rows = useMemo(() => {
    const known = new Map(told?.citationClusters.clusters.map((row) => [row.id, row]));
    const met = new Map(compared?.citationClusters.clusters.map((row) => [row.id, row]));
    return listed.map((cluster, index) => ({
      number: index + 1,
      cluster,
      colour: colours.get(cluster.id) ?? null,
      details: known.get(cluster.id) ?? null,
      met: met.get(cluster.id) ?? null,
    }));
  }, [listed, colours, told, compared]);
  return { rows, meetings };
}

const NO_BADGES: ReadonlyMap<string, string> = new Map();

/** The focus stays in the view where a level is opened or left, and what had it is gone. */
function useFocusKept(pane: React.RefObject<HTMLDivElement | null>, level: string): void {
  const last = useRef(level);
  useEffect(() => {
    if (last.current === level) return;
    last.current = level;
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, [pane, level]);
}

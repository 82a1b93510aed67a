import type { ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import type { ClusterMeetingsQuery, ClusterRowsQuery } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type { Years } from '../state/cluster-view.ts';
import type { ViewStore } from '../state/view-store.ts';
import { StandingMark } from '../views/Marks.tsx';
import type { OpenMenu } from './use-menu.tsx';
import { RowFocus } from './RowFocus.tsx';
import type { ClusterAnswer } from './bubbles.ts';
import { colourClass } from './map-parts.tsx';
import { Sparkline } from './Sparkline.tsx';
import { useList } from './use-list.ts';
import type { ClusterMarks } from './use-marks.ts';
import { BASIS_WORDS, COUNTED_STANDINGS } from './words.ts';
import { spanText, studiesIn } from './years.ts';
import './cluster-table.css';

type RowDetails = ClusterRowsQuery['citationClusters']['clusters'][number];
type Met = ClusterMeetingsQuery['citationClusters']['clusters'][number];

/** What a row tells. */
export interface ClusterRow {
  readonly number: number;
  readonly cluster: ClusterAnswer;
  readonly colour: number | null;
  /** Null until it is known. */
  readonly details: RowDetails | null;
  /** How it lies in the clusters of another basis; null where nothing is compared, or until it is known. */
  readonly met: Met | null;
}

const ANCHORS_TOLD = 2;

/** The clusters as a list, walked by keyboard and heard: the equal of the drawing. */
export function ClusterTable({
  store,
  rows,
  marks,
  years,
  comparedBasis,
  onFocusCluster,
  onMenu,
}: {
  readonly store: ViewStore;
  readonly rows: readonly ClusterRow[];
  readonly marks: ClusterMarks;
  readonly years: Years | null;
  readonly comparedBasis: keyof typeof BASIS_WORDS | null;
  readonly onFocusCluster: (id: string | null) => void;
  /** What can be done with a cluster is asked for. */
  readonly onMenu: OpenMenu;
}): ReactNode {
  const list = useList({
    store,
    thingOf: (id) => {
      const row = rows.find(({ cluster }) => cluster.id === id);
      return row && { id, kind: 'CLUSTER', label: row.cluster.name };
    },
    onFocusThing: onFocusCluster,
    onMenu,
  });
  const choose = (cluster: string): void =>
    store.dispatch({ type: list.byPointer.current ? 'chooseCluster' : 'walkClusters', cluster });
  return (
    <div className="outline-scroll" {...list.frame}>
      <Table
        className="outline cluster-table"
        aria-label="Clusters, the largest first"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={marks.chosen === null ? [] : [marks.chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) choose(String(key));
        }}
        onRowAction={(key) => store.dispatch({ type: 'openCluster', cluster: String(key) })}
      >
        <TableHeader>
          <Column id="name" isRowHeader>
            Cluster
            <RowFocus chosen={marks.chosen} onReady={list.onReady} />
          </Column>
          <Column id="size">Studies</Column>
          <Column id="years">Years</Column>
          <Column id="anchors">
            {comparedBasis === null ? 'Builds on' : `Together ${BASIS_WORDS[comparedBasis].by}`}
          </Column>
          <Column id="claims">Claims resting on it</Column>
        </TableHeader>
        <TableBody
          items={rows.map((row) => ({ ...row, id: row.cluster.id }))}
          dependencies={[marks, years, comparedBasis]}
        >
          {(row) => (
            <Row id={row.id} data-id={row.id} textValue={row.cluster.name}>
              <Cell>
                <span className="cluster-name">
                  <span className={`swatch ${colourClass(row.colour)}`}>{row.number}</span>
                  <span>
                    {row.cluster.name}
                    {marks.badges.has(row.id) ? (
                      <span className="row-badge"> {marks.badges.get(row.id)}</span>
                    ) : null}
                  </span>
                </span>
              </Cell>
              <Cell>
                {years === null
                  ? null
                  : `${studiesIn(row.cluster.years, years).toLocaleString('en-GB')} of `}
                {row.cluster.size.toLocaleString('en-GB')}
              </Cell>
              <Cell>
                <span className="years-cell">
                  <Sparkline years={row.cluster.years} />
                  {spanText(row.cluster.years)}
                </span>
              </Cell>
              <Cell>
                {comparedBasis === null ? (
                  <>
                    <span className="cell-heading" aria-hidden="true">
                      Builds on:{' '}
                    </span>
                    <Anchors details={row.details} />
                  </>
                ) : (
                  <MetText met={row.met} />
                )}
              </Cell>
              <Cell>
                <span className="cell-heading" aria-hidden="true">
                  Claims:{' '}
                </span>
                <CarriedMarks details={row.details} />
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}

function Anchors({ details }: { readonly details: RowDetails | null }): ReactNode {
  if (details === null) return null;
  const cited = details.anchors.filter(({ citationsInside }) => citationsInside > 0);
  if (cited.length === 0) return <span className="quiet">nothing that it cites itself</span>;
  return cited
    .slice(0, ANCHORS_TOLD)
    .map(({ study }) => study.shortLabel)
    .join('; ');
}

/** How much of a cluster is together by another basis, and in what. */
export function MetText({ met }: { readonly met: Met | null }): ReactNode {
  const [first] = met?.meets ?? [];
  if (met === null) return <span className="quiet">not known yet</span>;
  if (first === undefined) return null;
  if (first.studies === 1) return <span className="quiet">no two of them</span>;
  return (
    <span className="met">
      <span
        className="met-bar"
        aria-hidden="true"
        style={{ '--share': `${(100 * first.studies) / met.size}%` } as React.CSSProperties}
      />
      {first.studies.toLocaleString('en-GB')} of {met.size.toLocaleString('en-GB')}, in “
      {first.cluster.name}”
    </span>
  );
}

function CarriedMarks({ details }: { readonly details: RowDetails | null }): ReactNode {
  if (details === null) return null;
  const { count: all, standings } = details.claims.rested;
  if (all === 0) return <span className="quiet">none</span>;
  return (
    <span className="carried-marks">
      <span className="aloud">{count(all, 'claim')}: </span>
      {COUNTED_STANDINGS.filter(([, name]) => standings[name] > 0).map(([standing, name]) => (
        <span key={standing} className="carried-mark">
          {standings[name]} <StandingMark standing={standing} wordless />
        </span>
      ))}
    </span>
  );
}

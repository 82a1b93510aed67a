import type { ReactNode } from 'react';
import { curveBetween } from './curves.ts';
import type { Measure } from '../graph/text.ts';
import { BADGE_TEXT, badgeBox } from './labels.ts';
import type { DiscLabel } from './labels.ts';
import { tieId } from './map.ts';
import type { ClusterMap, Disc, Tie } from './map.ts';
import './cluster-colours.css';
import './map.css';

const WIDEST = 15;
const NARROWEST = 1;
/** Of one citation that is lit, at any zoom; of more than a few the narrower. */
const LIT_WIDTH = 1.6;
const LIT_AMONG_MANY = 0.7;
const FEW = 30;
const MANY = 200;

/** Hulls, and the ties between discs: both ways as one line, and each way by itself at what is lit. */
export function MapTies({
  map,
  lit,
  chosenHull,
}: {
  readonly map: ClusterMap;
  readonly lit: readonly string[];
  /** The cluster whose works are surrounded in ink. */
  readonly chosenHull: string | null;
}): ReactNode {
  const discs = new Map(map.discs.map((disc) => [disc.id, disc]));
  const most = Math.max(1, ...map.ties.map(({ there, back }) => there + back));
  const isPlain = map.discs.some(({ kind }) => kind === 'STUDY');
  const scaling = isPlain ? 'non-scaling-stroke' : undefined;
  const widthOf = (citations: number): number =>
    isPlain ? NARROWEST : Math.max(NARROWEST, (WIDEST * citations) / most);
  const isLit = ({ from, to }: Tie): boolean => lit.includes(from) || lit.includes(to);
  const litTies = map.ties.filter(isLit);
  const litLine = litTies.length > FEW ? LIT_AMONG_MANY : LIT_WIDTH;
  const litWidth = (citations: number): number =>
    citations === 0 ? 0 : isPlain ? litLine : widthOf(citations);
  const ends = (tie: Tie): readonly [Disc, Disc] | null => {
    const [from, to] = [discs.get(tie.from), discs.get(tie.to)];
    return from === undefined || to === undefined ? null : [from, to];
  };
  return (
    <>
      {map.hulls.map(({ cluster, colour, corners }) => (
        <polygon
          key={cluster}
          className={`hull ${colourClass(colour)}${cluster === chosenHull ? ' hull-chosen' : ''}`}
          points={corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      <g
        className={`ties${litTies.length > 0 ? ' ties-behind' : map.ties.length > MANY ? ' ties-many' : ''}`}
      >
        {map.ties.map((tie) => {
          const pair = ends(tie);
          if (pair === null || isLit(tie)) return null;
          const width = widthOf(tie.there + tie.back);
          return (
            <path
              key={tieId(tie)}
              d={curveBetween(...pair, 0).path}
              strokeWidth={width}
              vectorEffect={scaling}
            />
          );
        })}
      </g>
      <g className="ties-lit">
        {litTies.map((tie) => {
          const pair = ends(tie);
          if (pair === null) return null;
          const [from, to] = pair;
          return (
            <g key={tieId(tie)}>
              <Directed from={from} to={to} width={litWidth(tie.there)} scaling={scaling} />
              <Directed from={to} to={from} width={litWidth(tie.back)} scaling={scaling} />
            </g>
          );
        })}
      </g>
    </>
  );
}

function Directed({
  from,
  to,
  width,
  scaling,
}: {
  readonly from: Disc;
  readonly to: Disc;
  readonly width: number;
  readonly scaling: 'non-scaling-stroke' | undefined;
}): ReactNode {
  if (width === 0) return null;
  const { path, head } = curveBetween(from, to, width);
  return (
    <>
      <path d={path} strokeWidth={width} vectorEffect={scaling} />
      <path className="tie-head" d={head} />
    </>
  );
}

/** The discs; of one that counts in part only that part is full. */
export function MapDiscs({
  map,
  chosen,
  focused,
}: {
  readonly map: ClusterMap;
  readonly chosen: readonly string[];
  readonly focused: string | null;
}): ReactNode {
  return map.discs.map(({ id, x, y, radius, colour, share }) => (
    <g key={id} className={`disc ${colourClass(colour)}`} data-disc={id}>
      <circle
        className={share < 1 ? 'disc-body disc-faint' : 'disc-body'}
        cx={x}
        cy={y}
        r={radius}
        vectorEffect="non-scaling-stroke"
      />
      {share < 1 && share > 0 ? (
        <circle className="disc-share" cx={x} cy={y} r={radius * Math.sqrt(share)} />
      ) : null}
      {chosen.includes(id) ? <Ring x={x} y={y} radius={radius + 5} name="halo" /> : null}
      {focused === id ? <Ring x={x} y={y} radius={radius + 9} name="focus-ring" /> : null}
    </g>
  ));
}

function Ring({
  x,
  y,
  radius,
  name,
}: {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
}): ReactNode {
  return <circle className={name} cx={x} cy={y} r={radius} vectorEffect="non-scaling-stroke" />;
}

/** Names and numbers, as large at every zoom; and what is said at some discs. */
export function MapLabels({
  map,
  labels,
  badges,
  zoom,
  measure,
}: {
  readonly map: ClusterMap;
  readonly labels: readonly DiscLabel[];
  readonly badges: ReadonlyMap<string, string>;
  readonly zoom: number;
  readonly measure: Measure;
}): ReactNode {
  const faint = new Set(map.discs.filter(({ share }) => share === 0).map(({ id }) => id));
  return (
    <>
      {labels.map(({ id, lines, x, box, size, isName }) => (
        <text
          key={`${id} ${isName}`}
          className={faint.has(id) ? 'disc-label disc-label-faint' : 'disc-label'}
          fontSize={size}
          fontWeight={isName ? 600 : 400}
          textAnchor="middle"
        >
          {lines.map((line, index) => (
            <tspan
              key={line}
              x={x}
              y={box.y + ((index + 0.5) * box.height) / lines.length}
              dominantBaseline="central"
            >
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {map.discs.flatMap((disc) => {
        const words = badges.get(disc.id);
        if (words === undefined) return [];
        const { x, y, height } = badgeBox(disc, words, zoom, measure);
        return [
          <text
            key={disc.id}
            className="disc-badge"
            fontSize={BADGE_TEXT}
            x={x}
            y={y + height / 2}
            dominantBaseline="central"
          >
            {words}
          </text>,
        ];
      })}
    </>
  );
}

/** The class of a colour of the palette. */
export function colourClass(colour: number | null): string {
  return colour === null ? 'cluster-none' : `cluster-${colour}`;
}

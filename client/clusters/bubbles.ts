import type { ClustersQuery } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type { Years } from '../state/cluster-view.ts';
import type { ClusterMap, Disc, Tie } from './map.ts';
import { placeDiscs } from './places.ts';
import type { Pull } from './places.ts';
import type { Point } from './point.ts';
import { spanText, studiesIn } from './years.ts';

export type ClusteringAnswer = ClustersQuery['citationClusters'];
export type ClusterAnswer = ClusteringAnswer['clusters'][number];

/** The most clusters that are drawn; the others are counted. */
export const MOST_BUBBLES = 30;
/** What all bubbles together take of the picture, in its own square pixels. */
const ALL_AREA = 150_000;
const LARGEST_RADIUS = 120;
/** What is smaller could be neither seen nor pressed. */
export const SMALLEST_RADIUS = 6;

/** The clusters that are drawn: single studies are counted only, unless there is nothing else. */
export function drawnClusters({ clusters }: ClusteringAnswer): readonly ClusterAnswer[] {
  const several = clusters.filter(({ size }) => size > 1);
  return several.length > 0 ? several : clusters;
}

/** How many citations tie two clusters: both ways together, once for each pair. */
export function tiesBetween({ flows }: Pick<ClusteringAnswer, 'flows'>): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const { citing, cited, citations } of flows) {
    if (citing === cited) continue;
    const back = ties.get(`${cited} ${citing}`);
    if (back === undefined) {
      ties.set(`${citing} ${cited}`, { from: citing, to: cited, there: citations, back: 0 });
    } else ties.set(`${cited} ${citing}`, { ...back, back: citations });
  }
  return [...ties.values()];
}

/** How large each bubble is: its area is as its size, down to what can just be seen. */
export function radiiOf(
  clusters: readonly Pick<ClusterAnswer, 'id' | 'size'>[],
): ReadonlyMap<string, number> {
  const all = clusters.reduce((sum, { size }) => sum + size, 0);
  const largest = Math.max(1, ...clusters.map(({ size }) => size));
  const scale = Math.min(
    Math.sqrt(ALL_AREA / (Math.PI * Math.max(1, all))),
    LARGEST_RADIUS / Math.sqrt(largest),
  );
  return new Map(
    clusters.map(({ id, size }) => [id, Math.max(SMALLEST_RADIUS, scale * Math.sqrt(size))]),
  );
}

/** How closely clusters belong together: their citations of each other, as a share of what their sizes would allow. */
export function pullsOf(ties: readonly Tie[], sizes: ReadonlyMap<string, number>): readonly Pull[] {
  const weighed = ties.map(({ from, to, there, back }) => ({
    from,
    to,
    weight: (there + back) / Math.sqrt((sizes.get(from) ?? 1) * (sizes.get(to) ?? 1)),
  }));
  const most = Math.max(Number.MIN_VALUE, ...weighed.map(({ weight }) => weight));
  return weighed.map(({ from, to, weight }) => ({ from, to, strength: Math.sqrt(weight / most) }));
}

/** Where the bubbles of a clustering stand; what goes on from a cluster begins where that stood. */
export function placeBubbles(
  answer: ClusteringAnswer,
  former: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const clusters = drawnClusters(answer);
  const radii = radiiOf(clusters);
  const sizes = new Map(clusters.map(({ id, size }) => [id, size]));
  const drawn = tiesBetween(answer).filter(({ from, to }) => sizes.has(from) && sizes.has(to));
  const begin = new Map(
    clusters.flatMap(({ id, was }) => {
      const place = former.get(was ?? '') ?? former.get(id);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
  const bodies = clusters.map(({ id }) => ({ id, radius: radii.get(id) ?? SMALLEST_RADIUS }));
  return placeDiscs(bodies, pullsOf(drawn, sizes), begin);
}

/** The bubbles of a clustering, with the flows between them. */
export function bubbleMap(
  answer: ClusteringAnswer,
  places: ReadonlyMap<string, Point>,
  colours: ReadonlyMap<string, number>,
  years: Years | null,
): ClusterMap {
  const clusters = drawnClusters(answer);
  const radii = radiiOf(clusters);
  const discs = clusters.map((cluster, index): Disc => {
    const { id, size } = cluster;
    const inside = years === null ? size : studiesIn(cluster.years, years);
    return {
      id,
      kind: 'CLUSTER',
      ...(places.get(id) ?? { x: 0, y: 0 }),
      radius: radii.get(id) ?? SMALLEST_RADIUS,
      colour: colours.get(id) ?? null,
      label: cluster.name,
      sign: String(index + 1),
      share: inside / size,
      hint: hintOf(cluster, inside, years),
    };
  });
  const drawn = new Set(discs.map(({ id }) => id));
  return {
    discs,
    ties: tiesBetween(answer).filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    hulls: [],
  };
}

function hintOf(cluster: ClusterAnswer, inside: number, years: Years | null): string {
  const within =
    years === null
      ? ''
      : `; ${inside.toLocaleString('en-GB')} of ${spanText({ first: years[0], last: years[1] })}`;
  const size = count(cluster.size, 'study', 'studies');
  const lived = cluster.years.first === null ? 'years not known' : spanText(cluster.years);
  return `${cluster.name}: ${size}, ${lived}${within}`;
}

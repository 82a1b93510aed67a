import type { WorksOfFragment } from '../api/operations.generated.ts';
import { count, yearText } from '../language/words.ts';
import type { Years } from '../state/cluster-view.ts';
import { hullAround } from './hulls.ts';
import type { ClusterMap, Disc, Tie } from './map.ts';
import { placeDiscs } from './places.ts';
import type { Point } from './places.ts';

/** So many works at most are drawn one by one; of more, their clusters are. */
export const MOST_PLAIN = 150;
/** So many works of one cluster at most are drawn whole. */
export const MOST_WHOLE = 300;
/** Of a larger cluster so many are drawn: those that it cites most. */
export const BACKBONE = 100;
/** From here on, works of one cluster are surrounded. */
const LEAST_HULLED = 31;

const SMALLEST = 5;
const LARGEST = 24;
/** Between the middles of two clusters. */
const HOME = 190;

/** How large each work is: its area is as how often its cluster cites it. */
function radiusOf(citationsInside: number, most: number): number {
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(citationsInside / Math.max(8, most));
}

/** The citations among works; of two that cite each other, one tie. */
export function tiesAmong({ citations }: Pick<WorksOfFragment, 'citations'>): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const { citing, cited } of citations) {
    const back = ties.get(`${cited} ${citing}`);
    if (back === undefined)
      ties.set(`${citing} ${cited}`, { from: citing, to: cited, there: 1, back: 0 });
    else ties.set(`${cited} ${citing}`, { ...back, back: 1 });
  }
  return [...ties.values()];
}

/** Where works stand: near whom they cite, and where several clusters are drawn, near their own. */
export function placeWorks(network: WorksOfFragment): ReadonlyMap<string, Point> {
  const most = Math.max(0, ...network.works.map((work) => work.citationsInside));
  const homes = homesOf(network);
  const bodies = network.works.map(({ id, cluster, citationsInside }) => {
    const home = homes.get(cluster);
    const radius = radiusOf(citationsInside, most);
    return home === undefined ? { id, radius } : { id, radius, home };
  });
  const degrees = new Map<string, number>();
  const ties = tiesAmong(network);
  for (const { from, to } of ties)
    for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const pulls = ties.map(({ from, to }) => ({
    from,
    to,
    strength: 1 / Math.sqrt(Math.min(degrees.get(from) ?? 1, degrees.get(to) ?? 1)),
  }));
  return placeDiscs(bodies, pulls);
}

/** The middles of clusters, where there are several: on a wide ring, the largest first. */
function homesOf({ works }: WorksOfFragment): ReadonlyMap<string, Point> {
  const sizes = new Map<string, number>();
  for (const { cluster } of works) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const clusters = [...sizes].filter(([, size]) => size > 1).map(([cluster]) => cluster);
  if (clusters.length < 2) return new Map();
  const ring = (HOME * clusters.length) / (2 * Math.PI) + HOME / 2;
  return new Map(
    clusters.map((cluster, index) => {
      const angle = (2 * Math.PI * index) / clusters.length;
      return [cluster, { x: 1.45 * ring * Math.cos(angle), y: ring * Math.sin(angle) }];
    }),
  );
}

/** Works and who cites whom among them. */
export function workMap(
  network: WorksOfFragment,
  places: ReadonlyMap<string, Point>,
  colours: ReadonlyMap<string, number>,
  years: Years | null,
): ClusterMap {
  const most = Math.max(0, ...network.works.map((work) => work.citationsInside));
  const discs = network.works.map((work): Disc => {
    const { id, label, shortLabel, year, citationsInside } = work;
    const isOut = years !== null && (year === null || year < years[0] || year > years[1]);
    const cites = count(citationsInside, 'study of its cluster', 'studies of its cluster');
    return {
      id,
      kind: 'STUDY',
      ...(places.get(id) ?? { x: 0, y: 0 }),
      radius: radiusOf(citationsInside, most),
      colour: colours.get(work.cluster) ?? null,
      label: shortLabel,
      sign: '',
      share: isOut ? 0 : 1,
      hint: `${label} (${yearText(year)}), cited by ${cites}`,
    };
  });
  return { discs, ties: tiesAmong(network), hulls: hullsOf(network, discs, colours) };
}

function hullsOf(
  { works }: WorksOfFragment,
  discs: readonly Disc[],
  colours: ReadonlyMap<string, number>,
): ClusterMap['hulls'] {
  const clusters = new Set(works.map(({ cluster }) => cluster));
  if (works.length < LEAST_HULLED || clusters.size < 2) return [];
  return [...clusters].flatMap((cluster) => {
    const members = discs.filter((_, index) => works[index]?.cluster === cluster);
    if (members.length < 2) return [];
    return [{ cluster, colour: colours.get(cluster) ?? null, corners: hullAround(members) }];
  });
}

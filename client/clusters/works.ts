import type { WorksOfFragment } from '../api/operations.generated.ts';
import { count, yearText } from '../language/words.ts';
import type { Years } from '../state/cluster-view.ts';
import { hullAround } from './hulls.ts';
import type { ClusterMap, Disc, Tie } from './map.ts';
import { placeBySteps } from './places.ts';
import type { Point } from './point.ts';
import { isOfYears } from './years.ts';

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
/** So much further apart are works of different clusters. */
const FURTHER = 70;

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

/** Where works stand: near whom they cite, and apart from the works of other clusters. */
export function placeWorks(network: WorksOfFragment): ReadonlyMap<string, Point> {
  const { works } = network;
  const most = Math.max(0, ...works.map((work) => work.citationsInside));
  const bodies = works.map(({ id, citationsInside }) => ({
    id,
    radius: radiusOf(citationsInside, most),
  }));
  return placeBySteps(bodies, tiesAmong(network), (one, other) =>
    works[one]?.cluster === works[other]?.cluster ? 0 : FURTHER,
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
    const cites = count(citationsInside, 'study of its cluster', 'studies of its cluster');
    return {
      id,
      kind: 'STUDY',
      ...(places.get(id) ?? { x: 0, y: 0 }),
      radius: radiusOf(citationsInside, most),
      colour: colours.get(work.cluster) ?? null,
      label: shortLabel,
      sign: '',
      share: isOfYears(year, years) ? 1 : 0,
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

import type { StudyNameFragment, WorkNeighboursQuery } from '../api/operations.generated.ts';
import { yearText } from '../language/words.ts';
import type { Years } from '../state/cluster-view.ts';
import type { ClusterMap, Disc } from './map.ts';
import { placeAtHomes } from './places.ts';
import type { Point } from './point.ts';
import { isOfYears } from './years.ts';

/** A work beside another: who cites whom. */
export interface Neighbour {
  readonly study: StudyNameFragment & { readonly year: number | null };
  /** Whether it cites the other, is cited by it, or both. */
  readonly side: 'cites' | 'cited' | 'both';
}

type Known = NonNullable<WorkNeighboursQuery['study']>;

const MIDDLE = 18;
const BESIDE = 8;
/** How far from the middle those stand who cite it, to its left, and whom it cites, to its right. */
const AWAY = 230;

/** The works that cite a work, then those that it cites; each once. */
export function neighboursOf({ made, received }: Known): readonly Neighbour[] {
  const cited = new Map(made.nodes.map((citation) => [citation.cited.id, citation.cited]));
  const citing = new Map(received.nodes.map((citation) => [citation.citing.id, citation.citing]));
  return [
    ...[...citing.values()].map((study): Neighbour => ({
      study,
      side: cited.has(study.id) ? 'both' : 'cites',
    })),
    ...[...cited.values()]
      .filter(({ id }) => !citing.has(id))
      .map((study): Neighbour => ({ study, side: 'cited' })),
  ];
}

/** Where a work and its neighbours stand: the citing to the left, the cited to the right. */
export function placeNeighbours(work: Known): ReadonlyMap<string, Point> {
  const neighbours = neighboursOf(work);
  const homes = { cites: -AWAY, both: 0, cited: AWAY } as const;
  const bodies = [
    { id: work.id, radius: MIDDLE, home: { x: 0, y: 0 } },
    ...neighbours.map(({ study: { id }, side }) => ({
      id,
      radius: BESIDE,
      home: { x: homes[side], y: 0 },
    })),
  ];
  return placeAtHomes(bodies);
}

/** A work and the works around it, in the colours of their clusters. */
export function neighbourMap(
  work: Known,
  places: ReadonlyMap<string, Point>,
  years: Years | null,
  colourOf: (study: string) => number | null,
): ClusterMap {
  const neighbours = neighboursOf(work);
  const discOf = ({ study }: Pick<Neighbour, 'study'>, radius: number): Disc => ({
    id: study.id,
    kind: 'STUDY',
    ...(places.get(study.id) ?? { x: 0, y: 0 }),
    radius,
    colour: colourOf(study.id),
    label: study.shortLabel,
    sign: '',
    share: isOfYears(study.year, years) ? 1 : 0,
    hint: `${study.title ?? study.shortLabel} (${yearText(study.year)})`,
  });
  return {
    discs: [discOf({ study: work }, MIDDLE), ...neighbours.map((each) => discOf(each, BESIDE))],
    ties: neighbours.map(({ study: { id }, side }) => ({
      from: id,
      to: work.id,
      there: side === 'cited' ? 0 : 1,
      back: side === 'cites' ? 0 : 1,
    })),
    hulls: [],
  };
}

import type { ClusterBasis } from '../api/operations.generated.ts';
import { count } from '../language/words.ts';
import type { ClusteringAnswer } from './bubbles.ts';
import { drawnClusters } from './bubbles.ts';

/** What a basis is called, and what it ties. */
export const BASIS_WORDS: Readonly<
  Record<ClusterBasis, { readonly name: string; readonly by: string; readonly meaning: string }>
> = {
  DIRECT: {
    name: 'Direct citation',
    by: 'by direct citation',
    meaning: 'Two studies belong together where one cites the other.',
  },
  CO_CITATION: {
    name: 'Co-citation',
    by: 'by co-citation',
    meaning: 'Two studies belong together where others cite both: they are used together.',
  },
  COUPLING: {
    name: 'Coupling',
    by: 'by coupling',
    meaning: 'Two studies belong together where both cite the same: they build on the same.',
  },
};

/** What nothing ties, in words; null where there is something to cluster. */
export function nothingText({ studies, ties, basis }: ClusteringAnswer): string | null {
  if (studies === 0) return 'No study is here: there is nothing to cluster.';
  if (studies === 1) return 'One study is here, and one alone makes no cluster.';
  if (ties > 0) return null;
  const why: Readonly<Record<ClusterBasis, string>> = {
    DIRECT: 'No study here cites another',
    CO_CITATION: 'No two studies here are cited by the same',
    COUPLING: 'No two studies here cite the same',
  };
  return `${why[basis]}: there is nothing to cluster.`;
}

/** How many clusters there are, in words; single studies are told apart. */
export function clusterCountText({ clusterCount, singles }: ClusteringAnswer): string {
  return count(clusterCount - singles, 'cluster');
}

/** What is neither drawn nor listed, counted; null where all is. */
export function restText(answer: ClusteringAnswer, drawn = drawnClusters(answer)): string | null {
  const several = drawn.filter(({ size }) => size > 1);
  const clusters = answer.clusterCount - answer.singles - several.length;
  const shownSingles = drawn.length - several.length;
  const singles = answer.singles - shownSingles;
  const inDrawn = several.reduce((sum, { size }) => sum + size, 0);
  const inRest = answer.studies - answer.singles - inDrawn;
  const parts = [
    ...(clusters > 0
      ? [`${count(clusters, 'smaller cluster')} with ${count(inRest, 'study', 'studies')}`]
      : []),
    ...(singles > 0 ? [count(singles, 'single study', 'single studies')] : []),
  ];
  return parts.length === 0 ? null : `Not listed: ${parts.join('; ')}.`;
}

/** What is worth knowing before the picture is read: that it is one body of work, or is undated. */
export function caveats(answer: ClusteringAnswer): readonly string[] {
  const { studies, years, leftOut, ties } = answer;
  const [largest] = answer.clusters;
  const isGiant = largest !== undefined && studies > 2 && largest.size > 0.9 * studies && ties > 0;
  return [
    ...(isGiant
      ? [
          `One cluster has ${largest.size.toLocaleString('en-GB')} of ${count(studies, 'study', 'studies')}: try a higher resolution.`,
        ]
      : []),
    ...(years.first === null && studies > 0 ? ['No year of publication is known.'] : []),
    ...(leftOut.studies > 0
      ? [
          `${count(leftOut.studies, 'study', 'studies')} with more than ${leftOut.mostCitations.toLocaleString('en-GB')} citations tied too many pairs and ${leftOut.studies === 1 ? 'was' : 'were'} left out.`,
        ]
      : []),
  ];
}

/** Where a step of the resolution leads. */
export function resolutionText(resolution: number): string {
  if (resolution === 1) return 'usual';
  return resolution < 1 ? 'fewer, larger' : 'more, smaller';
}

/** How the picture is to be read. */
export function pictureText(ofClusters: boolean): string {
  return ofClusters
    ? 'Area: number of studies. Near: they cite each other more. Line: citations between two. Choose one to see who cites whom; double click opens its works.'
    : 'Disc: a study, larger the more of its cluster cite it. Line: a citation. Colour: its cluster. Choose one to see whom it cites; double click opens it.';
}

/** Each standing, and how counts of claims name it. */
export const COUNTED_STANDINGS = [
  ['GROUNDED', 'grounded'],
  ['UNRESOLVED', 'unresolved'],
  ['UNGROUNDED', 'ungrounded'],
  ['UNSUPPORTED', 'unsupported'],
] as const;

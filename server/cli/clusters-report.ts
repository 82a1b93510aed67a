import type { ClusteringAsked, ClustersReport } from '../workplace.ts';

/** More clusters than these help nobody; `--json` has a hundred. */
const MOST_TOLD = 20;

const BY_BASIS: Readonly<Record<ClusteringAsked['basis'], string>> = {
  DIRECT: 'who cites whom',
  CO_CITATION: 'what is cited together',
  COUPLING: 'what cites the same',
};

type Reported = ClustersReport['clusters'][number];

/** The bodies of work that citations make, for a person to read. */
export function sayClusters(report: ClustersReport): string {
  const { basis, studies, ties, modularity, clusterCount, singles, leftOut } = report;
  const told = report.clusters.filter(({ size }) => size > 1).slice(0, MOST_TOLD);
  const more = clusterCount - singles - told.length;
  return [
    `By ${BY_BASIS[basis]}: ${count(studies, 'study', 'studies')}, ${count(ties, 'tie')}, ${count(clusterCount, 'cluster')}${
      modularity === null ? '' : `, modularity ${modularity.toFixed(3)}`
    }.`,
    ...told.flatMap(sayCluster),
    ...(told.length === 0 ? [] : ['']),
    ...(more === 0 ? [] : [`And ${count(more, 'smaller cluster')}.`]),
    ...(singles === 0
      ? []
      : [
          `${singles === 1 ? '1 study stands by itself' : `${singles} studies stand by themselves`}.`,
        ]),
    ...(leftOut.studies === 0
      ? []
      : [
          `Left out: the citations of ${count(leftOut.studies, 'study', 'studies')} with more than ${leftOut.mostCitations}, which alone make ${leftOut.pairs} pairs.`,
        ]),
    '',
  ].join('\n');
}

function sayCluster({ id, size, label, years, anchors, claims }: Reported): string[] {
  const builtOn = anchors.filter(({ citationsInside }) => citationsInside > 0);
  return [
    '',
    `${label ?? 'No title is known'} (${id})`,
    `  ${count(size, 'study', 'studies')}, ${sayYears(years)}`,
    ...(builtOn.length === 0
      ? []
      : [
          `  builds on ${builtOn.map(({ study, citationsInside }) => `${study.shortLabel} (${citationsInside})`).join(', ')}`,
        ]),
    `  ${sayCarried('says', claims.asserted)}; ${sayCarried('is evidence of', claims.rested)}`,
  ];
}

function sayYears({ first, last, unknown }: Reported['years']): string {
  if (first === null || last === null) return 'years not known';
  const span = first === last ? `${first}` : `${first}–${last}`;
  return unknown === 0 ? span : `${span}, ${unknown} of a year that is not known`;
}

function sayCarried(
  verb: string,
  { count: claims, standings }: Reported['claims']['asserted'],
): string {
  const reach = claims === 0 ? '' : `, ${standings.grounded} of which reach data`;
  return `${verb} ${count(claims, 'claim')}${reach}`;
}

function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

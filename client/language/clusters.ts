import { count } from './words.ts';

/** From how many bodies of work the evidence of a claim comes. */
export function originsSentence(clusters: number): string {
  if (clusters === 0) return 'This claim rests on no study.';
  if (clusters === 1) return 'All of this claim’s evidence comes from one cluster.';
  return `This claim’s evidence comes from ${count(clusters, 'cluster')}.`;
}

/** How the evidence of a claim is told by clusters: how it is worked out. */
export const ORIGINS_FORMULA = {
  name: 'origin clusters',
  text: 'The clusters of the studies that its supporting items cite, or are; and likewise of the claims that these relay, down to the ends.',
} as const;

/** How each measure of a study among the citations comes about. */
export const MEASURE_FORMULAS = {
  citations: {
    name: 'citations here',
    text: 'Studies of this store that cite it, and that it cites, each once.',
  },
  pageRank: {
    name: 'PageRank',
    text: 'Its share of 1 where a reader follows citations at random and begins anew with chance 0.15 (Brin and Page 1998).',
  },
  mainPath: {
    name: 'main path',
    text: 'The way through the citations by which most of what is known here went on, earliest first (Hummon and Doreian 1989).',
  },
} as const;

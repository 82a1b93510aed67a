import { Budget, type ShouldStop } from '../budget.ts';
import type { CitationGraph } from './citation-graph.ts';
import { mainPathOf, type MainPathStep } from './main-path.ts';
import { pageRank } from './page-rank.ts';

/** What the citation graph says of each study. */
export interface StudyFigures {
  /** How many studies of the graph cite it. */
  readonly citationsIn: Int32Array;
  /** How many studies of the graph it cites. */
  readonly citationsOut: Int32Array;
  /** A share of 1; see `pageRank`. */
  readonly pageRank: Float64Array;
  /** The place of its step in the main path, from 0 on; -1 where it is not on it. */
  readonly mainPathStep: Int32Array;
}

/** The figures of each study by its number, and the path that some of them are about. */
export interface StudyMeasures extends StudyFigures {
  readonly mainPath: readonly MainPathStep[];
}

/**
 * Measures every study of a graph. Linear, but for the ranks, which take some dozens of
 * rounds, and the length of the main path's counts.
 * @throws TOO_COSTLY when the caller says that it is enough; see `mainPathOf`.
 */
export function measureStudies(graph: CitationGraph, shouldStop?: ShouldStop): StudyMeasures {
  const budget = new Budget(shouldStop);
  const { ids, cites, citedBy } = graph;
  const countsOf = (starts: Int32Array): Int32Array =>
    Int32Array.from(ids, (_, study) => (starts[study + 1] ?? 0) - (starts[study] ?? 0));
  const mainPath = mainPathOf(graph, budget);
  const mainPathStep = new Int32Array(ids.length).fill(-1);
  for (const [step, { studies }] of mainPath.entries())
    for (const study of studies) mainPathStep[study] = step;
  return {
    citationsIn: countsOf(citedBy.starts),
    citationsOut: countsOf(cites.starts),
    pageRank: pageRank(graph, budget),
    mainPath,
    mainPathStep,
  };
}

/** Years since a study was published; null where its year is not known. Below 0 for one of a later year. */
export function ageAt(year: number, published: number | null | undefined): number | null {
  return published === null || published === undefined ? null : year - published;
}

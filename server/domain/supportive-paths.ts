import { Budget, type ShouldStop } from './budget.ts';
import type { CitationNetwork, NetworkCitation } from './citation-network.ts';
import type { StudyNode } from './evidence-graph.ts';
import { strongComponents } from './strong-components.ts';

/** Of a big integer. */
const BITS_OF_A_WORD = 64;

/** How many ways lead through the supportive citations of a network. */
export interface SupportivePaths {
  /**
   * Directed paths of one citation or more. Null where supportive citations form a
   * ring: then a path may go round without end, and there is no such number.
   */
  readonly count: bigint | null;
  /** The paths that use no citation of a ring; where there is none, all of them. */
  readonly countOutsideRings: bigint;
  /** Supportive citations that lead back to where they start. */
  readonly ringCitations: readonly NetworkCitation[];
}

/**
 * Counts the supportive paths: the measure of amplification of S. A. Greenberg,
 * “How citation distortions create unfounded authority: analysis of a citation
 * network”, BMJ 2009;339:b2680. Every directed path of length one or more in the
 * network of supportive citations counts, from wherever to wherever.
 *
 * From a study go as many paths as the sum, over the studies that it cites, of one
 * and the paths from there: exact, in one walk from the ends backwards. The count
 * grows as 2ⁿ at worst, so it is a big integer: of n bits at most from the study
 * that is walked as the n-th, and forgotten when all who cite that study had it.
 *
 * Citations of a ring (two preprints that cite each other) are set aside and named,
 * never guessed at: simple paths in a graph with rings have no known fast count.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function countSupportivePaths(
  { studies, citations }: CitationNetwork,
  shouldStop?: ShouldStop,
): SupportivePaths {
  const budget = new Budget(shouldStop);
  const supportive = citations.filter(({ sense }) => sense === 'SUPPORTIVE');
  const cites = new Map<StudyNode, StudyNode[]>(studies.map((study) => [study, []]));
  /** How many citations of a study are still to be walked. */
  const left = new Map<StudyNode, number>();
  for (const { citation } of supportive) {
    budget.spend(1);
    cites.get(citation.citing)?.push(citation.cited);
    left.set(citation.cited, (left.get(citation.cited) ?? 0) + 1);
  }
  const components = strongComponents(studies, (study) => {
    const cited = cites.get(study) ?? [];
    budget.spend(1 + cited.length);
    return cited;
  });
  const componentOf = new Map(
    components.flatMap((members, index) => members.map((study) => [study, index] as const)),
  );
  const isOneRing = (a: StudyNode, b: StudyNode): boolean =>
    componentOf.get(a) === componentOf.get(b);
  const from = new Map<StudyNode, bigint>();
  let all = 0n;
  for (const [walked, study] of components.flat().entries()) {
    const wordsToAdd = 1 + walked / BITS_OF_A_WORD;
    let paths = 0n;
    for (const cited of cites.get(study) ?? []) {
      budget.spend(wordsToAdd);
      if (!isOneRing(study, cited)) paths += 1n + (from.get(cited) ?? 0n);
      const others = (left.get(cited) ?? 0) - 1;
      left.set(cited, others);
      if (others === 0) from.delete(cited);
    }
    if (left.has(study)) from.set(study, paths);
    all += paths;
  }
  const ringCitations = supportive.filter(({ citation: { citing, cited } }) =>
    isOneRing(citing, cited),
  );
  return {
    count: ringCitations.length === 0 ? all : null,
    countOutsideRings: all,
    ringCitations,
  };
}

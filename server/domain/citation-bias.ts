import { Budget, type ShouldStop } from './budget.ts';
import type { CitationNetwork } from './citation-network.ts';
import type { Direction } from './document.generated.ts';
import type { StudyNode } from './evidence-graph.ts';
import { placeStudy, stepsToPlace, type Position, type Sides } from './same-claims.ts';

/** How many of the citations that could be made to a kind of study are made. */
export interface CitationShare {
  /** Studies of the kind in the network. */
  readonly studies: number;
  /** Possible pairs of which the one does cite the other. */
  readonly observed: number;
  /** Pairs of which the one could cite the other. */
  readonly possible: number;
  /** Pairs of which it is not known whether the one could: a year is not known. Not among the possible. */
  readonly notKnown: number;
  /** Citations that are made though the pair is not among the possible: in press, or of unknown year. Not among the observed. */
  readonly outside: number;
}

/** Whether studies that support are cited more than those that do not. */
export interface CitationBias {
  readonly toSupportive: CitationShare;
  readonly toCritical: CitationShare;
  /** 1: no bias; more: supportive studies are cited more often than critical ones. Null where it has no value. */
  readonly ratio: number | null;
  /** Why the ratio has no value: a sentence. Null where it has one. */
  readonly reason: string | null;
}

/** That one study could cite another. */
export interface CitationPair {
  readonly citing: StudyNode;
  readonly cited: StudyNode;
}

/**
 * Citation bias: (observed ÷ possible citations to supportive studies) ÷ (the same
 * to critical ones), after S. A. Greenberg, BMJ 2009;339:b2680 and R. I. Leng,
 * “A network analysis of the propagation of evidence regarding the effectiveness of
 * fat-controlled diets in the secondary prevention of coronary heart disease (CHD):
 * Selective citation in reviews”, PLOS ONE 2018;13(5):e0197716. A pure number.
 *
 * Any study of the network may cite; whatever a citation makes of the cited study,
 * it is one. A study cannot cite itself. Citations of studies whose position is
 * mixed or not known are in neither share.
 *
 * @param positions where each study stands; a study that is not there is not known.
 * @param possible the data's own list of possible pairs. Without it every pair is
 *   possible in which the cited study was published in the citing one's year or
 *   before; a pair of which a year is not known is counted apart, and so is a
 *   citation between its two, as there is nothing to hold it against.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function measureBias(
  { studies, citations }: CitationNetwork,
  positions: ReadonlyMap<StudyNode, Position>,
  possible: readonly CitationPair[] | null = null,
  shouldStop?: ShouldStop,
): CitationBias {
  const budget = new Budget(shouldStop);
  const pairs = citations.map(({ citation }) => citation);
  const shareOf = (position: Position): CitationShare => {
    budget.spend(studies.length + pairs.length + (possible?.length ?? 0));
    const cited = new Set(studies.filter((study) => positions.get(study) === position));
    const made = pairs.filter((pair) => cited.has(pair.cited));
    const could =
      possible === null ? byYear(studies, cited) : byList(possible, new Set(studies), cited);
    const observed = made.filter(could.includes).length;
    return {
      studies: cited.size,
      observed,
      possible: could.possible,
      notKnown: could.notKnown,
      outside: made.length - observed,
    };
  };
  const toSupportive = shareOf('SUPPORTIVE');
  const toCritical = shareOf('CRITICAL');
  const reason = whyNoRatio(toSupportive, toCritical);
  const ratio =
    reason === null
      ? (toSupportive.observed * toCritical.possible) /
        (toSupportive.possible * toCritical.observed)
      : null;
  return { toSupportive, toCritical, ratio, reason };
}

interface PossiblePairs {
  readonly possible: number;
  readonly notKnown: number;
  readonly includes: (pair: CitationPair) => boolean;
}

function byYear(studies: readonly StudyNode[], cited: ReadonlySet<StudyNode>): PossiblePairs {
  const years = studies
    .flatMap(({ study }) => (study.year === undefined ? [] : [study.year]))
    .toSorted((a, b) => a - b);
  const undated = studies.length - years.length;
  let possible = 0;
  let notKnown = 0;
  for (const { study } of cited)
    if (study.year === undefined) notKnown += studies.length - 1;
    else {
      // All that are not earlier, but for the study itself.
      possible += years.length - countBelow(years, study.year) - 1;
      notKnown += undated;
    }
  return {
    possible,
    notKnown,
    includes: ({ citing: { study: citing }, cited: { study: of } }) =>
      citing.year !== undefined && of.year !== undefined && of.year <= citing.year,
  };
}

/** How many of these ordered numbers are below a limit. */
function countBelow(ordered: readonly number[], limit: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byList(
  pairs: readonly CitationPair[],
  studies: ReadonlySet<StudyNode>,
  cited: ReadonlySet<StudyNode>,
): PossiblePairs {
  const listed = new Map<StudyNode, Set<StudyNode>>();
  let possible = 0;
  for (const pair of pairs) {
    if (pair.citing === pair.cited || !studies.has(pair.citing) || !cited.has(pair.cited)) continue;
    const citing = listed.get(pair.cited) ?? new Set();
    if (!citing.has(pair.citing)) possible += 1;
    listed.set(pair.cited, citing.add(pair.citing));
  }
  return {
    possible,
    notKnown: 0,
    includes: (pair) => listed.get(pair.cited)?.has(pair.citing) ?? false,
  };
}

function whyNoRatio(toSupportive: CitationShare, toCritical: CitationShare): string | null {
  for (const [share, kind] of [
    [toSupportive, 'supportive'],
    [toCritical, 'critical'],
  ] as const) {
    if (share.studies === 0) return `None of these studies is known as ${kind}.`;
    if (share.possible === 0)
      return `No citation of a ${kind} study was possible, by what is known of the years.`;
  }
  return toCritical.observed === 0
    ? 'No critical study is cited where it could be: there is nothing to divide by.'
    : null;
}

/**
 * Where studies stand on a question that is put as claims.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function positionsOn(
  studies: readonly StudyNode[],
  sides: Sides,
  shouldStop?: ShouldStop,
): Map<StudyNode, Position> {
  const budget = new Budget(shouldStop);
  return new Map(
    studies.map((study) => {
      budget.spend(stepsToPlace(study));
      return [study, placeStudy(study, sides).position];
    }),
  );
}

/**
 * Where studies stand where no claim is asked for: by the direction of what they
 * assert. Positive is supportive; negative and none (looked for and not found) are
 * critical; mixed, or both, is mixed. A gap, or a description, takes no side. This
 * compares like with like only where the studies ask one question.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function positionsByDirection(
  studies: readonly StudyNode[],
  shouldStop?: ShouldStop,
): Map<StudyNode, Position> {
  const budget = new Budget(shouldStop);
  return new Map(
    studies.map((study) => {
      budget.spend(1 + study.assertions.length);
      const directions = new Set(
        study.assertions
          .filter(({ assertion }) => assertion.role === 'asserts')
          .map(({ claim }) => claim.claim.direction),
      );
      const has = (...any: readonly Direction[]): boolean =>
        any.some((each) => directions.has(each));
      const [isFor, isAgainst] = [has('positive'), has('negative', 'none')];
      if (has('mixed') || (isFor && isAgainst)) return [study, 'MIXED'];
      if (isFor) return [study, 'SUPPORTIVE'];
      return [study, isAgainst ? 'CRITICAL' : 'NOT_KNOWN'];
    }),
  );
}

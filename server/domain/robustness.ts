import { Budget, type ShouldStop } from './budget.ts';
import { Cone } from './cone.ts';
import type { ClaimNode } from './evidence-graph.ts';
import { computeSinglePoints, type SinglePoints } from './single-points.ts';
import type { Standings } from './standing.ts';

/** How many studies must go before a claim stands lower; 4 is “more than 3”, null where nothing holds it. */
export type Robustness = 1 | 2 | 3 | 4 | null;

/** What is said of a claim whose standing no three studies lower. */
const MORE_THAN_THREE = 4;

/**
 * The smallest number of studies whose withdrawal together lowers the standing of
 * a claim, exact up to 3, and 4 for more than 3. Studies that merely link the
 * claim are not counted, as in single points of failure; where only they could
 * lower it, the answer is 4. Only studies of one proof of the standing can lower
 * it, so these are branched on, within the claim's own cone, and the proof that is
 * left after each is branched on again.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function robustnessOf(
  claim: ClaimNode,
  standings: Standings,
  shouldStop?: ShouldStop,
): Robustness {
  return leastFelling(claim, standings, { least: 1, budget: new Budget(shouldStop) });
}

/** The single points of failure of one claim, by way of its cone; all at once: computeSinglePoints. */
export function singlePointsOf(
  claim: ClaimNode,
  standings: Standings,
  shouldStop?: ShouldStop,
): ReturnType<SinglePoints['of']> {
  if (standings.levels[claim.index] === 0) return [];
  const { studies } = standings.support;
  const cone = Cone.of(claim, standings);
  const search = new FellingSearch(cone, new Budget(shouldStop));
  return [...search.singles()].sort((a, b) => a - b).flatMap((index) => studies[index] ?? []);
}

/**
 * The robustness of every claim, from the single points of all.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function computeRobustness(
  standings: Standings,
  points: SinglePoints = computeSinglePoints(standings),
  shouldStop?: ShouldStop,
): (claim: ClaimNode) => Robustness {
  const budget = new Budget(shouldStop);
  const all = standings.support.claims.map((claim): Robustness => {
    if (points.of(claim).length > 0) return 1;
    return leastFelling(claim, standings, { least: 2, budget });
  });
  return ({ index }) => all[index] ?? null;
}

function leastFelling(
  claim: ClaimNode,
  standings: Standings,
  { least, budget }: { least: 1 | 2; budget: Budget },
): Robustness {
  if (standings.levels[claim.index] === 0) return null;
  const cone = Cone.of(claim, standings);
  budget.spend(cone.size);
  const search = new FellingSearch(cone, budget);
  const atLeast = Math.max(least, search.disjointProofs(MORE_THAN_THREE));
  for (const count of [1, 2, 3] as const)
    if (count >= atLeast && search.canFellWith(count)) return count;
  return MORE_THAN_THREE;
}

/** Looks for few studies that together lower the standing that a cone is of. */
class FellingSearch {
  readonly #cone: Cone;
  readonly #budget: Budget;
  /** Studies that were branched on already: what they can do was seen. */
  readonly #tried = new Set<number>();

  constructor(cone: Cone, budget: Budget) {
    this.#cone = cone;
    this.#budget = budget;
  }

  /**
   * How many proofs without a study in common were found, at most `most`: as many
   * studies at least must go.
   */
  disjointProofs(most: number): number {
    const withdrawn: number[] = [];
    let proofs = 0;
    for (; proofs < most; proofs += 1) {
      const studies = this.#proof();
      if (studies === null) break;
      for (const study of studies) {
        this.#cone.withdraw(study);
        withdrawn.push(study);
      }
    }
    for (const study of withdrawn) this.#cone.restore(study);
    return proofs;
  }

  /** Whether so many more studies, those aside that were tried, can fell the claim. */
  canFellWith(count: number): boolean {
    const studies = this.#proof();
    if (studies === null) return true;
    if (count === 0) return false;
    if (count === 1) return this.#singlesAmong(studies, true).size > 0;
    const branched: number[] = [];
    let found = false;
    for (const study of studies) {
      if (this.#tried.has(study)) continue;
      this.#cone.withdraw(study);
      found = this.canFellWith(count - 1);
      this.#cone.restore(study);
      if (found) break;
      this.#tried.add(study);
      branched.push(study);
    }
    for (const study of branched) this.#tried.delete(study);
    return found;
  }

  /** The studies with any one of which the claim falls. */
  singles(): Set<number> {
    return this.#singlesAmong(this.#proof() ?? new Set(), false);
  }

  /** A study that is not in some proof is no single point: each proof found rules out many. */
  #singlesAmong(studies: ReadonlySet<number>, firstOnly: boolean): Set<number> {
    const left = new Set([...studies].filter((study) => !this.#tried.has(study)));
    const singles = new Set<number>();
    for (const study of left) {
      this.#cone.withdraw(study);
      const without = this.#proof();
      this.#cone.restore(study);
      if (without === null) {
        singles.add(study);
        if (firstOnly) break;
      } else for (const other of left) if (!without.has(other)) left.delete(other);
    }
    return singles;
  }

  #proof(): Set<number> | null {
    this.#budget.spend(this.#cone.size);
    return this.#cone.studiesInProof();
  }
}

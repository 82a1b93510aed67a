import { Budget, type ShouldStop } from './budget.ts';
import type { ClaimNode, StudyNode } from './evidence-graph.ts';
import { FallProbe, membersFallingWith } from './falls.ts';
import { invertRows, rowOf, type Rows } from './rows.ts';
import type { Standings } from './standing.ts';

/** Which claims fall with which single study. */
export interface SinglePoints {
  /**
   * The single points of failure of a claim, in the order of the graph's studies:
   * the studies with any one of which it falls, save those that merely link.
   */
  of(claim: ClaimNode): readonly StudyNode[];
  /** The studies with which anything falls, those with which most falls first. */
  readonly loadBearing: readonly LoadBearing[];
}

/** How much rests on one study. */
export interface LoadBearing {
  readonly study: StudyNode;
  /** How many claims fall when it alone is withdrawn: the size of `Falls({study})`. */
  readonly falls: number;
  /** Of those, how many claims it is a single point of failure of: it does more than link them. */
  readonly singlePointOf: number;
}

/**
 * The single points of failure of all claims, and the studies ranked by how many
 * claims fall with each alone; of two with which as many fall, that which is a
 * single point of more, then by id. Every study is probed once, in the claims
 * whose proofs need it and nowhere else: the work is the sum of these, and at
 * worst as long as what it says, which is quadratic for one long chain.
 * @throws TOO_COSTLY when the caller says that it is enough.
 */
export function computeSinglePoints(standings: Standings, shouldStop?: ShouldStop): SinglePoints {
  const { claims, studies, claimLinking } = standings.support;
  const budget = new Budget(shouldStop);
  const probe = new FallProbe(standings);
  const starts = new Int32Array(studies.length + 1);
  const values: number[] = [];
  const members: number[] = [];
  for (let study = 0; study < studies.length; study += 1) {
    membersFallingWith(standings.support, study, members);
    for (const claim of probe.fallenWithout(members)) values.push(claim);
    starts[study + 1] = values.length;
    budget.spend(probe.steps + 1);
  }
  const falls: Rows = { starts, values: Int32Array.from(values) };
  const felling = invertRows(falls, claims.length);
  const pointOf = new Int32Array(studies.length);
  // The last claim that a study was seen merely to link.
  const links = new Int32Array(studies.length).fill(-1);
  const points = new Map<ClaimNode, readonly StudyNode[]>();
  for (const claim of claims) {
    const row = rowOf(felling, claim.index);
    if (row.length === 0) continue;
    for (const study of rowOf(claimLinking, claim.index)) links[study] = claim.index;
    const of: StudyNode[] = [];
    for (const index of row) {
      const study = studies[index];
      if (study === undefined || links[index] === claim.index) continue;
      of.push(study);
      pointOf[index] = (pointOf[index] ?? 0) + 1;
    }
    points.set(claim, of);
    budget.spend(row.length);
  }
  return {
    of: (claim) => points.get(claim) ?? [],
    loadBearing: rank(
      studies.map((study) => ({
        study,
        falls: rowOf(falls, study.index).length,
        singlePointOf: pointOf[study.index] ?? 0,
      })),
    ),
  };
}

function rank(all: readonly LoadBearing[]): LoadBearing[] {
  return all
    .filter(({ falls }) => falls > 0)
    .sort(
      (a, b) =>
        b.falls - a.falls ||
        b.singlePointOf - a.singlePointOf ||
        (a.study.study.id < b.study.study.id ? -1 : 1),
    );
}

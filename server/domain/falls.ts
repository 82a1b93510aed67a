import type { ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';
import { rowOf } from './rows.ts';
import { standingAt, type Standing, type StandingCounts, type Standings } from './standing.ts';
import type { Support } from './support.ts';

/** A claim whose standing is lower under a withdrawal than without it. */
export interface Fall {
  readonly claim: ClaimNode;
  readonly before: Standing;
  readonly after: Standing;
}

/** What a withdrawal does. */
export interface Withdrawal {
  /** In the order of the graph's claims. */
  readonly fallen: readonly Fall[];
  /** The standings of all claims, under the withdrawal. */
  readonly counts: StandingCounts;
}

/**
 * `Falls(W)`: the claims whose standing is lower when these studies are withdrawn
 * than under the conditions that the standings were computed under. Each takes
 * its parts with it, all the way down, but not the comments under it. It follows
 * support between claims, never plain citations, and looks only at claims whose
 * present proof it breaks: at most about two standing passes, mostly far less.
 */
export function withdraw(standings: Standings, studies: readonly StudyNode[]): Withdrawal {
  const { support, levels } = standings;
  const members = studies.flatMap((study) => membersFallingWith(support, study.index));
  const probe = new FallProbe(standings);
  const fallen = [...probe.fallenWithout(members)].sort((a, b) => a - b);
  const counts: Record<Standing, number> = { ...standings.counts };
  return {
    fallen: fallen.flatMap((index) => {
      const [claim, before] = [support.claims[index], standingAt(levels[index])];
      const after = standingAt(probe.levelOf(index));
      counts[before] -= 1;
      counts[after] += 1;
      return claim === undefined ? [] : [{ claim, before, after }];
    }),
    counts,
  };
}

/** Studies of status retracted: the switch that puts them into a withdrawal adds these. */
export function retractedStudies(graph: EvidenceGraph): StudyNode[] {
  return [...graph.studies.values()].filter(({ study }) => study.status?.value === 'retracted');
}

/** The members that count for nothing once a study is withdrawn, those of its parts included. */
export function membersFallingWith(support: Support, study: number): number[] {
  const studies = new Set([study]);
  const members: number[] = [];
  for (const each of studies) {
    for (const member of rowOf(support.studyMembers, each)) members.push(member);
    for (const part of rowOf(support.studyParts, each)) studies.add(part);
  }
  return members;
}

/**
 * Takes members away from judged evidence, a few at a time and each time from the
 * same beginning, and says which claims fall. What the proof of a claim does not
 * touch cannot lower it; so the claims whose proofs break, all the way up, are
 * judged again, and the others stay as they are (delete and rederive: A. Gupta,
 * I. S. Mumick and V. S. Subrahmanian, “Maintaining views incrementally”, SIGMOD
 * 1993, with the proofs kept, so that little is deleted in vain).
 */
export class FallProbe {
  readonly #standings: Standings;
  readonly #levels: Uint8Array;
  readonly #missing: Int32Array;
  /** The last try in which a member was taken away, a claim was in doubt. */
  readonly #takenIn: Int32Array;
  readonly #doubtedIn: Int32Array;
  #try = 0;
  /** How many members were looked at in the last try. */
  steps = 0;

  constructor(standings: Standings) {
    const { claims, lineNeeds, members } = standings.support;
    this.#standings = standings;
    this.#levels = standings.levels.slice();
    this.#missing = lineNeeds.slice();
    this.#takenIn = new Int32Array(members.length);
    this.#doubtedIn = new Int32Array(claims.length);
  }

  /** The level of a claim in the last try. */
  levelOf(claim: number): number {
    return (
      (this.#doubtedIn[claim] === this.#try
        ? this.#levels[claim]
        : this.#standings.levels[claim]) ?? 0
    );
  }

  /** The claims, by index and in no order, that fall when these members count for nothing. */
  fallenWithout(members: readonly number[]): readonly number[] {
    const { proof, levels } = this.#standings;
    this.steps = members.length;
    if (!members.some((member) => proof[member] === 1)) {
      // A new try in which nothing is in doubt.
      this.#try += 1;
      return [];
    }
    const doubted = this.#doubt(members);
    this.#judgeAgain(doubted);
    return doubted.filter((claim) => (this.#levels[claim] ?? 0) < (levels[claim] ?? 0));
  }

  /** The claims whose proofs need one of the members, directly or through other claims. */
  #doubt(members: readonly number[]): number[] {
    const { proof, support } = this.#standings;
    const { memberLine, lineClaim, claimMembers } = support;
    this.#try += 1;
    const doubted: number[] = [];
    const doubtThrough = (member: number): void => {
      if (proof[member] !== 1) return;
      const claim = lineClaim[memberLine[member] ?? 0] ?? 0;
      if (this.#doubtedIn[claim] === this.#try) return;
      this.#doubtedIn[claim] = this.#try;
      this.#levels[claim] = 0;
      doubted.push(claim);
    };
    for (const member of members) {
      this.#takenIn[member] = this.#try;
      doubtThrough(member);
    }
    for (const claim of doubted) {
      const [start = 0, end = 0] = [claimMembers.starts[claim], claimMembers.starts[claim + 1]];
      this.steps += end - start;
      for (let at = start; at < end; at += 1) doubtThrough(claimMembers.values[at] ?? 0);
    }
    return doubted;
  }

  /** The three fixpoints over the doubted claims alone, the others being what they are. */
  #judgeAgain(doubted: readonly number[]): void {
    const { caps, levels, support } = this.#standings;
    const { claimLines, lineMembers, lineNeeds, lineClaim, memberLine, memberClaim } = support;
    const byLevel: readonly number[][] = [[], [], [], []];
    for (const claim of doubted)
      for (let line = claimLines[claim] ?? 0; line < (claimLines[claim + 1] ?? 0); line += 1) {
        this.#missing[line] = lineNeeds[line] ?? 0;
        for (let at = lineMembers[line] ?? 0; at < (lineMembers[line + 1] ?? 0); at += 1) {
          this.steps += 1;
          if (this.#takenIn[at] === this.#try) continue;
          const other = memberClaim[at] ?? -1;
          if (other >= 0 && this.#doubtedIn[other] === this.#try) continue;
          const cap = caps[at] ?? 0;
          byLevel[other < 0 ? cap : Math.min(cap, levels[other] ?? 0)]?.push(at);
        }
      }
    const holding: number[] = [];
    const count = (member: number, level: number): void => {
      const line = memberLine[member] ?? 0;
      const left = (this.#missing[line] ?? 0) - 1;
      this.#missing[line] = left;
      const claim = lineClaim[line] ?? 0;
      if (left > 0 || this.#levels[claim] !== 0) return;
      this.#levels[claim] = level;
      holding.push(claim);
    };
    for (let level = 3; level >= 1; level -= 1) {
      for (const member of byLevel[level] ?? []) count(member, level);
      for (let claim = holding.pop(); claim !== undefined; claim = holding.pop())
        for (const member of rowOf(support.claimMembers, claim)) {
          const cap = caps[member] ?? 0;
          if (cap === 0 || this.#takenIn[member] === this.#try) continue;
          if (this.#doubtedIn[lineClaim[memberLine[member] ?? 0] ?? 0] !== this.#try) continue;
          if (cap >= level) count(member, level);
          else byLevel[cap]?.push(member);
        }
    }
  }
}

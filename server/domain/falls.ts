import type { ClaimNode, EvidenceGraph, StudyNode } from './evidence-graph.ts';
import { rowOf } from './rows.ts';
import { computeStandings, type Standing, type Standings } from './standing.ts';
import type { Support } from './support.ts';
import { withParts } from './withdrawal.ts';

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
  /** The standings of all claims under the withdrawal; its counts are of them. */
  readonly standings: Standings;
}

/**
 * `Falls(W)`: the claims whose standing is lower when these studies are withdrawn
 * than under the conditions that the standings were computed under. Each takes
 * its parts with it, all the way down, but not the comments under it. It follows
 * support between claims, never plain citations. One standing pass, whatever is
 * withdrawn.
 */
export function withdraw(standings: Standings, studies: readonly StudyNode[]): Withdrawal {
  const { support, levels, conditions } = standings;
  const withdrawn = withParts([...conditions.withdrawn, ...studies]);
  const after = computeStandings(support, { ...conditions, withdrawn });
  const fallen: Fall[] = [];
  for (let index = 0; index < levels.length; index += 1) {
    if ((after.levels[index] ?? 0) >= (levels[index] ?? 0)) continue;
    const claim = support.claims[index];
    if (claim !== undefined)
      fallen.push({ claim, before: standings.of(claim), after: after.of(claim) });
  }
  return { fallen, standings: after };
}

/** Studies of status retracted: the switch that puts them into a withdrawal adds these. */
export function retractedStudies(graph: EvidenceGraph): StudyNode[] {
  return [...graph.studies.values()].filter(({ study }) => study.status?.value === 'retracted');
}

/**
 * The members that count for nothing once a study is withdrawn, those of its parts included.
 * @param members the list that they are written to; it is emptied first.
 */
export function membersFallingWith(
  { studyMembers, studyParts }: Support,
  study: number,
  members: number[] = [],
): number[] {
  members.length = 0;
  const add = (each: number): void => {
    const end = studyMembers.starts[each + 1] ?? 0;
    for (let at = studyMembers.starts[each] ?? 0; at < end; at += 1)
      members.push(studyMembers.values[at] ?? 0);
  };
  if (studyParts.starts[study] === studyParts.starts[study + 1]) {
    add(study);
    return members;
  }
  const studies = new Set([study]);
  for (const each of studies) {
    add(each);
    for (const part of rowOf(studyParts, each)) studies.add(part);
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
  readonly #proof: Uint8Array;
  readonly #levels: Uint8Array;
  readonly #missing: Int32Array;
  /** The last try in which a member was taken away, a claim was in doubt. */
  readonly #takenIn: Int32Array;
  readonly #doubtedIn: Int32Array;
  /** The members of doubted claims that count whatever the doubted do, by level. */
  readonly #byLevel: readonly number[][] = [[], [], [], []];
  #try = 0;
  /** How many members were looked at in the last try. */
  steps = 0;

  constructor(standings: Standings) {
    const { claims, lineNeeds, members } = standings.support;
    this.#standings = standings;
    this.#proof = standings.proof;
    this.#levels = standings.levels.slice();
    this.#missing = lineNeeds.slice();
    this.#takenIn = new Int32Array(members.length);
    this.#doubtedIn = new Int32Array(claims.length);
  }

  /** The claims, by index and in no order, that fall when these members count for nothing. */
  fallenWithout(members: readonly number[]): readonly number[] {
    const { levels } = this.#standings;
    this.steps = members.length;
    if (!members.some((member) => this.#proof[member] === 1)) return [];
    const doubted = this.#doubt(members);
    this.#judgeAgain(doubted);
    return doubted.filter((claim) => (this.#levels[claim] ?? 0) < (levels[claim] ?? 0));
  }

  /** The claims whose proofs need one of the members, directly or through other claims. */
  #doubt(members: readonly number[]): number[] {
    const { support } = this.#standings;
    const { memberLine, lineClaim, claimMembers } = support;
    this.#try += 1;
    const doubted: number[] = [];
    const doubtThrough = (member: number): void => {
      if (this.#proof[member] !== 1) return;
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
      const start = claimMembers.starts[claim] ?? 0;
      const end = claimMembers.starts[claim + 1] ?? 0;
      this.steps += end - start;
      for (let at = start; at < end; at += 1) doubtThrough(claimMembers.values[at] ?? 0);
    }
    return doubted;
  }

  /** The three fixpoints over the doubted claims alone, the others being what they are. */
  #judgeAgain(doubted: readonly number[]): void {
    const { caps, levels, support } = this.#standings;
    const {
      claimLines,
      claimLinesEnd,
      lineMembers,
      lineNeeds,
      lineClaim,
      memberLine,
      memberClaim,
    } = support;
    const byLevel = this.#byLevel;
    for (const members of byLevel) members.length = 0;
    for (const claim of doubted)
      for (let line = claimLines[claim] ?? 0; line < (claimLinesEnd[claim] ?? 0); line += 1) {
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
        for (
          let at = support.claimMembers.starts[claim] ?? 0;
          at < (support.claimMembers.starts[claim + 1] ?? 0);
          at += 1
        ) {
          const member = support.claimMembers.values[at] ?? 0;
          const cap = caps[member] ?? 0;
          if (cap === 0 || this.#takenIn[member] === this.#try) continue;
          if (this.#doubtedIn[lineClaim[memberLine[member] ?? 0] ?? 0] !== this.#try) continue;
          if (cap >= level) count(member, level);
          else byLevel[cap]?.push(member);
        }
    }
  }
}

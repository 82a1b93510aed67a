import { LEVEL, type Support } from './support.ts';

/** How much every claim holds. */
export interface Judgement {
  /** By claim: its standing as a level, from 3 for GROUNDED to 0 for UNSUPPORTED. */
  readonly levels: Uint8Array;
  /** The claims of rings that hold, in the order in which they came to. */
  readonly settled: readonly number[];
}

/**
 * The three fixpoints in one: a line holds as much as the least of the members that
 * it cannot do without, and a claim as much as the best of its lines. Lines stand
 * in an order in which whatever a claim rests on is judged before it, so one walk
 * over them decides all, and it goes through memory forwards: a graph beyond the
 * processor's caches is slow by its jumps and not by its steps. Claims of a ring
 * are judged together when the walk comes to it.
 * @param caps by member: the best level that it can count as; 0 where it is void.
 */
export function judge(support: Support, caps: Uint8Array): Judgement {
  const { claims, lineClaim, rings } = support;
  // A leaf is as much as its cap: its claim, -1, is one place before the first, and holds all.
  const held = new Uint8Array(claims.length + 1);
  held[0] = LEVEL.GROUND;
  const settled: number[] = [];
  let line = 0;
  for (let ring = 0; ring < rings.length; ring += 2) {
    const first = rings[ring] ?? 0;
    const end = rings[ring + 1] ?? 0;
    walk(line, first, { support, caps, held });
    settle(first, end, { support, caps, held }, settled);
    line = end;
  }
  walk(line, lineClaim.length, { support, caps, held });
  return { levels: held.subarray(1), settled };
}

interface Judged {
  readonly support: Support;
  readonly caps: Uint8Array;
  /** By claim, one place further: how much is known to hold it. */
  readonly held: Uint8Array;
}

/**
 * Walks over the members of these lines. There is no `if` in it: whether a member
 * holds, and whether its line goes on, is as good as random, and a processor that
 * guesses wrong loses more time than the whole step takes.
 */
function walk(first: number, end: number, { support, caps, held }: Judged): void {
  const { lineClaim, lineNeeds, lineMembers, memberLine, memberClaim } = support;
  const last = lineMembers[end] ?? 0;
  // How many members of the line, so far, hold at least so much.
  let [ground, notKnown, notGround] = [0, 0, 0];
  let before = -1;
  for (let at = lineMembers[first] ?? 0; at < last; at += 1) {
    const line = memberLine[at] ?? 0;
    const goesOn = ~isLess(before, line);
    before = line;
    const level = leastOf(caps[at] ?? 0, held[(memberClaim[at] ?? 0) + 1] ?? 0);
    ground = (ground & goesOn) + (level & (level >> 1));
    notKnown = (notKnown & goesOn) + (level >> 1);
    notGround = (notGround & goesOn) + ((level | (level >> 1)) & 1);
    // What a line holds with these, it holds with whatever comes.
    const needs = lineNeeds[line] ?? 0;
    const holds =
      LEVEL.GROUND + isLess(ground, needs) + isLess(notKnown, needs) + isLess(notGround, needs);
    const place = (lineClaim[line] ?? 0) + 1;
    held[place] = greatestOf(held[place] ?? 0, holds);
  }
}

/** −1 for yes and 0 for no, which as bits are all and none. */
function isLess(a: number, b: number): number {
  return (a - b) >> 31;
}

function leastOf(a: number, b: number): number {
  return b + ((a - b) & isLess(a, b));
}

function greatestOf(a: number, b: number): number {
  return a - ((a - b) & isLess(a, b));
}

/**
 * Judges the claims of a ring: the three fixpoints one after the other, each going
 * on from where the one before stopped, as what holds in one holds in the next. A
 * member counts once, so it is linear, by the counting of W. F. Dowling and
 * J. H. Gallier, “Linear-time algorithms for testing the satisfiability of
 * propositional Horn formulae”, Journal of Logic Programming 1 (1984), 267–284.
 */
function settle(
  first: number,
  end: number,
  { support, caps, held }: Judged,
  settled: number[],
): void {
  const { claimLines, lineClaim, lineMembers, memberLine, memberClaim } = support;
  const { starts, values } = support.claimMembers;
  const firstMember = lineMembers[first] ?? 0;
  const endMember = lineMembers[end] ?? 0;
  const missing = support.lineNeeds.slice(first, end);
  const count = (member: number, level: number): void => {
    const line = memberLine[member] ?? 0;
    const left = (missing[line - first] ?? 0) - 1;
    missing[line - first] = left;
    const claim = lineClaim[line] ?? 0;
    if (left !== 0 || held[claim + 1] !== 0) return;
    held[claim + 1] = level;
    settled.push(claim);
  };
  // Claims without lines may seem to be inside: nothing holds them anyway.
  const isInside = (claim: number): boolean =>
    claim >= 0 && (claimLines[claim] ?? 0) >= first && (claimLines[claim] ?? 0) < end;
  // Links to grounded claims of which it is not known whether they were there.
  const uncertain: number[] = [];
  let head = settled.length;
  for (let level = 3; level >= 1; level -= 1) {
    for (let member = firstMember; member < endMember; member += 1) {
      const other = memberClaim[member] ?? 0;
      if (isInside(other)) continue;
      if (Math.min(caps[member] ?? 0, held[other + 1] ?? 0) === level) count(member, level);
    }
    if (level === 2) for (const member of uncertain) count(member, level);
    for (; head < settled.length; head += 1) {
      const claim = settled[head] ?? 0;
      for (let at = starts[claim] ?? 0; at < (starts[claim + 1] ?? 0); at += 1) {
        const member = values[at] ?? 0;
        if (member < firstMember || member >= endMember) continue;
        const cap = caps[member] ?? 0;
        if (cap >= level) count(member, level);
        else if (cap > 0) uncertain.push(member);
      }
    }
  }
}

/**
 * By member: 1 where it is part of the proof of its claim's standing, which is the
 * first line with enough members that hold as much and were proven before, and of
 * these the first, just enough of them.
 */
export function proofOf(
  support: Support,
  caps: Uint8Array,
  { levels, settled }: Judgement,
): Uint8Array {
  const { claimLines, claimLinesEnd, lineMembers, lineNeeds, memberClaim } = support;
  const proof = new Uint8Array(caps.length);
  const isProven = new Uint8Array(levels.length);
  const proves = (member: number, level: number): boolean => {
    if ((caps[member] ?? 0) < level) return false;
    const other = memberClaim[member] ?? -1;
    return other < 0 || (isProven[other] === 1 && (levels[other] ?? 0) >= level);
  };
  for (const claim of inOrderOfProof(support, settled)) {
    const level = levels[claim] ?? 0;
    if (level === 0) continue;
    const end = claimLinesEnd[claim] ?? 0;
    for (let line = claimLines[claim] ?? 0; line < end && isProven[claim] === 0; line += 1) {
      const needs = lineNeeds[line] ?? 0;
      const found: number[] = [];
      const last = lineMembers[line + 1] ?? 0;
      for (let at = lineMembers[line] ?? 0; at < last && found.length < needs; at += 1)
        if (proves(at, level)) found.push(at);
      if (found.length < needs) continue;
      for (const member of found) proof[member] = 1;
      isProven[claim] = 1;
    }
  }
  return proof;
}

/** The claims that have lines, each after those that its proof may need. */
function* inOrderOfProof(
  { claimLines, claimLinesEnd, lineClaim, rings }: Support,
  settled: readonly number[],
): Generator<number> {
  let next = 0;
  for (let [line, ring] = [0, 0]; line < lineClaim.length;) {
    if (line === rings[ring]) {
      line = rings[ring + 1] ?? 0;
      ring += 2;
      for (; (claimLines[settled[next] ?? -1] ?? line) < line; next += 1) yield settled[next] ?? 0;
      continue;
    }
    const claim = lineClaim[line] ?? 0;
    line = claimLinesEnd[claim] ?? 0;
    yield claim;
  }
}

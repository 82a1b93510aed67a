import type { ClaimNode } from './evidence-graph.ts';
import type { Standings } from './standing.ts';
import { strongComponents } from './strong-components.ts';

/** Claims that hold each other up and that nothing else does. */
export interface CircularSupport {
  /** In a ring, or standing on nothing but one; in the order of the graph's claims. */
  readonly claims: readonly ClaimNode[];
  /**
   * One ring for each set of claims that all rest on each other: each claim rests
   * on the next, the last on the first, which is the first by id.
   */
  readonly rings: readonly (readonly ClaimNode[])[];
}

/** That one claim rests on another. */
interface Link {
  readonly from: number;
  readonly to: number;
  /** By RESTATES, which makes no ring by itself. */
  readonly restates: boolean;
}

/**
 * Circular support: the claims in the greatest but not the least fixpoint. It is
 * taken of the third, in which every leaf that is not void counts: what the two
 * differ by there is held up by other claims of the kind and by nothing else,
 * neither data nor hearsay nor opinion, so these claims are UNSUPPORTED. In the
 * first fixpoint the difference would also take in rings that are well said and
 * only lack data. Rings of restatements alone are left aside, with what stands
 * only on them. Linear in the graph, but for ordering by id.
 */
export function findCircularSupport(standings: Standings): CircularSupport {
  const { claims } = standings.support;
  const held = greatestFixpoint(standings);
  const isCircular = (claim: number): boolean => held[claim] === 1 && standings.levels[claim] === 0;
  const links = linksAmong(isCircular, held, standings);
  const restedOn = (claim: number): number[] => (links.get(claim) ?? []).map(({ to }) => to);
  const rings: number[][] = [];
  const circular = new Set<number>();
  for (const component of strongComponents(links.keys(), restedOn)) {
    const ring = ringIn(component, links, claims);
    if (ring === null) continue;
    rings.push(ring);
    for (const claim of component) circular.add(claim);
  }
  const restingOn = new Map<number, number[]>();
  for (const { from, to } of [...links.values()].flat()) {
    const known = restingOn.get(to);
    if (known === undefined) restingOn.set(to, [from]);
    else known.push(from);
  }
  for (const claim of circular) for (const from of restingOn.get(claim) ?? []) circular.add(from);
  const nodes = (indices: Iterable<number>): ClaimNode[] =>
    [...indices].flatMap((index) => claims[index] ?? []);
  return {
    claims: nodes([...circular].sort((a, b) => a - b)),
    rings: rings
      .map(nodes)
      .sort(([a], [b]) => ((a?.claim.id ?? '') < (b?.claim.id ?? '') ? -1 : 1)),
  };
}

/** The claims left, as 1, when those without a line that has enough are taken out one by one. */
function greatestFixpoint({ support, caps }: Standings): Uint8Array {
  const { lineClaim, lineNeeds, lineMembers, memberLine, claimMembers } = support;
  const held = new Uint8Array(support.claims.length).fill(1);
  const members = new Int32Array(lineNeeds.length);
  const lines = support.claimLinesEnd.map((end, claim) => end - (support.claimLines[claim] ?? 0));
  const lost: number[] = [];
  const loseLine = (line: number): void => {
    const claim = lineClaim[line] ?? 0;
    lines[claim] = (lines[claim] ?? 0) - 1;
    if (lines[claim] === 0) lost.push(claim);
  };
  for (const [claim, count] of lines.entries()) if (count === 0) lost.push(claim);
  for (let line = 0; line < members.length; line += 1) {
    for (let at = lineMembers[line] ?? 0; at < (lineMembers[line + 1] ?? 0); at += 1)
      if ((caps[at] ?? 0) > 0) members[line] = (members[line] ?? 0) + 1;
    if ((members[line] ?? 0) < (lineNeeds[line] ?? 0)) loseLine(line);
  }
  for (const claim of lost) {
    held[claim] = 0;
    const end = claimMembers.starts[claim + 1] ?? 0;
    for (let at = claimMembers.starts[claim] ?? 0; at < end; at += 1) {
      const member = claimMembers.values[at] ?? 0;
      if (caps[member] === 0) continue;
      const line = memberLine[member] ?? 0;
      members[line] = (members[line] ?? 0) - 1;
      if (members[line] === (lineNeeds[line] ?? 0) - 1) loseLine(line);
    }
  }
  return held;
}

/** What each circular claim rests on among circular claims, in lines that then have enough. */
function linksAmong(
  isCircular: (claim: number) => boolean,
  held: Uint8Array,
  { support, caps }: Standings,
): Map<number, Link[]> {
  const { claimLines, claimLinesEnd, lineMembers, lineNeeds, memberClaim } = support;
  const links = new Map<number, Link[]>();
  for (let from = 0; from < held.length; from += 1) {
    if (!isCircular(from)) continue;
    const found: Link[] = [];
    for (let line = claimLines[from] ?? 0; line < (claimLinesEnd[from] ?? 0); line += 1) {
      const inLine: number[] = [];
      for (let at = lineMembers[line] ?? 0; at < (lineMembers[line + 1] ?? 0); at += 1) {
        const to = memberClaim[at] ?? -1;
        if ((caps[at] ?? 0) > 0 && (to < 0 || held[to] === 1)) inLine.push(at);
      }
      if (inLine.length < (lineNeeds[line] ?? 0)) continue;
      for (const member of inLine) {
        const to = memberClaim[member] ?? -1;
        if (to < 0 || !isCircular(to)) continue;
        const origin = support.members[member]?.origin;
        const restates =
          origin?.kind === 'RELATION' && origin.relation.relation.type === 'RESTATES';
        found.push({ from, to, restates });
      }
    }
    links.set(from, found);
  }
  return links;
}

/**
 * A ring through the first link by id that is no restatement, closed by the
 * shortest way back; null where there is none.
 */
function ringIn(
  component: readonly number[],
  links: ReadonlyMap<number, readonly Link[]>,
  claims: readonly ClaimNode[],
): number[] | null {
  const idOf = (claim: number): string => claims[claim]?.claim.id ?? '';
  const byId = (a: number, b: number): number => (idOf(a) < idOf(b) ? -1 : Number(a !== b));
  const members = new Set(component);
  const within = (claim: number): Link[] =>
    (links.get(claim) ?? [])
      .filter(({ to }) => members.has(to))
      .toSorted((a, b) => byId(a.to, b.to));
  for (const from of component.toSorted(byId))
    for (const { to, restates } of within(from)) {
      if (restates) continue;
      const back = shortestWay(to, from, (claim) => within(claim).map((link) => link.to));
      const first = back.indexOf(back.toSorted(byId)[0] ?? from);
      return [...back.slice(first), ...back.slice(0, first)];
    }
  return null;
}

/** The claims from one to another, both included. */
function shortestWay(from: number, to: number, next: (claim: number) => number[]): number[] {
  const reachedFrom = new Map<number, number | null>([[from, null]]);
  for (const claim of reachedFrom.keys()) {
    if (claim === to) break;
    for (const other of next(claim)) if (!reachedFrom.has(other)) reachedFrom.set(other, claim);
  }
  const way: number[] = [];
  for (let at: number | null = to; at !== null; at = reachedFrom.get(at) ?? null) way.push(at);
  return way.toReversed();
}

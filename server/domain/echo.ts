import type { ClaimNode, StudyNode } from './evidence-graph.ts';
import type { Standings } from './standing.ts';
import { LEVEL, type SupportMember } from './support.ts';
import { isVoid } from './withdrawal.ts';

/** How often a claim is said, and how much is under it. */
export interface Echo {
  /**
   * Documents that assert or report the claim or a restatement of it. A claim that
   * RESTATES it, whatever the shift, is a restatement, and so is a restatement of
   * that one; what it restates itself is not.
   */
  readonly documents: readonly StudyNode[];
  /**
   * The primary studies under it, as groups that rest on one and the same evidence:
   * how many groups is how many independent primary studies there are. Primary is
   * a study that brings the ground on which the claim stands, over lines and items
   * that hold; studies are of one group where they are versions or summaries of
   * each other or use the same data. Replications are independent.
   */
  readonly primaries: readonly (readonly StudyNode[])[];
}

/**
 * A claim's echo: documents and independent primary studies, two numbers. What is
 * void counts for nothing, and neither does a document of which it is not known
 * whether it was there yet. Linear in what is restated and what is under the claim.
 */
export function echoOf(claim: ClaimNode, standings: Standings): Echo {
  const { withdrawn, uncertain } = standings.conditions;
  const absent = { withdrawn: new Set([...withdrawn, ...uncertain]), uncertain };
  const restatements = new Set([claim]);
  const documents = new Set<StudyNode>();
  for (const each of restatements) {
    for (const { study, documents: hanging } of each.assertions)
      if (!isVoid(hanging, absent)) documents.add(study);
    for (const { relation, from } of each.relationsTo)
      if (relation.type === 'RESTATES') restatements.add(from);
  }
  return { documents: [...documents], primaries: groupsOf(primariesOf(claim, standings)) };
}

/** The studies that bring ground to a claim, by way of lines and items that reach it. */
export function primariesOf(claim: ClaimNode, { support, caps, levels }: Standings): StudyNode[] {
  const primaries = new Set<StudyNode>();
  const claims = new Set([claim.index]);
  const holds = (member: number): boolean => {
    const other = support.memberClaim[member] ?? -1;
    return caps[member] === LEVEL.GROUND && (other < 0 || levels[other] === LEVEL.GROUND);
  };
  for (const each of claims) {
    const end = support.claimLinesEnd[each] ?? 0;
    for (let line = support.claimLines[each] ?? 0; line < end; line += 1) {
      const grounded: number[] = [];
      const last = support.lineMembers[line + 1] ?? 0;
      for (let at = support.lineMembers[line] ?? 0; at < last; at += 1)
        if (holds(at)) grounded.push(at);
      if (grounded.length < (support.lineNeeds[line] ?? 0)) continue;
      for (const member of grounded) {
        const other = support.memberClaim[member] ?? -1;
        const source = sourceOf(support.members[member]);
        if (other >= 0) claims.add(other);
        else if (source !== null) primaries.add(source);
      }
    }
  }
  return [...primaries];
}

/** The study that brings what a member is worth; null for a claim. */
function sourceOf(member: SupportMember | undefined): StudyNode | null {
  if (member?.origin.kind === 'ASSERTION') return member.origin.assertion.study;
  if (member?.origin.kind !== 'ITEM') return null;
  const { target } = member.origin.item;
  if (target.kind === 'claim') return null;
  return target.kind === 'study' ? target.study : target.citation.cited;
}

/** Studies that rest on the same evidence together, also by way of studies that are not among them. */
function groupsOf(studies: readonly StudyNode[]): StudyNode[][] {
  const sought = new Set(studies);
  const seen = new Set<StudyNode>();
  return studies.flatMap((start) => {
    if (seen.has(start)) return [];
    const group = new Set([start]);
    for (const study of group) for (const other of study.sameEvidence) group.add(other);
    for (const study of group) seen.add(study);
    return [[...group].filter((study) => sought.has(study))];
  });
}

/**
 * Author independence of the independent primary studies under a claim: 1/Σp²
 * over groups of them that share authors or analysts, directly or through others
 * of them, p being a group's share. From 1, one circle of people, to the number of
 * studies, each by people of its own; null where there is no primary study. A
 * study of which no author is known is a group by itself. The measure is the
 * effective number of groups: E. H. Simpson, “Measurement of diversity”, Nature 163
 * (1949), 688, inverted.
 */
export function authorIndependence(claim: ClaimNode, standings: Standings): number | null {
  const { primaries } = echoOf(claim, standings);
  if (primaries.length === 0) return null;
  const people = primaries.map((group) => new Set(group.flatMap(peopleBehind)));
  const byPerson = new Map<string, number[]>();
  for (const [primary, names] of people.entries())
    for (const name of names) {
      const known = byPerson.get(name);
      if (known === undefined) byPerson.set(name, [primary]);
      else known.push(primary);
    }
  const seen = new Set<number>();
  let squares = 0;
  for (const start of primaries.keys()) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    for (const primary of group)
      for (const name of people[primary] ?? [])
        for (const other of byPerson.get(name) ?? []) group.add(other);
    for (const primary of group) seen.add(primary);
    squares += (group.size / primaries.length) ** 2;
  }
  return 1 / squares;
}

/** The authors and analysts of a study, by id. */
function peopleBehind({ study }: StudyNode): string[] {
  return study.contributors
    .filter(({ role }) => role === 'author' || role === 'analyst')
    .map(({ author }) => author);
}

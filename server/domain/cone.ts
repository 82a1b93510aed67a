import type { ClaimNode } from './evidence-graph.ts';
import { rowOf } from './rows.ts';
import type { Standings } from './standing.ts';

/**
 * The sub-network that a claim's present standing stands on: the claims below it
 * that hold as much as it does, the lines that hold as much, and their members.
 * Nothing outside can hold the claim where it is, whatever is withdrawn, as
 * withdrawing more never lets anything hold more. Studies are numbers of the
 * graph; those that merely link the claim are left out.
 */
export class Cone {
  /** The number of its members: what one look at the whole cone costs. */
  readonly size: number;
  readonly #lineClaim: readonly number[];
  readonly #lineNeeds: readonly number[];
  readonly #lineMembers: readonly number[];
  readonly #memberLine: readonly number[];
  /** Claim of the cone that the member is; -1 for a leaf. */
  readonly #memberClaim: readonly number[];
  readonly #claimMembers: readonly (readonly number[])[];
  /** By member: the studies that void it, volumes included. */
  readonly #voiding: readonly (readonly number[])[];
  /** Study → the members that it voids. */
  readonly #voided = new Map<number, number[]>();
  /** By member: by how many of the studies withdrawn it is void. */
  readonly #voids: Int32Array;
  readonly #missing: Int32Array;
  readonly #counted: Uint8Array;
  /** By claim: the line that proved it in the last look; -1 for none. */
  readonly #provenBy: Int32Array;

  private constructor(parts: ConeParts) {
    this.size = parts.memberLine.length;
    this.#lineClaim = parts.lineClaim;
    this.#lineNeeds = parts.lineNeeds;
    this.#lineMembers = parts.lineMembers;
    this.#memberLine = parts.memberLine;
    this.#memberClaim = parts.memberClaim;
    this.#voiding = parts.voiding;
    const claimMembers = parts.claims.map((): number[] => []);
    for (const [member, claim] of parts.memberClaim.entries()) claimMembers[claim]?.push(member);
    this.#claimMembers = claimMembers;
    for (const [member, studies] of parts.voiding.entries())
      for (const study of studies) {
        const voided = this.#voided.get(study);
        if (voided === undefined) this.#voided.set(study, [member]);
        else voided.push(member);
      }
    this.#voids = new Int32Array(this.size);
    this.#missing = new Int32Array(parts.lineNeeds.length);
    this.#counted = new Uint8Array(this.size);
    this.#provenBy = new Int32Array(parts.claims.length);
  }

  /** The cone of a claim that something holds. Linear in its size. */
  static of(root: ClaimNode, standings: Standings): Cone {
    return new Cone(coneParts(root, standings));
  }

  withdraw(study: number): void {
    for (const member of this.#voided.get(study) ?? [])
      this.#voids[member] = (this.#voids[member] ?? 0) + 1;
  }

  restore(study: number): void {
    for (const member of this.#voided.get(study) ?? [])
      this.#voids[member] = (this.#voids[member] ?? 0) - 1;
  }

  /**
   * The studies in one proof of the claim's standing, under what is withdrawn
   * now: whatever lowers it withdraws one of them. Null where it is lower already.
   */
  studiesInProof(): Set<number> | null {
    return this.#prove() ? this.#studiesOfProof() : null;
  }

  /** Whether the root still holds: the counting of standings, for one level. */
  #prove(): boolean {
    for (let line = 0; line < this.#missing.length; line += 1)
      this.#missing[line] = this.#lineNeeds[line] ?? 0;
    this.#counted.fill(0);
    this.#provenBy.fill(-1);
    const holding: number[] = [];
    const count = (member: number): void => {
      if (this.#voids[member] !== 0) return;
      const line = this.#memberLine[member] ?? 0;
      const claim = this.#lineClaim[line] ?? 0;
      if (this.#provenBy[claim] !== -1) return;
      this.#counted[member] = 1;
      this.#missing[line] = (this.#missing[line] ?? 0) - 1;
      if ((this.#missing[line] ?? 0) > 0) return;
      this.#provenBy[claim] = line;
      holding.push(claim);
    };
    for (let member = 0; member < this.size; member += 1)
      if (this.#memberClaim[member] === -1) count(member);
    for (const claim of holding) {
      if (claim === 0) return true;
      for (const member of this.#claimMembers[claim] ?? []) count(member);
    }
    return this.#provenBy[0] !== -1;
  }

  #studiesOfProof(): Set<number> {
    const studies = new Set<number>();
    const claims = new Set([0]);
    for (const claim of claims) {
      const line = this.#provenBy[claim] ?? -1;
      const end = this.#lineMembers[line + 1] ?? 0;
      for (let member = this.#lineMembers[line] ?? 0; member < end; member += 1) {
        if (this.#counted[member] === 0) continue;
        for (const study of this.#voiding[member] ?? []) studies.add(study);
        const other = this.#memberClaim[member] ?? -1;
        if (other !== -1) claims.add(other);
      }
    }
    return studies;
  }
}

interface ConeParts {
  /** Claims of the graph, the root first: their places are the cone's numbers of them. */
  readonly claims: readonly number[];
  readonly lineClaim: number[];
  readonly lineNeeds: number[];
  readonly lineMembers: number[];
  readonly memberLine: number[];
  readonly memberClaim: number[];
  readonly voiding: number[][];
}

function coneParts(root: ClaimNode, { support, caps, levels }: Standings): ConeParts {
  const linking = new Set(rowOf(support.claimLinking, root.index));
  const level = levels[root.index] ?? 0;
  const claims = [root.index];
  const numbers = new Map([[root.index, 0]]);
  const parts: ConeParts = {
    claims,
    lineClaim: [],
    lineNeeds: [],
    lineMembers: [0],
    memberLine: [],
    memberClaim: [],
    voiding: [],
  };
  const numberOf = (claim: number): number => {
    const known = numbers.get(claim);
    if (known !== undefined) return known;
    numbers.set(claim, claims.length);
    claims.push(claim);
    return claims.length - 1;
  };
  const holds = (member: number): boolean => {
    const other = support.memberClaim[member] ?? -1;
    return (caps[member] ?? 0) >= level && (other < 0 || (levels[other] ?? 0) >= level);
  };
  for (const [number, claim] of claims.entries())
    for (
      let line = support.claimLines[claim] ?? 0;
      line < (support.claimLinesEnd[claim] ?? 0);
      line += 1
    ) {
      const holding: number[] = [];
      for (
        let member = support.lineMembers[line] ?? 0;
        member < (support.lineMembers[line + 1] ?? 0);
        member += 1
      )
        if (holds(member)) holding.push(member);
      const needs = support.lineNeeds[line] ?? 0;
      if (holding.length < needs) continue;
      for (const member of holding) {
        const other = support.memberClaim[member] ?? -1;
        parts.memberLine.push(parts.lineClaim.length);
        parts.memberClaim.push(other < 0 ? -1 : numberOf(other));
        parts.voiding.push(studiesVoiding(member, support).filter((study) => !linking.has(study)));
      }
      parts.lineClaim.push(number);
      parts.lineNeeds.push(needs);
      parts.lineMembers.push(parts.memberLine.length);
    }
  return parts;
}

/** The studies whose withdrawal voids a member: its documents, and the volumes that they are in. */
function studiesVoiding(member: number, support: Standings['support']): number[] {
  const { starts, values } = support.memberDocuments;
  const studies = new Set(values.subarray(starts[member] ?? 0, starts[member + 1] ?? 0));
  for (const study of studies) {
    const volume = support.studyVolume[study] ?? -1;
    if (volume !== -1) studies.add(volume);
  }
  return [...studies];
}

import type { Basis } from './document.generated.ts';
import type { ClaimNode, StudyNode } from './evidence-graph.ts';

const OWN_EVIDENCE: ReadonlySet<Basis> = new Set(['data', 'record', 'search']);

/** Whether an assertion on this basis is a line though its study links items of the claim. */
export function isOwnEvidence(basis: Basis): boolean {
  return OWN_EVIDENCE.has(basis);
}

/**
 * Which studies merely link a claim to its evidence: those that make the claim's
 * own evidence lines, as citing or as `in`, and the volumes that they are parts
 * of, save what is source or `via` of any item of the claim, whatever its stance,
 * or of an assertion that is a line of its own. Of course a claim falls with the
 * review that makes it; saying so of every claim would say nothing.
 *
 * It is asked of one claim after the other: what it marks of one is forgotten with
 * the next, so that no claim costs more than its own items.
 */
export class MerelyLinking {
  /** By study: the last claim, as counted here, whose items it links, it links, it is a source of. */
  readonly #linksItem: Int32Array;
  readonly #links: Int32Array;
  readonly #isSource: Int32Array;
  #looked = 0;
  #linking: number[] = [];

  constructor(studies: number) {
    this.#linksItem = new Int32Array(studies);
    this.#links = new Int32Array(studies);
    this.#isSource = new Int32Array(studies);
  }

  /** The studies, by index, that merely link a claim. */
  of(claim: ClaimNode): number[] {
    this.#looked += 1;
    this.#linking = [];
    for (const { stance, items } of claim.lines)
      for (const { target, via, linking } of items) {
        if (target.kind === 'citation') this.#markSource(target.citation.cited);
        if (target.kind === 'study') this.#markSource(target.study);
        if (via !== null) this.#markSource(via);
        if (stance !== 'supports') continue;
        for (const study of linking) {
          this.#linksItem[study.index] = this.#looked;
          this.#markLinking(study);
        }
      }
    for (const { assertion, study, basis, place, via } of claim.assertions) {
      if (assertion.role !== 'asserts') continue;
      if (this.#linksItem[study.index] === this.#looked && !isOwnEvidence(basis)) continue;
      // An assertion without `in` is made by its source: that does not merely link.
      if (assertion.in !== undefined) this.#markLinking(place);
      this.#markSource(study);
      if (via !== null) this.#markSource(via);
    }
    return this.#linking.filter((study) => this.#isSource[study] !== this.#looked);
  }

  #markSource({ index }: StudyNode): void {
    this.#isSource[index] = this.#looked;
  }

  #markLinking(linking: StudyNode): void {
    for (
      let study: StudyNode | null = linking;
      study !== null && this.#links[study.index] !== this.#looked;
      study = study.study.type === 'comment' ? null : study.volume
    ) {
      this.#links[study.index] = this.#looked;
      this.#linking.push(study.index);
    }
  }
}

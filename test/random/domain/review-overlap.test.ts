import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import type { CoveredArea } from '../../../server/domain/review-overlap.ts';
import { overlapOf } from '../../support/measured.ts';
import { randomNetwork, turnedRound } from '../../support/random-networks.ts';

/** The areas by their formulas, from sets of ids. */
function naiveArea(
  { studies, citations }: EvidenceDocument,
  reviews: readonly string[],
  all: readonly string[],
): Partial<CoveredArea> {
  const yearOf = new Map(studies.map(({ id, year }) => [id, year]));
  const has = (review: string, primary: string): boolean =>
    citations.some(({ id }) => id === `${review}>${primary}`);
  const primaries = studies
    .filter(({ id, evidence }) => evidence === 'primary' && !all.includes(id))
    .map(({ id }) => id)
    .filter((id) => reviews.some((review) => has(review, id)));
  let [inclusions, structurallyMissing, notKnown] = [0, 0, 0];
  for (const primary of primaries)
    for (const review of reviews) {
      const [from, at] = [yearOf.get(primary), yearOf.get(review)];
      if (has(review, primary)) inclusions += 1;
      else if (from === undefined || at === undefined) notKnown += 1;
      else if (from > at) structurallyMissing += 1;
    }
  const [N, r, c, X] = [inclusions, primaries.length, reviews.length, structurallyMissing];
  return {
    inclusions: N,
    primaries: r,
    reviews: c,
    structurallyMissing: X,
    notKnown,
    correctedCoveredArea: r === 0 ? null : (N - r) / (r * c - r),
    adjustedCoveredArea: r * c - r - X === 0 ? null : (N - r) / (r * c - r - X),
  };
}

test('The areas are those of the formulas, overall and of each pair, in any order of the input', () => {
  fc.assert(
    fc.property(randomNetwork(), fc.nat(7), (document, many) => {
      const reviews = document.studies.map(({ id }) => id).slice(0, Math.max(2, many));
      fc.pre(reviews.length > 1);
      const overlap = overlapOf(document, reviews);
      expect(overlap).toMatchObject(naiveArea(document, reviews, reviews));
      expect(overlap.pairs).toHaveLength((reviews.length * (reviews.length - 1)) / 2);
      for (const pair of overlap.pairs)
        expect(pair).toMatchObject(naiveArea(document, [pair.a, pair.b], reviews));
      const again = [...reviews.toReversed(), ...reviews];
      expect(overlapOf(turnedRound(document), again)).toEqual(overlap);
    }),
    { numRuns: 500 },
  );
});

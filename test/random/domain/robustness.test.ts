import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { computeRobustness } from '../../../server/domain/robustness.ts';
import { computeStandings } from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../../server/domain/withdrawal.ts';
import { naiveFallsByEach, naiveMerelyLinks } from '../../support/naive-reasoning.ts';
import { reviews, type Lines } from '../../support/reviews.ts';

const STUDIES = ['s0', 's1', 's2', 's3', 's4', 's5'];

/** Three claims on many studies and on each other, so that it takes several to fell one. */
function sturdyReviews(): fc.Arbitrary<EvidenceDocument> {
  const linesOn = (sources: readonly string[]): fc.Arbitrary<Lines> =>
    fc.array(
      fc
        .uniqueArray(fc.constantFrom(...sources), { minLength: 1, maxLength: 4 })
        .chain((on) =>
          fc.record({ needs: fc.integer({ min: 1, max: on.length }), on: fc.constant(on) }),
        ),
      { minLength: 2, maxLength: 4 },
    );
  return fc
    .record({
      claims: fc.tuple(
        linesOn(STUDIES),
        linesOn([...STUDIES, 'c0']),
        linesOn([...STUDIES, 'c0', 'c1']),
      ),
      inVolume: fc.subarray([...STUDIES, 'r1'], { maxLength: 3 }),
    })
    .map(({ claims, inVolume }) =>
      reviews(claims, STUDIES, Object.fromEntries(inVolume.map((id) => [id, 'v']))),
    );
}

test('The robustness of a claim is what trying every three studies says', () => {
  const found = new Set<number>();
  fc.assert(
    fc.property(sturdyReviews(), (document) => {
      const graph = buildEvidenceGraph(document);
      const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
      const robustness = computeRobustness(standings);
      const tried = naiveFallsByEach(document, { withdrawn: [], countAgreement: false }, 3);
      for (const node of graph.claims.values()) {
        const least = tried.find(
          ({ studies, fallen }) =>
            fallen.has(node.claim.id) &&
            studies.every((each) => !naiveMerelyLinks(document, node.claim, each)),
        );
        expect(robustness(node)).toBe(least?.studies.length ?? 4);
        found.add(least?.studies.length ?? 4);
      }
    }),
    { numRuns: 60 },
  );
  expect([...found].toSorted()).toEqual([1, 2, 3, 4]);
});

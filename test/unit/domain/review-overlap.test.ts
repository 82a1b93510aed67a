import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import {
  measureOverlap,
  type CoveredArea,
  type OverlapCell,
  type ReviewOverlap,
} from '../../../server/domain/review-overlap.ts';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';
import { randomNetwork, turnedRound } from '../../support/random-networks.ts';

function overlapOf(document: EvidenceDocument, reviews: readonly string[]): ReviewOverlap {
  const { studies } = buildEvidenceGraph(document);
  return measureOverlap(
    reviews.map((id) => {
      const node = studies.get(id);
      if (node === undefined) throw new Error(`There is no ${id}.`);
      return node;
    }),
  );
}

/** What is told of an overlap, by ids. */
function toldOf({ columns, rows, matrix, pairs, ...area }: ReviewOverlap) {
  return {
    columns: columns.map((node) => node.study.id),
    rows: rows.map((node) => node.study.id),
    matrix,
    pairs: pairs.map(({ a, b, ...of }) => ({ a: a.study.id, b: b.study.id, ...of })),
    ...area,
  };
}

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
      const overlap = toldOf(overlapOf(document, reviews));
      expect(overlap).toMatchObject(naiveArea(document, reviews, reviews));
      expect(overlap.pairs).toHaveLength((reviews.length * (reviews.length - 1)) / 2);
      for (const pair of overlap.pairs)
        expect(pair).toMatchObject(naiveArea(document, [pair.a, pair.b], reviews));
      const again = [...reviews.toReversed(), ...reviews];
      expect(toldOf(overlapOf(turnedRound(document), again))).toEqual(overlap);
    }),
    { numRuns: 500 },
  );
});

describe('the matrix', () => {
  const document = evidenceDocument({
    studies: [
      study('early', { evidence: 'secondary', year: 2005 }),
      study('late', { evidence: 'secondary', year: 2010 }),
      study('chapter', { evidence: 'secondary', partOf: 'late', type: 'chapter' }),
      study('reader', { evidence: 'opinion', partOf: 'late', type: 'comment' }),
      study('old', { year: 2000 }),
      study('same', { year: 2005 }),
      study('new', { year: 2008 }),
      study('press', { year: 2006 }),
      study('undated'),
      study('aside', { year: 2001 }),
      study('essay', { evidence: 'opinion', year: 2001 }),
    ],
    citations: [
      citation('early', 'old'),
      citation('late', 'old'),
      citation('late', 'same'),
      citation('chapter', 'new'),
      citation('early', 'press'),
      citation('late', 'undated'),
      citation('reader', 'aside'),
      citation('late', 'essay'),
      citation('late', 'early'),
    ],
  });

  test('tells what is left out from what could not be had and from what is not known', () => {
    const { columns, rows, matrix } = toldOf(overlapOf(document, ['late', 'early']));
    expect(columns).toEqual(['early', 'late']);
    const cells = Object.fromEntries(rows.map((id, at) => [id, matrix[at]]));
    expect(cells).toEqual({
      new: ['STRUCTURALLY_MISSING', 'INCLUDED'],
      old: ['INCLUDED', 'INCLUDED'],
      // In press when the review cited it: included is included.
      press: ['INCLUDED', 'NOT_INCLUDED'],
      same: ['NOT_INCLUDED', 'INCLUDED'],
      undated: ['NOT_KNOWN', 'INCLUDED'],
    } satisfies Record<string, OverlapCell[]>);
  });

  test('gives both areas: (6 − 5) ÷ (10 − 5), and with what could not be had (6 − 5) ÷ (10 − 5 − 1)', () => {
    expect(overlapOf(document, ['late', 'early'])).toMatchObject({
      inclusions: 6,
      primaries: 5,
      reviews: 2,
      structurallyMissing: 1,
      notKnown: 1,
      correctedCoveredArea: 1 / 5,
      adjustedCoveredArea: 1 / 4,
      reason: null,
    });
  });

  test('has no area where no review cites a primary study, and says so', () => {
    expect(overlapOf(document, ['essay', 'aside'])).toMatchObject({
      correctedCoveredArea: null,
      adjustedCoveredArea: null,
      reason: 'None of these reviews cites a primary study.',
      inclusions: 0,
      primaries: 0,
      reviews: 2,
    });
  });

  test('has no adjusted area where every other cell could not be had', () => {
    const disjoint = evidenceDocument({
      studies: [
        study('one', { evidence: 'secondary', year: 2001 }),
        study('two', { evidence: 'secondary', year: 2009 }),
        study('late', { year: 2008 }),
      ],
      citations: [citation('two', 'late')],
    });
    expect(overlapOf(disjoint, ['one', 'two'])).toMatchObject({
      correctedCoveredArea: 0,
      adjustedCoveredArea: null,
    });
  });
});

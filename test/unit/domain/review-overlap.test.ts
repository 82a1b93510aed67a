import { describe, expect, test } from 'vitest';
import type { OverlapCell } from '../../../server/domain/review-overlap.ts';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';
import { overlapOf } from '../../support/measured.ts';

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
    const { columns, rows, matrix } = overlapOf(document, ['late', 'early']);
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

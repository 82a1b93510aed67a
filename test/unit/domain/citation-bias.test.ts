import { describe, expect, test } from 'vitest';
import { positionsByDirection, positionsOn } from '../../../server/domain/citation-bias.ts';
import type { Direction } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { sidesOf, type Position } from '../../../server/domain/same-claims.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { biasOf } from '../../support/measured.ts';

describe('citation bias', () => {
  test('is the ratio of two shares: 2 of 2 to the supportive study, 1 of 4 to the critical ones', () => {
    const document = evidenceDocument({
      studies: [
        study('for', { year: 2000 }),
        study('against', { year: 2000 }),
        study('review', { year: 2005 }),
      ],
      citations: [
        citation('review', 'for'),
        citation('against', 'for'),
        citation('review', 'against'),
      ],
    });
    const bias = biasOf(document, { for: 'SUPPORTIVE', against: 'CRITICAL' });
    expect(bias.toSupportive).toMatchObject({ observed: 2, possible: 2 });
    expect(bias.toCritical).toMatchObject({ observed: 1, possible: 2 });
    expect(bias.ratio).toBe(2);
  });

  test.each<[string, Record<string, Position>, RegExp]>([
    ['no supportive study', { b: 'CRITICAL' }, /None of these studies is known as supportive/u],
    ['no critical study', { a: 'SUPPORTIVE' }, /None of these studies is known as critical/u],
    [
      'nothing possible to supportive studies',
      { c: 'SUPPORTIVE', b: 'CRITICAL' },
      /No citation of a supportive study was possible/u,
    ],
    [
      'nothing possible to critical studies, whose year is not known',
      { a: 'SUPPORTIVE', d: 'CRITICAL' },
      /No citation of a critical study was possible/u,
    ],
    ['no critical study cited', { b: 'SUPPORTIVE', a: 'CRITICAL' }, /nothing to divide by/u],
  ])('has no value, and says why: %s', (_name, positions, reason) => {
    const document = evidenceDocument({
      studies: [
        study('a', { year: 2000 }),
        study('b', { year: 2001 }),
        study('c', { year: 2002 }),
        study('d'),
      ],
      citations: [citation('c', 'b')],
    });
    expect(biasOf(document, positions)).toMatchObject({
      ratio: null,
      reason: expect.stringMatching(reason) as string,
    });
  });
});

describe('the position of a study', () => {
  const asserting = (id: string, by: string, direction: Direction) =>
    claim(id, { direction, assertions: [{ id: `${id} by ${by}`, study: by, role: 'asserts' }] });

  test('is by the direction of what it asserts, where no claim is asked for', () => {
    const graph = buildEvidenceGraph(
      evidenceDocument({
        studies: ['for', 'against', 'null', 'both', 'mixed', 'gap', 'reports'].map((id) =>
          study(id),
        ),
        claims: [
          asserting('1', 'for', 'positive'),
          asserting('2', 'against', 'negative'),
          asserting('3', 'null', 'none'),
          asserting('4', 'both', 'positive'),
          asserting('5', 'both', 'none'),
          asserting('6', 'mixed', 'mixed'),
          asserting('7', 'gap', 'gap'),
          claim('8', { assertions: [{ id: 'passes on', study: 'reports', role: 'reports' }] }),
        ],
      }),
    );
    const positions = positionsByDirection([...graph.studies.values()]);
    expect(Object.fromEntries([...positions].map(([node, of]) => [node.study.id, of]))).toEqual({
      for: 'SUPPORTIVE',
      against: 'CRITICAL',
      null: 'CRITICAL',
      both: 'MIXED',
      mixed: 'MIXED',
      gap: 'NOT_KNOWN',
      reports: 'NOT_KNOWN',
    });
  });

  test('on a claim is by what it asserts, else by what it is cited for', () => {
    const item = (id: string, cited: string) => ({ id, citation: `review>${cited}` });
    const graph = buildEvidenceGraph(
      evidenceDocument({
        studies: [
          'review',
          'restating',
          'denying',
          'cited for',
          'cited against',
          'refuted',
          'other',
        ].map((id) => study(id)),
        citations: ['denying', 'cited for', 'cited against', 'refuted'].map((cited) =>
          citation('review', cited),
        ),
        claims: [
          claim('asked', {
            assertions: [{ id: 'a', study: 'review', role: 'reports' }],
            lines: [
              { stance: 'supports', items: [item('i', 'cited for')] },
              { stance: 'contradicts', items: [item('j', 'cited against')] },
              // What it asserts itself outweighs what it is cited for.
              { stance: 'supports', items: [item('k', 'denying')] },
              {
                stance: 'supports',
                items: [{ ...item('l', 'refuted'), verdict: { value: 'does_not_address' } }],
              },
            ] as never,
          }),
          asserting('restated', 'restating', 'positive'),
          asserting('denied', 'denying', 'none'),
        ],
        relations: [
          { id: 'r', from: 'restated', to: 'asked', type: 'RESTATES', shift: 'stronger' },
          { id: 's', from: 'denied', to: 'restated', type: 'CONTRADICTS' },
        ],
      }),
    );
    const asked = graph.claims.get('asked');
    const sides = sidesOf(asked === undefined ? [] : [asked]);
    const positions = positionsOn([...graph.studies.values()], sides);
    expect(Object.fromEntries([...positions].map(([node, of]) => [node.study.id, of]))).toEqual({
      review: 'NOT_KNOWN',
      restating: 'SUPPORTIVE',
      denying: 'CRITICAL',
      'cited for': 'SUPPORTIVE',
      'cited against': 'CRITICAL',
      refuted: 'NOT_KNOWN',
      other: 'NOT_KNOWN',
    });
  });
});

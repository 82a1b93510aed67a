import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  measureBias,
  positionsByDirection,
  positionsOn,
  type CitationBias,
  type CitationShare,
} from '../../../server/domain/citation-bias.ts';
import { layOutNetwork } from '../../../server/domain/citation-network.ts';
import type { Direction, EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph, type StudyNode } from '../../../server/domain/evidence-graph.ts';
import { sidesOf, type Position } from '../../../server/domain/same-claims.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { randomNetwork, turnedRound } from '../../support/random-networks.ts';

type Pair = readonly [citing: string, cited: string];

function biasOf(
  document: EvidenceDocument,
  positions: Readonly<Record<string, Position>>,
  listed: readonly Pair[] | null = null,
): CitationBias {
  const graph = buildEvidenceGraph(document);
  const node = (id: string): StudyNode => {
    const known = graph.studies.get(id);
    if (known === undefined) throw new Error(`There is no ${id}.`);
    return known;
  };
  return measureBias(
    layOutNetwork(graph),
    new Map(Object.entries(positions).map(([id, position]) => [node(id), position])),
    listed?.map(([citing, cited]) => ({ citing: node(citing), cited: node(cited) })) ?? null,
  );
}

/** Every pair looked at, one by one. */
function naiveShare(
  { studies, citations }: EvidenceDocument,
  positions: Readonly<Record<string, Position>>,
  position: Position,
  listed: readonly Pair[] | null,
): CitationShare {
  const share = { studies: 0, observed: 0, possible: 0, notKnown: 0, outside: 0 };
  for (const cited of studies) {
    if (positions[cited.id] !== position) continue;
    share.studies += 1;
    for (const citing of studies) {
      if (citing.id === cited.id) continue;
      const isKnown = listed !== null || (citing.year !== undefined && cited.year !== undefined);
      const isPossible =
        listed === null
          ? (cited.year ?? Infinity) <= (citing.year ?? -Infinity)
          : listed.some(([from, to]) => from === citing.id && to === cited.id);
      const isMade = citations.some(({ id }) => id === `${citing.id}>${cited.id}`);
      share.possible += isPossible ? 1 : 0;
      share.notKnown += isKnown ? 0 : 1;
      share.observed += isMade && isPossible ? 1 : 0;
      share.outside += isMade && !isPossible ? 1 : 0;
    }
  }
  return share;
}

const somePositions: fc.Arbitrary<Record<string, Position>> = fc
  .array(fc.constantFrom<Position>('SUPPORTIVE', 'CRITICAL', 'MIXED', 'NOT_KNOWN'), {
    minLength: 7,
    maxLength: 7,
  })
  .map((of) => Object.fromEntries(of.map((position, at) => [`s${at}`, position])));

describe('citation bias', () => {
  test('is that of all pairs looked at one by one, by year or by a list, in any order of the records', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(
        randomNetwork(),
        somePositions,
        fc.option(fc.array(pair, { maxLength: 20 })),
        (document, all, numbers) => {
          const ids = document.studies.map(({ id }) => id);
          const positions = Object.fromEntries(ids.map((id) => [id, all[id] ?? 'NOT_KNOWN']));
          const listed =
            numbers
              ?.map(([from, to]): Pair => [`s${from}`, `s${to}`])
              .filter(([from, to]) => ids.includes(from) && ids.includes(to)) ?? null;
          const [toSupportive, toCritical] = (['SUPPORTIVE', 'CRITICAL'] as const).map((position) =>
            naiveShare(document, positions, position, listed),
          );
          const found = biasOf(document, positions, listed);
          expect(found).toMatchObject({ toSupportive, toCritical });
          expect(found.ratio === null).toBe(found.reason !== null);
          expect(biasOf(turnedRound(document), positions, listed)).toEqual(found);
        },
      ),
      { numRuns: 500 },
    );
  });

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

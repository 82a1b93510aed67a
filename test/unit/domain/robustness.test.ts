import { describe, expect, test } from 'vitest';
import { UnderpinError } from '../../../server/domain/errors.ts';
import type { Claim, EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph, type EvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { retractedStudies, withdraw } from '../../../server/domain/falls.ts';
import { nextToCheck } from '../../../server/domain/next-to-check.ts';
import { qualifiedBy, reasonsFor } from '../../../server/domain/reasons.ts';
import { computeRobustness, robustnessOf } from '../../../server/domain/robustness.ts';
import { computeSinglePoints } from '../../../server/domain/single-points.ts';
import { computeStandings, type Standings } from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS, conditionsOf } from '../../../server/domain/withdrawal.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { largeEvidence } from '../../support/large-evidence.ts';
import { diamond } from '../../support/shapes.ts';
import { reviews, type Lines } from '../../support/reviews.ts';

function judged(document: EvidenceDocument): { graph: EvidenceGraph; standings: Standings } {
  const graph = buildEvidenceGraph(document);
  return { graph, standings: computeStandings(layOutSupport(graph), AS_IT_STANDS) };
}

const STUDIES = ['s0', 's1', 's2', 's3', 's4', 's5'];

describe('the robustness of a claim', () => {
  const on = (...studies: string[]): Lines => studies.map((id) => ({ needs: 1, on: [id] }));

  test('is the number of alternatives, and 4 for more than three', () => {
    const { graph, standings } = judged(
      reviews([on('s0'), on('s0', 's1'), on('s0', 's1', 's2'), on(...STUDIES)], STUDIES),
    );
    const robustness = [...graph.claims.values()].map(computeRobustness(standings));
    expect(robustness).toEqual([1, 2, 3, 4]);
  });

  test('counts a volume as one study', () => {
    const volumes = { s0: 'v', s1: 'v' };
    const { graph, standings } = judged(reviews([on('s0', 's1', 's2')], STUDIES, volumes));
    expect([...graph.claims.values()].map((node) => robustnessOf(node, standings))).toEqual([2]);
  });

  test('leaves a volume aside that the review itself is part of', () => {
    const volumes = { s0: 'v', s1: 'v', r0: 'v' };
    const { graph, standings } = judged(reviews([on('s0', 's1')], STUDIES, volumes));
    expect([...graph.claims.values()].map((node) => robustnessOf(node, standings))).toEqual([2]);
    expect([...graph.claims.values()].map(computeSinglePoints(standings).of)).toEqual([[]]);
  });
});

describe('single points of failure as of a year', () => {
  test('spare a claim whose doubtful link leads to one that another study holds', () => {
    const document = evidenceDocument({
      studies: [
        study('s', { year: 2000 }),
        study('t', { year: 2000 }),
        study('p', { year: 2000, evidence: 'secondary' }),
        study('r', { evidence: 'secondary' }),
      ],
      citations: [citation('r', 'p')],
      claims: [
        claim('a', {
          assertions: ['s', 't'].map((by) => ({ id: `${by}a`, study: by, role: 'asserts' })),
        }),
        claim('b', {
          lines: [{ stance: 'supports', items: [{ id: 'i', citation: 'r>p', for: 'a' }] }],
        }),
      ],
    });
    const graph = buildEvidenceGraph(document);
    const standings = computeStandings(layOutSupport(graph), conditionsOf(graph, [], 2010));
    const points = computeSinglePoints(standings);
    expect(
      [...graph.claims.values()].map((node) => [
        standings.of(node),
        points.of(node).map((each) => each.study.id),
      ]),
    ).toEqual([
      ['GROUNDED', []],
      ['UNRESOLVED', ['p']],
    ]);
  });
});

describe('a computation that takes too long', () => {
  const { standings } = judged({ ...evidenceDocument({}), ...largeEvidence(3000) });
  const tooCostly = expect.objectContaining({ code: 'TOO_COSTLY' });
  const stopping: readonly [string, (stop: () => boolean) => unknown][] = [
    ['single points', (stop) => computeSinglePoints(standings, stop)],
    ['robustness', (stop) => computeRobustness(standings, computeSinglePoints(standings), stop)],
    ['what to check next', (stop) => nextToCheck(standings, stop)],
  ];
  for (const [what, compute] of stopping)
    test(`is given up when the caller says so: ${what}`, () => {
      expect(() => compute(() => true)).toThrow(UnderpinError);
      expect(() => compute(() => true)).toThrow(tooCostly);
      expect(() => compute(() => false)).not.toThrow();
    });

  test('need not be long for a single claim that stands on very much', () => {
    const { graph, standings: deep } = judged(diamond(2000));
    const top = graph.claims.get('top0');
    expect(top && robustnessOf(top, deep)).toBe(1);
  });
});

describe('beside standing', () => {
  test('retracted studies are those of that status, and fall like any other', () => {
    const document = reviews([[{ needs: 1, on: ['s0'] }]], ['s0', 's1']);
    for (const each of document.studies) if (each.id === 's0') each.status = { value: 'retracted' };
    const { graph, standings } = judged(document);
    const retracted = retractedStudies(graph);
    expect(retracted.map((node) => node.study.id)).toEqual(['s0']);
    const { fallen, standings: then } = withdraw(standings, retracted);
    expect(fallen.map((fall) => [fall.claim.claim.id, fall.before, fall.after])).toEqual([
      ['c0', 'GROUNDED', 'UNSUPPORTED'],
    ]);
    expect(then.counts).toEqual({ GROUNDED: 0, UNRESOLVED: 0, UNGROUNDED: 0, UNSUPPORTED: 1 });
  });

  test('a claim is qualified by grounded items and by grounded claims towards it', () => {
    const made = (id: string, by: string): Claim =>
      claim(id, { assertions: [{ id: `${id}a`, study: by, role: 'asserts' }] });
    const a = made('a', 's');
    a.lines = [
      { stance: 'qualifies', items: [{ id: 'i', study: 's' }] },
      { stance: 'qualifies', items: [{ id: 'j', study: 'o' }] },
    ];
    const { graph, standings } = judged(
      evidenceDocument({
        studies: [study('s'), study('o', { evidence: 'opinion' })],
        claims: [a, made('b', 's'), made('c', 'o')],
        relations: [
          { id: 'x', from: 'b', to: 'a', type: 'QUALIFIES' },
          { id: 'y', from: 'c', to: 'a', type: 'QUALIFIES' },
          { id: 'z', from: 'a', to: 'b', type: 'QUALIFIES' },
        ],
      }),
    );
    const said = [...graph.claims.values()].map((node) => {
      const { items, claims } = qualifiedBy(node, standings);
      return [...items.map(({ item }) => item.id), ...claims.map((each) => each.claim.id)];
    });
    expect(said).toEqual([['i', 'b'], ['a'], []]);
  });

  test('reasons say how many lines reach data, and which fixpoint decided', () => {
    const document = reviews(
      [
        [
          { needs: 1, on: ['s0'] },
          { needs: 1, on: ['s1'] },
          { needs: 1, on: ['r9'] },
        ],
      ],
      ['s0', 's1', 'r9'],
    );
    const { graph, standings } = judged(document);
    const [reasons] = [...graph.claims.values()].map((node) => reasonsFor(node, standings));
    expect(reasons).toMatchObject({
      standing: 'GROUNDED',
      decidedBy: 'CERTAIN',
      reaching: { ground: 2, possible: 3, said: 3 },
      lines: [
        { kind: 'ITEMS', standing: 'GROUNDED' },
        { kind: 'ITEMS', standing: 'GROUNDED' },
        { kind: 'ITEMS', standing: 'UNRESOLVED' },
      ],
    });
  });
});

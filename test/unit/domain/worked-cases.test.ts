import { describe, expect, test } from 'vitest';
import { findCircularSupport } from '../../../server/domain/circular-support.ts';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import {
  buildEvidenceGraph,
  type ClaimNode,
  type EvidenceGraph,
  type StudyNode,
} from '../../../server/domain/evidence-graph.ts';
import { withdraw } from '../../../server/domain/falls.ts';
import { computeDepths } from '../../../server/domain/primary-depth.ts';
import {
  computeRobustness,
  robustnessOf,
  singlePointsOf,
} from '../../../server/domain/robustness.ts';
import { computeSinglePoints } from '../../../server/domain/single-points.ts';
import {
  computeStandings,
  type Standing,
  type Standings,
} from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS, conditionsOf } from '../../../server/domain/withdrawal.ts';
import cases from '../cases/reasoning.json';

type ByClaim<Value> = Readonly<Record<string, Value>>;

interface WorkedCase {
  readonly name: string;
  readonly why: string;
  readonly document: EvidenceDocument;
  readonly expect: {
    readonly standing: ByClaim<Standing>;
    readonly contested?: ByClaim<boolean>;
    readonly singlePoints?: ByClaim<readonly string[]>;
    readonly robustness?: ByClaim<number | null>;
    readonly depth?: ByClaim<number | null>;
    readonly circular?: readonly (readonly string[])[];
    readonly withdraw?: readonly {
      readonly studies: readonly string[];
      readonly fallen: ByClaim<readonly [Standing, Standing]>;
    }[];
    readonly asOf?: readonly { readonly year: number; readonly standing: ByClaim<Standing> }[];
  };
}

const KEYS = new Set([
  'standing',
  'contested',
  'singlePoints',
  'robustness',
  'depth',
  'circular',
  'withdraw',
  'asOf',
]);

function judged(document: EvidenceDocument): { graph: EvidenceGraph; standings: Standings } {
  const graph = buildEvidenceGraph(document);
  return { graph, standings: computeStandings(layOutSupport(graph), AS_IT_STANDS) };
}

/** What is said of those claims that a case expects something of. */
function ofExpected<Value>(
  graph: EvidenceGraph,
  expected: ByClaim<unknown>,
  say: (claim: ClaimNode) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    [...graph.claims.values()]
      .filter(({ claim }) => claim.id in expected)
      .map((node) => [node.claim.id, say(node)]),
  );
}

function idsOf(studies: readonly StudyNode[]): string[] {
  return studies.map(({ study }) => study.id).toSorted();
}

test('every expectation of the worked cases is looked at', () => {
  expect(cases).toHaveLength(23);
  const unknown = cases.flatMap((each) => Object.keys(each.expect).filter((key) => !KEYS.has(key)));
  expect(unknown).toEqual([]);
});

for (const { name, why, document, expect: expected } of cases as unknown as WorkedCase[])
  describe(`${name} (${why})`, () => {
    const { graph, standings } = judged(document);
    const { singlePoints, robustness, depth, circular, contested } = expected;

    test('stands as expected', () => {
      expect(ofExpected(graph, expected.standing, standings.of)).toEqual(expected.standing);
    });

    for (const { studies, fallen } of expected.withdraw ?? [])
      test(`falls as expected without ${studies.join(' and ')}`, () => {
        const nodes = studies.flatMap((id) => graph.studies.get(id) ?? []);
        const falls = withdraw(standings, nodes).fallen.map(({ claim, before, after }) => [
          claim.claim.id,
          [before, after],
        ]);
        expect(Object.fromEntries(falls)).toEqual(fallen);
      });

    for (const { year, standing } of expected.asOf ?? [])
      test(`stands as expected as of ${year}`, () => {
        const then = computeStandings(standings.support, conditionsOf(graph, [], year));
        expect(ofExpected(graph, standing, then.of)).toEqual(standing);
      });

    if (contested !== undefined)
      test('is contested as expected', () => {
        expect(ofExpected(graph, contested, standings.isContested)).toEqual(contested);
      });

    if (singlePoints !== undefined)
      test('hangs on the single points expected', () => {
        const all = computeSinglePoints(standings);
        expect(ofExpected(graph, singlePoints, (claim) => idsOf(all.of(claim)))).toEqual(
          singlePoints,
        );
        expect(
          ofExpected(graph, singlePoints, (claim) => idsOf(singlePointsOf(claim, standings))),
        ).toEqual(singlePoints);
      });

    if (robustness !== undefined)
      test('is as robust as expected', () => {
        expect(ofExpected(graph, robustness, computeRobustness(standings))).toEqual(robustness);
        expect(ofExpected(graph, robustness, (claim) => robustnessOf(claim, standings))).toEqual(
          robustness,
        );
      });

    if (depth !== undefined)
      test('is as far from data as expected', () => {
        expect(ofExpected(graph, depth, computeDepths(standings).of)).toEqual(depth);
      });

    test('has the rings expected', () => {
      const rings = findCircularSupport(standings).rings.map((ring) =>
        ring.map(({ claim }) => claim.id),
      );
      expect(rings).toEqual(circular ?? []);
    });
  });

import { bench, describe } from 'vitest';
import { buildEvidenceGraph, type StudyNode } from '../../server/domain/evidence-graph.ts';
import { withdraw } from '../../server/domain/falls.ts';
import { nextToCheck } from '../../server/domain/next-to-check.ts';
import { computeDepths } from '../../server/domain/primary-depth.ts';
import { computeRobustness } from '../../server/domain/robustness.ts';
import { computeSinglePoints } from '../../server/domain/single-points.ts';
import { computeStandings, type Standings } from '../../server/domain/standing.ts';
import { layOutSupport } from '../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../server/domain/withdrawal.ts';
import { largeEvidence } from '../support/large-evidence.ts';

/** The ratios stand in the summary of each group: how many times faster one is than the other. */
function judged(citations: number): Standings {
  const graph = buildEvidenceGraph(largeEvidence(citations));
  return computeStandings(layOutSupport(graph), AS_IT_STANDS);
}

describe('on a graph of the size of AAN: 95,000 citations, 50,000 claims, 19,000 studies', () => {
  const standings = judged(95_000);
  const { support } = standings;
  const points = computeSinglePoints(standings);
  const [heaviest] = points.loadBearing;
  const many = support.studies.filter((_, index) => index % 10 === 0);
  const withdrawing = (studies: readonly StudyNode[]) => (): void => {
    withdraw(standings, studies);
  };
  const longer = { time: 3000, warmupTime: 500 };
  bench(
    'one standing pass',
    () => {
      computeStandings(support, AS_IT_STANDS);
    },
    longer,
  );
  bench(
    'the study with which most falls, withdrawn (limit: 3 passes)',
    withdrawing(heaviest === undefined ? [] : [heaviest.study]),
    longer,
  );
  bench('one study in ten, withdrawn (limit: 3 passes)', withdrawing(many), longer);
  bench(
    'all single points (limit: 100 passes)',
    () => {
      computeSinglePoints(standings);
    },
    longer,
  );
  bench(
    'the robustness of all, from their single points',
    () => {
      computeRobustness(standings, points);
    },
    longer,
  );
  bench(
    'what to check next',
    () => {
      nextToCheck(standings);
    },
    longer,
  );
  bench(
    'the depths of all',
    () => {
      computeDepths(standings);
    },
    longer,
  );
});

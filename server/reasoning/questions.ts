import type { ShouldStop } from '../domain/budget.ts';
import { retractedStudies, withdraw } from '../domain/falls.ts';
import { nextToCheck, type Unchecked } from '../domain/next-to-check.ts';
import { robustnessOf, singlePointsOf, type Robustness } from '../domain/robustness.ts';
import { computeSinglePoints, type SinglePoints } from '../domain/single-points.ts';
import {
  computeStandings,
  type Standing,
  type StandingCounts,
  type Standings,
} from '../domain/standing.ts';
import { conditionsOf } from '../domain/withdrawal.ts';
import { clusterAnswerers, type ClusterQuestions } from './cluster-questions.ts';
import {
  claimId,
  claimNamed,
  studyId,
  studyNamed,
  type Answerers,
  type Evidence,
} from './evidence.ts';
import { measureAnswerers, type MeasureQuestions } from './measure-questions.ts';
import { sliced, type Slice, type Sliced } from './slices.ts';

/** Questions that may take long, as plain data: they go to another thread and back. */
export interface Questions extends MeasureQuestions, ClusterQuestions {
  readonly withdraw: {
    readonly asked: {
      readonly studies: readonly string[];
      readonly includeRetracted: boolean;
      readonly asOf: number | null;
    };
    readonly answer: {
      readonly fallen: readonly {
        readonly claim: string;
        readonly before: Standing;
        readonly after: Standing;
      }[];
      readonly counts: StandingCounts;
      readonly studies: readonly string[];
    };
  };
  /** How firmly each of these claims stands. */
  readonly firmness: {
    readonly asked: { readonly claims: readonly string[] };
    readonly answer: readonly {
      readonly singlePoints: readonly string[];
      readonly robustness: Robustness;
    }[];
  };
  /** Every claim that has a single point of failure. */
  readonly hanging: {
    readonly asked: Readonly<Record<string, never>>;
    readonly answer: readonly string[];
  };
  readonly loadBearing: {
    readonly asked: Slice;
    readonly answer: Sliced<{
      readonly study: string;
      readonly falls: number;
      readonly singlePointOf: number;
    }>;
  };
  readonly nextToCheck: {
    readonly asked: Slice;
    readonly answer: Sliced<{
      readonly claim: string;
      readonly item: string;
      readonly falls: number;
    }>;
  };
}

export type QuestionName = keyof Questions;

const ANSWERERS: Answerers<Questions> = {
  ...measureAnswerers,
  ...clusterAnswerers,
  withdraw: ({ studies, includeRetracted, asOf }, { graph, standings }) => {
    const chosen = new Set(studies.map((id) => studyNamed(id, graph)));
    if (includeRetracted) for (const study of retractedStudies(graph)) chosen.add(study);
    const before =
      asOf === null
        ? standings
        : computeStandings(standings.support, conditionsOf(graph, [], asOf));
    const { fallen, standings: after } = withdraw(before, [...chosen]);
    return {
      fallen: fallen.map(({ claim, ...fall }) => ({ claim: claimId(claim), ...fall })),
      counts: after.counts,
      studies: [...chosen].map(studyId),
    };
  },
  firmness: ({ claims }, { graph, standings }, shouldStop) =>
    claims.map((id) => {
      const claim = claimNamed(id, graph);
      const singlePoints = singlePointsOf(claim, standings, shouldStop);
      return {
        singlePoints: singlePoints.map(studyId),
        robustness: singlePoints.length > 0 ? 1 : robustnessOf(claim, standings, shouldStop),
      };
    }),
  hanging: (_asked, evidence, shouldStop) => {
    const points = singlePointsIn(evidence, shouldStop);
    return [...evidence.graph.claims.values()]
      .filter((claim) => points.of(claim).length > 0)
      .map(claimId);
  },
  loadBearing: (asked, evidence, shouldStop) => {
    const ranked = singlePointsIn(evidence, shouldStop).loadBearing;
    const { rows, ...place } = sliced(ranked, ({ study }) => study.study.id, asked);
    return {
      rows: rows.map(({ study, ...weight }) => ({ study: study.study.id, ...weight })),
      ...place,
    };
  },
  nextToCheck: (asked, evidence, shouldStop) => {
    const ranked = uncheckedIn(evidence, shouldStop);
    const { rows, ...place } = sliced(ranked, ({ item }) => item.item.id, asked);
    return {
      rows: rows.map(({ item, falls }) => ({
        claim: claimId(item.line.claim),
        item: item.item.id,
        falls,
      })),
      ...place,
    };
  },
};

/** @throws NOT_FOUND where the evidence has no such record; TOO_COSTLY when it is to stop. */
export function answer<Name extends QuestionName>(
  name: Name,
  asked: Questions[Name]['asked'],
  evidence: Evidence,
  shouldStop: ShouldStop,
): Questions[Name]['answer'] {
  const answerer: Answerers<Questions>[Name] = ANSWERERS[name];
  return answerer(asked, evidence, shouldStop);
}

const known = new WeakMap<Standings, SinglePoints>();
const knownUnchecked = new WeakMap<Standings, readonly Unchecked[]>();

/** A page of the ranking is asked for at a time; the whole is worked out once. */
function uncheckedIn({ standings }: Evidence, shouldStop: ShouldStop): readonly Unchecked[] {
  const unchecked = knownUnchecked.get(standings) ?? nextToCheck(standings, shouldStop);
  knownUnchecked.set(standings, unchecked);
  return unchecked;
}

/** The single points of all claims serve several questions. */
function singlePointsIn({ standings }: Evidence, shouldStop: ShouldStop): SinglePoints {
  const points = known.get(standings) ?? computeSinglePoints(standings, shouldStop);
  known.set(standings, points);
  return points;
}

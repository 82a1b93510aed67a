import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCircularSupport } from '../../../server/domain/circular-support.ts';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { authorIndependence, echoOf } from '../../../server/domain/echo.ts';
import {
  buildEvidenceGraph,
  type ClaimNode,
  type EvidenceGraph,
} from '../../../server/domain/evidence-graph.ts';
import { retractedStudies, withdraw } from '../../../server/domain/falls.ts';
import { nextToCheck } from '../../../server/domain/next-to-check.ts';
import { computeDepths, computeSecondHandOnly } from '../../../server/domain/primary-depth.ts';
import { qualifiedBy, reasonsFor } from '../../../server/domain/reasons.ts';
import {
  computeRobustness,
  robustnessOf,
  singlePointsOf,
} from '../../../server/domain/robustness.ts';
import { computeSinglePoints } from '../../../server/domain/single-points.ts';
import { computeStandings, type Standings } from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { conditionsOf } from '../../../server/domain/withdrawal.ts';
import {
  naiveCircular,
  naiveDepths,
  naiveEchoDocuments,
  naiveFalls,
  naiveFallsByEach,
  naiveGroups,
  naiveMerelyLinks,
  naivePrimaries,
  naiveSecondHandOnly,
  naiveUnchecked,
  ofEach,
  RANK,
  type ByClaim,
} from '../../support/naive-reasoning.ts';
import { naiveFixpoints, naiveStandings, type Asked } from '../../support/naive-standing.ts';
import { randomEvidence } from '../../support/random-evidence.ts';

/** Mostly nothing withdrawn and no year; else up to one study, and a year that divides them. */
function randomQuestion(): fc.Arbitrary<Asked> {
  return fc
    .record({
      withdrawn: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constantFrom(['s0'], ['s3']) },
      ),
      asOf: fc.option(fc.integer({ min: 2001, max: 2005 }), { nil: undefined, freq: 2 }),
      countAgreement: fc.boolean(),
    })
    .map(({ asOf, ...rest }) => (asOf === undefined ? rest : { ...rest, asOf }));
}

interface Judgement {
  readonly graph: EvidenceGraph;
  readonly standings: Standings;
}

function judged(document: EvidenceDocument, { withdrawn, asOf, countAgreement }: Asked): Judgement {
  const graph = buildEvidenceGraph(document);
  const nodes = withdrawn.flatMap((id) => graph.studies.get(id) ?? []);
  const conditions = conditionsOf(graph, nodes, asOf);
  return { graph, standings: computeStandings(layOutSupport(graph, countAgreement), conditions) };
}

function byClaim<Value>(
  graph: EvidenceGraph,
  say: (claim: ClaimNode) => Value,
): Record<string, Value> {
  return Object.fromEntries([...graph.claims].map(([id, node]) => [id, say(node)]));
}

/** Asks random questions of random graphs. */
function onRandomGraphs(
  runs: number,
  check: (judgement: Judgement, document: EvidenceDocument, asked: Asked) => void,
): void {
  fc.assert(
    fc.property(randomEvidence(), randomQuestion(), (document, asked) => {
      check(judged(document, asked), document, asked);
    }),
    { numRuns: runs },
  );
}

const ids = (nodes: readonly { study: { id: string } }[]): string[] =>
  nodes.map(({ study }) => study.id).toSorted();

describe('on random graphs, as tried out one by one,', () => {
  test('what falls when studies are withdrawn, and how all stand then', () => {
    fc.assert(
      fc.property(
        randomEvidence(),
        randomQuestion(),
        fc.subarray(['s0', 's1', 's2', 's3', 's4', 's5']),
        (document, asked, studies) => {
          const { graph, standings } = judged(document, asked);
          const nodes = studies.flatMap((id) => graph.studies.get(id) ?? []);
          const { fallen, standings: then } = withdraw(standings, nodes);
          const withdrawn = [...asked.withdrawn, ...studies];
          const after = naiveStandings(document, { ...asked, withdrawn });
          expect(
            Object.fromEntries(
              fallen.map((fall) => [fall.claim.claim.id, [fall.before, fall.after]]),
            ),
          ).toEqual(naiveFalls(naiveStandings(document, asked), after));
          for (const standing of RANK)
            expect(then.counts[standing]).toBe(
              Object.values(after).filter((each) => each === standing).length,
            );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the single points of every claim, the robustness of each, and what rests on a study', () => {
    onRandomGraphs(250, ({ graph, standings }, document, asked) => {
      const tried = naiveFallsByEach(document, asked, 3);
      const alone = tried.filter(({ studies }) => studies.length === 1);
      const points = ofEach(document, (claim) =>
        alone
          .filter(({ fallen }) => fallen.has(claim.id))
          .flatMap(({ studies }) => studies)
          .filter((study) => !naiveMerelyLinks(document, claim, study)),
      );
      const before = naiveStandings(document, asked);
      const robustness = ofEach(document, (claim) => {
        if (before[claim.id] === 'UNSUPPORTED') return null;
        const least = tried.find(
          ({ studies, fallen }) =>
            fallen.has(claim.id) &&
            studies.every((study) => !naiveMerelyLinks(document, claim, study)),
        );
        return least?.studies.length ?? 4;
      });
      const all = computeSinglePoints(standings);
      expect(byClaim(graph, (claim) => ids(all.of(claim)))).toEqual(points);
      expect(byClaim(graph, (claim) => ids(singlePointsOf(claim, standings)))).toEqual(points);
      expect(byClaim(graph, computeRobustness(standings, all))).toEqual(robustness);
      expect(byClaim(graph, (claim) => robustnessOf(claim, standings))).toEqual(robustness);
      const falls = alone
        .filter(({ fallen }) => fallen.size > 0)
        .map(({ studies: [study = ''], fallen }) => [
          study,
          fallen.size,
          Object.values(points).filter((each) => each.includes(study)).length,
        ]);
      expect(
        all.loadBearing.map((each) => [each.study.study.id, each.falls, each.singlePointOf]),
      ).toEqual(
        falls.toSorted(
          ([, a = 0, c = 0], [, b = 0, d = 0]) => Number(b) - Number(a) || Number(d) - Number(c),
        ),
      );
    });
  });

  test('the depth to primary data, and what is second-hand only', () => {
    onRandomGraphs(800, ({ graph, standings }, document, asked) => {
      expect(byClaim(graph, computeDepths(standings).of)).toEqual(naiveDepths(document, asked));
      expect(byClaim(graph, computeSecondHandOnly(standings))).toEqual(
        naiveSecondHandOnly(document, asked),
      );
    });
  });

  test('circular support, and each ring a ring', () => {
    fc.assert(
      fc.property(randomEvidence(), randomQuestion(), (document, asked) => {
        const { standings } = judged(document, asked);
        const naive = naiveCircular(document, asked);
        const { claims, rings } = findCircularSupport(standings);
        expect(claims.map(({ claim }) => claim.id).toSorted()).toEqual(naive.claims);
        expect(rings).toHaveLength(naive.rings);
        for (const ring of rings)
          for (const [at, { claim }] of ring.entries()) {
            const next = ring[(at + 1) % ring.length];
            expect(naive.rests(claim.id, next?.claim.id ?? '')).toBe(true);
          }
      }),
      { numRuns: 800 },
    );
  });

  test('the echo, and how independent the authors are', () => {
    onRandomGraphs(500, ({ graph, standings }, document, asked) => {
      const primaries = naivePrimaries(document, asked);
      const same = naiveGroups(
        document.studies.map(({ id }) => id),
        (a, b) =>
          document.studyRelations.some(
            ({ from, to, kind }) =>
              kind !== 'replicates' && [from, to].includes(a) && [from, to].includes(b),
          ),
      );
      const independent = ofEach(document, ({ id }) =>
        same
          .map((group) => group.filter((study) => primaries[id]?.includes(study)))
          .filter((group) => group.length > 0),
      );
      expect(byClaim(graph, (claim) => ids(echoOf(claim, standings).documents))).toEqual(
        naiveEchoDocuments(document, asked),
      );
      expect(byClaim(graph, (claim) => echoOf(claim, standings).primaries.length)).toEqual(
        ofEach(document, ({ id }) => independent[id]?.length),
      );
      expect(byClaim(graph, (claim) => authorIndependence(claim, standings)?.toFixed(9))).toEqual(
        ofEach(document, ({ id }) =>
          naiveIndependence(document, independent[id] ?? [])?.toFixed(9),
        ),
      );
    });
  });

  test('what to check next', () => {
    onRandomGraphs(150, ({ standings }, document, asked) => {
      const unchecked = nextToCheck(standings).map(({ item, falls }) => [item.item.id, falls]);
      expect(Object.fromEntries(unchecked)).toEqual(naiveUnchecked(document, asked));
      const ranked = unchecked.map(([, falls]) => Number(falls));
      expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
    });
  });

  test('the reasons: some line reaches as far as the fixpoints do, and none further', () => {
    onRandomGraphs(300, (judgement, document, asked) => {
      const { graph, standings } = judgement;
      const { grounded, possible, supported } = naiveFixpoints(document, asked);
      const before = naiveStandings(document, asked);
      const said = byClaim(graph, (claim) => {
        const { standing, lines, reaching } = reasonsFor(claim, standings);
        const best = Math.max(0, ...lines.map((line) => RANK.indexOf(line.standing)));
        const { ground, possible: may, said: any } = reaching;
        return [standing, RANK[best], lines.length, ground > 0, may > 0, any > 0];
      });
      expect(said).toEqual(
        ofEach(document, ({ id }) => [
          before[id],
          before[id],
          lineCount(judgement, id),
          grounded.has(id),
          possible.has(id),
          supported.has(id),
        ]),
      );
    });
  });
});

function lineCount({ graph, standings }: Judgement, id: string): number {
  const index = graph.claims.get(id)?.index ?? -1;
  return standings.support.lineClaim.filter((claim) => claim === index).length;
}

function naiveIndependence(
  document: EvidenceDocument,
  primaries: readonly (readonly string[])[],
): number | null {
  if (primaries.length === 0) return null;
  const people = (group: readonly string[]): string[] =>
    document.studies
      .filter(({ id }) => group.includes(id))
      .flatMap(({ contributors }) => contributors)
      .filter(({ role }) => role !== 'editor')
      .map(({ author }) => author);
  const circles = naiveGroups(primaries, (a, b) =>
    people(a).some((one) => people(b).includes(one)),
  );
  return 1 / circles.reduce((sum, { length }) => sum + (length / primaries.length) ** 2, 0);
}

describe('the order of studies, claims and lines', () => {
  const everything = (document: EvidenceDocument): ByClaim<unknown> => {
    const { graph, standings } = judged(document, { withdrawn: [], countAgreement: true });
    const points = computeSinglePoints(standings);
    const robustness = computeRobustness(standings, points);
    const depths = computeDepths(standings);
    return {
      ...byClaim(graph, (claim) => [
        ids(points.of(claim)),
        robustness(claim),
        depths.of(claim),
        ids(echoOf(claim, standings).documents),
        authorIndependence(claim, standings)?.toFixed(9),
        qualifiedBy(claim, standings).claims.length,
      ]),
      loadBearing: points.loadBearing.map(({ study, falls }) => [study.study.id, falls]),
      rings: findCircularSupport(standings).rings.map((ring) => ring.map(({ claim }) => claim.id)),
      unchecked: nextToCheck(standings).map(({ item, falls }) => [item.item.id, falls]),
      retracted: ids(retractedStudies(graph)),
    };
  };

  test('never matters', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const reversed = {
          ...document,
          // A part names its volume, whichever comes first.
          studies: document.studies.toReversed(),
          citations: document.citations.toReversed(),
          claims: document.claims.toReversed().map((claim) => ({
            ...claim,
            assertions: claim.assertions.toReversed(),
            lines: claim.lines.toReversed(),
          })),
          relations: document.relations.toReversed(),
        };
        expect(everything(reversed)).toEqual(everything(document));
      }),
      { numRuns: 200 },
    );
  });
});

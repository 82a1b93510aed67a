import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph, type StudyNode } from '../../../server/domain/evidence-graph.ts';
import { computeStandings, type Standing } from '../../../server/domain/standing.ts';
import { countLines, layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS, conditionsOf } from '../../../server/domain/withdrawal.ts';
import cases from '../cases/reasoning.json';
import { naiveStandings } from './naive-standing.ts';
import { randomEvidence } from './random-evidence.ts';

interface WorkedCase {
  readonly name: string;
  readonly why: string;
  readonly document: EvidenceDocument;
  readonly expect: {
    readonly standing: Readonly<Record<string, Standing>>;
    readonly contested?: Readonly<Record<string, boolean>>;
    readonly withdraw?: readonly {
      readonly studies: readonly string[];
      readonly fallen: Readonly<Record<string, readonly [Standing, Standing]>>;
    }[];
    readonly asOf?: readonly {
      readonly year: number;
      readonly standing: Readonly<Record<string, Standing>>;
    }[];
  };
}

const RANK: readonly Standing[] = ['UNSUPPORTED', 'UNGROUNDED', 'UNRESOLVED', 'GROUNDED'];

function standingsOf(
  document: EvidenceDocument,
  what: { withdrawn?: readonly string[]; asOf?: number; countAgreement?: boolean } = {},
): Record<string, Standing> {
  const graph = buildEvidenceGraph(document);
  const withdrawn = (what.withdrawn ?? [])
    .map((id) => graph.studies.get(id))
    .filter((node): node is StudyNode => node !== undefined);
  const standings = computeStandings(
    layOutSupport(graph, what.countAgreement),
    conditionsOf(graph, withdrawn, what.asOf),
  );
  return Object.fromEntries(
    [...graph.claims.values()].map((node) => [node.claim.id, standings.of(node)]),
  );
}

describe('the standing of', () => {
  for (const { name, why, document, expect: expected } of cases as unknown as WorkedCase[]) {
    test(`${name}: ${why}`, () => {
      expect(standingsOf(document)).toEqual(expected.standing);
    });
    for (const { studies, fallen } of expected.withdraw ?? [])
      test(`${name}: when ${studies.join(' and ')} is withdrawn`, () => {
        const before = standingsOf(document);
        const after = standingsOf(document, { withdrawn: studies });
        const fell = Object.keys(before)
          .filter(
            (id) =>
              RANK.indexOf(after[id] ?? 'UNSUPPORTED') < RANK.indexOf(before[id] ?? 'UNSUPPORTED'),
          )
          .map((id) => [id, [before[id], after[id]]]);
        expect(Object.fromEntries(fell)).toEqual(fallen);
      });
    for (const { year, standing } of expected.asOf ?? [])
      test(`${name}: as of ${year}`, () => {
        expect(standingsOf(document, { asOf: year })).toEqual(standing);
      });
    if (expected.contested !== undefined)
      test(`${name}: contested`, () => {
        const graph = buildEvidenceGraph(document);
        const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
        const contested = [...graph.claims.values()].map((node) => [
          node.claim.id,
          standings.isContested(node),
        ]);
        expect(Object.fromEntries(contested)).toEqual(expected.contested);
      });
  }
});

describe('the evidence lines of a claim', () => {
  const lines = (document: EvidenceDocument): number[] =>
    [...buildEvidenceGraph(document).claims.values()].map(countLines);

  test('are as many as the fixpoints are computed over', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const graph = buildEvidenceGraph(document);
        const { lineClaim } = layOutSupport(graph);
        expect(lines(document)).toEqual(
          [...graph.claims.values()].map(
            ({ index }) => lineClaim.filter((claim) => claim === index).length,
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('count what a study says by itself only where it does not merely link', () => {
    const reviewing = cases.find(({ name }) => name === 'a review that cites a primary study');
    const searching = cases.find(({ name }) => name.startsWith('a review that searched'));
    expect(lines(reviewing?.document as unknown as EvidenceDocument)).toEqual([1]);
    expect(lines(searching?.document as unknown as EvidenceDocument)).toEqual([2]);
  });
});

describe('on random graphs', () => {
  test('everything occurs that the definitions speak of', () => {
    const text = JSON.stringify(fc.sample(randomEvidence(), { numRuns: 100, seed: 1 }));
    const fields = 'for basis via in needs verdict year traced partOf status shift group'.split(
      ' ',
    );
    expect(fields.filter((field) => !text.includes(`"${field}":`))).toEqual([]);
  });

  test('standings equal the naive definition, whatever is withdrawn and as of any year', () => {
    fc.assert(
      fc.property(
        randomEvidence(),
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
        fc.option(fc.integer({ min: 2000, max: 2006 }), { nil: undefined }),
        fc.boolean(),
        (document, picks, asOf, countAgreement) => {
          const withdrawn = picks
            .map((pick) => document.studies[pick]?.id)
            .filter((id): id is string => id !== undefined);
          const what = { withdrawn, countAgreement, ...(asOf === undefined ? {} : { asOf }) };
          expect(standingsOf(document, what)).toEqual(naiveStandings(document, what));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('withdrawing more never makes a claim stand better', () => {
    fc.assert(
      fc.property(randomEvidence(), fc.nat(5), fc.nat(5), (document, one, other) => {
        const ids = [one, other]
          .map((pick) => document.studies[pick]?.id)
          .filter((id): id is string => id !== undefined);
        const less = standingsOf(document, { withdrawn: ids.slice(0, 1) });
        const more = standingsOf(document, { withdrawn: ids });
        for (const [id, standing] of Object.entries(more))
          expect(RANK.indexOf(standing)).toBeLessThanOrEqual(RANK.indexOf(less[id] ?? 'GROUNDED'));
      }),
      { numRuns: 500 },
    );
  });

  test('the order of studies, claims and lines never matters', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const reversed = {
          ...document,
          studies: document.studies.toReversed(),
          claims: document.claims
            .toReversed()
            .map((claim) => ({ ...claim, lines: claim.lines.toReversed() })),
          relations: document.relations.toReversed(),
        };
        expect(standingsOf(reversed)).toEqual(standingsOf(document));
      }),
      { numRuns: 500 },
    );
  });
});

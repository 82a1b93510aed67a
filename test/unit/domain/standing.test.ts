import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { computeStandings, type Standing } from '../../../server/domain/standing.ts';
import { countLines, layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../../server/domain/withdrawal.ts';
import { naiveFalls } from '../../support/naive-reasoning.ts';
import { standingsOf } from '../../support/standings.ts';
import cases from '../cases/reasoning.json';

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

describe('the standing of', () => {
  for (const { name, why, document, expect: expected } of cases as unknown as WorkedCase[]) {
    test(`${name}: ${why}`, () => {
      expect(standingsOf(document)).toEqual(expected.standing);
    });
    for (const { studies, fallen } of expected.withdraw ?? [])
      test(`${name}: when ${studies.join(' and ')} is withdrawn`, () => {
        const before = standingsOf(document);
        const after = standingsOf(document, { withdrawn: studies });
        expect(naiveFalls(before, after)).toEqual(fallen);
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

  test('count what a study says by itself only where it does not merely link', () => {
    const reviewing = cases.find(({ name }) => name === 'a review that cites a primary study');
    const searching = cases.find(({ name }) => name.startsWith('a review that searched'));
    expect(lines(reviewing?.document as unknown as EvidenceDocument)).toEqual([1]);
    expect(lines(searching?.document as unknown as EvidenceDocument)).toEqual([2]);
  });
});

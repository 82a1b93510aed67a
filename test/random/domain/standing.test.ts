import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { countLines, layOutSupport } from '../../../server/domain/support.ts';
import { RANK } from '../../support/naive-reasoning.ts';
import { naiveStandings } from '../../support/naive-standing.ts';
import { randomEvidence } from '../../support/random-evidence.ts';
import { standingsOf } from '../../support/standings.ts';

describe('the evidence lines of a claim', () => {
  test('are as many as the fixpoints are computed over', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const graph = buildEvidenceGraph(document);
        const { lineClaim } = layOutSupport(graph);
        expect([...graph.claims.values()].map(countLines)).toEqual(
          [...graph.claims.values()].map(
            ({ index }) => lineClaim.filter((claim) => claim === index).length,
          ),
        );
      }),
      { numRuns: 200 },
    );
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

import { describe, expect, test } from 'vitest';
import {
  measureBias,
  positionsByDirection,
  type CitationPair,
} from '../../../server/domain/citation-bias.ts';
import { layOutNetwork, type CitationNetwork } from '../../../server/domain/citation-network.ts';
import type { Direction } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph, type StudyNode } from '../../../server/domain/evidence-graph.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { hasPublishedData, publishedTable } from './published-data.ts';

// Y. A. de Vries, A. M. Roest, M. Franzen, M. R. Munafò and J. A. Bastiaansen, “Citation
// bias and selective focus on positive findings in the literature on the serotonin
// transporter gene (5-HTTLPR), life stress and depression”, Psychological Medicine
// (12 August 2016). Of 73 studies 24 were positive and received 48% of the citations
// among the 73; 38 were negative and received 42%; 11 were unclear and received 10%.

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  Positive: 'positive',
  Negative: 'none',
  Unclear: 'mixed',
};

describe.skipIf(!hasPublishedData)('the citations among 73 studies of 5-HTTLPR', () => {
  const nodes = new Map<string, StudyNode>();
  const pairsOf = (name: string): (readonly [string, string])[] =>
    publishedTable(name).map(({ source = '', target = '' }) => [source, target]);
  const network = (): CitationNetwork => {
    const rows = publishedTable('httlpr-attr_list.csv');
    const graph = buildEvidenceGraph(
      evidenceDocument({
        studies: rows.map(({ ID = '', Year }) => study(ID, { year: Number(Year) })),
        claims: rows.map(({ ID = '', Outcome = '' }) =>
          claim(`c${ID}`, {
            direction: DIRECTIONS[Outcome] ?? 'descriptive',
            assertions: [{ id: `a${ID}`, study: ID, role: 'asserts' }],
          }),
        ),
        citations: pairsOf('httlpr-obs_edge_list.csv').map(([from, to]) => citation(from, to)),
      }),
    );
    for (const [id, node] of graph.studies) nodes.set(id, node);
    return layOutNetwork(graph);
  };
  const listed = (): CitationPair[] =>
    pairsOf('httlpr-potential_edge_list.csv').flatMap(([from, to]) => {
      const [citing, cited] = [nodes.get(from), nodes.get(to)];
      return citing === undefined || cited === undefined ? [] : [{ citing, cited }];
    });

  test('go to positive studies in 236 of 488 cases (48%), to negative ones in 205 (42%)', () => {
    const { citations, studies } = network();
    const { toSupportive, toCritical } = measureBias(
      { citations, studies },
      positionsByDirection(studies),
    );
    expect(citations).toHaveLength(488);
    expect([toSupportive.studies, toCritical.studies]).toEqual([24, 38]);
    expect([toSupportive.observed, toCritical.observed]).toEqual([236, 205]);
    expect(Math.round((100 * 236) / 488)).toBe(48);
    expect(Math.round((100 * 205) / 488)).toBe(42);
  });

  test('favour positive studies: (236 ÷ 1107) ÷ (205 ÷ 1333) = 1.386, where a study of the same year could be cited', () => {
    const { citations, studies } = network();
    const bias = measureBias({ citations, studies }, positionsByDirection(studies));
    expect(bias).toEqual({
      toSupportive: { studies: 24, observed: 236, possible: 1107, notKnown: 0, outside: 0 },
      toCritical: { studies: 38, observed: 205, possible: 1333, notKnown: 0, outside: 0 },
      ratio: (236 * 1333) / (1107 * 205),
      reason: null,
    });
    expect(bias.ratio).toBeCloseTo(1.386, 3);
  });

  test('favour positive studies: (234 ÷ 949) ÷ (201 ÷ 1033) = 1.267, by the data’s own list, which has earlier years alone', () => {
    const { citations, studies } = network();
    const possible = listed();
    expect(possible).toHaveLength(2348);
    const bias = measureBias({ citations, studies }, positionsByDirection(studies), possible);
    // Of the 488 citations seven are to a study of the same year: two and four of these to either kind.
    expect(bias).toEqual({
      toSupportive: { studies: 24, observed: 234, possible: 949, notKnown: 0, outside: 2 },
      toCritical: { studies: 38, observed: 201, possible: 1033, notKnown: 0, outside: 4 },
      ratio: (234 * 1033) / (949 * 201),
      reason: null,
    });
    expect(bias.ratio).toBeCloseTo(1.267, 3);
  });
});

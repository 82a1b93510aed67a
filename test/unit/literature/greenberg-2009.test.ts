import { describe, expect, test } from 'vitest';
import { countSenses, layOutNetwork } from '../../../server/domain/citation-network.ts';
import type { Citation, CitationStance } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { countSupportivePaths } from '../../../server/domain/supportive-paths.ts';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';
import { hasPublishedData, publishedTable } from './published-data.ts';

// S. A. Greenberg, “How citation distortions create unfounded authority: analysis of a
// citation network”, BMJ 2009;339:b2680: the belief that β amyloid is abnormally present
// in the muscle of patients with inclusion body myositis. Papers are numbered by their
// row; the table gives the numbers of the papers that each cites.

const STANCES: readonly (readonly [column: string, stance: CitationStance])[] = [
  ['Supportive', 'supports'],
  ['Critical', 'disputes'],
  ['Neutral', 'neutral'],
];

/** “0” stands in the table for: cites none. */
const NONE = '0';

describe.skipIf(!hasPublishedData)('the citation network of Greenberg 2009', () => {
  const network = () => {
    const rows = publishedTable('greenberg2009.csv');
    const papers = rows.map(({ Paper = '' }) => Paper.split('-')[0] ?? '');
    const citations = rows.flatMap((row, at): Citation[] =>
      STANCES.flatMap(([column, stance]) =>
        (row[column] ?? '')
          .split(',')
          .map((cited) => cited.trim())
          .filter((cited) => cited !== '' && cited !== NONE)
          .map((cited) => ({ ...citation(papers[at] ?? '', cited), stance })),
      ),
    );
    const studies = papers.map((id) => study(id));
    return layOutNetwork(buildEvidenceGraph(evidenceDocument({ studies, citations })));
  };

  test('has 675 citations: 636 supportive, 21 critical, 18 neutral', () => {
    expect(network().citations).toHaveLength(675);
    expect(countSenses(network())).toEqual({
      SUPPORTIVE: 636,
      CRITICAL: 21,
      NEUTRAL: 18,
      MIXED: 0,
      NOT_KNOWN: 0,
    });
  });

  test('has 220,553 supportive paths, and no ring', () => {
    expect(countSupportivePaths(network())).toEqual({
      count: 220_553n,
      countOutsideRings: 220_553n,
      ringCitations: [],
    });
  });
});

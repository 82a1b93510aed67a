import { describe, expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { rowOf, rowsFrom } from '../../../server/domain/rows.ts';
import { computeStandings } from '../../../server/domain/standing.ts';
import { numberedComponents } from '../../../server/domain/strong-components.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../../server/domain/withdrawal.ts';
import { claim, evidenceDocument, study } from '../../support/evidence.ts';

describe('the components of a graph', () => {
  test('are found however long a chain is', () => {
    const count = 200_000;
    const chain = rowsFrom([...Array(count).keys()], (node) =>
      node + 1 < count ? [node + 1] : [],
    );
    const components = numberedComponents(chain);
    expect(components.starts.length).toBe(count + 1);
    expect(rowOf(components, 0)).toEqual(Int32Array.of(count - 1));
  });
});

test('a ring of many claims stands on the one of them that has data', () => {
  const count = 20_000;
  const document = evidenceDocument({
    studies: [study('s', { evidence: 'opinion' }), study('t', { evidence: 'primary' })],
    claims: Array.from({ length: count }, (_, index) =>
      claim(`c${index}`, {
        assertions: [
          { id: `a${index}`, study: index === 77 ? 't' : 's', role: 'asserts' as const },
        ],
        lines: [
          {
            stance: 'supports',
            items: [{ id: `i${index}`, claim: `c${(index + 1) % count}` }],
          },
        ],
      }),
    ),
  });
  const support = layOutSupport(buildEvidenceGraph(document));
  const { counts, proof } = computeStandings(support, AS_IT_STANDS);
  expect(support.rings.length).toBe(2);
  expect(counts.GROUNDED).toBe(count);
  // Each claim has one proof, of one member, and the ring is not closed by them.
  expect(proof.reduce((sum, each) => sum + each, 0)).toBe(count);
});

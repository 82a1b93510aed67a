import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { selectAuthors, selectClaims, selectStudies } from '../../../server/domain/selection.ts';
import { computeStandings } from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import { AS_IT_STANDS } from '../../../server/domain/withdrawal.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';

function claimsOf(
  document: EvidenceDocument,
  order: 'ID' | 'CONTESTED',
  filter: Parameters<typeof selectClaims>[2] = {},
): string[] {
  const graph = buildEvidenceGraph(document);
  const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
  return selectClaims(graph, standings, filter, order).map((node) => node.claim.id);
}

const says = (id: string, by: string): { id: string; study: string; role: 'asserts' } => ({
  id,
  study: by,
  role: 'asserts',
});

describe('lists of studies', () => {
  const graph = buildEvidenceGraph(
    evidenceDocument({
      studies: [
        study('b', { year: 2001, title: 'Zebra' }),
        study('a', { year: 2010, title: 'Apple', evidence: 'opinion' }),
        study('c', { title: 'Mango', document: '900' }),
        study('d', { title: 'Part', partOf: 'c', type: 'comment' }),
      ],
    }),
  );
  const ids = (
    ...given: [Parameters<typeof selectStudies>[1], 'ID' | 'YEAR' | 'TITLE']
  ): string[] => selectStudies(graph, ...given).map((node) => node.study.id);

  test('are by id, by title, or the newest first and unknown years last', () => {
    expect(ids({}, 'ID')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({}, 'TITLE')).toEqual(['a', 'c', 'd', 'b']);
    expect(ids({}, 'YEAR')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are of what the filter says; a part is of its document', () => {
    expect(ids({ document: '900' }, 'ID')).toEqual(['c', 'd']);
    expect(ids({ yearFrom: 2001, yearTo: 2005 }, 'ID')).toEqual(['b']);
    expect(ids({ evidence: 'opinion' }, 'ID')).toEqual(['a']);
    expect(ids({ type: 'comment' }, 'ID')).toEqual(['d']);
  });
});

test('lists of authors are by id or by name, of one kind where it is asked for', () => {
  const graph = buildEvidenceGraph(
    evidenceDocument({
      authors: [
        { id: 'x', name: 'Zoe', kind: 'person' },
        { id: 'y', name: 'Anna', kind: 'person' },
        { id: 'z', name: 'Bureau', kind: 'organisation' },
      ],
    }),
  );
  expect(selectAuthors(graph, {}, 'NAME').map(({ id }) => id)).toEqual(['y', 'z', 'x']);
  expect(selectAuthors(graph, { kind: 'person' }, 'ID').map(({ id }) => id)).toEqual(['x', 'y']);
});

describe('lists of claims', () => {
  const document = evidenceDocument({
    studies: ['s', 't', 'blog'].map((id) => study(id, { evidence: 'secondary' })),
    citations: [citation('blog', 's')],
    claims: [
      claim('quiet', { assertions: [says('a1', 's'), says('a2', 't')], topics: ['trust'] }),
      claim('relay', {
        assertions: [says('a3', 'blog')],
        lines: [{ stance: 'supports', items: [{ id: 'i', citation: 'blog>s', for: 'disputed' }] }],
      }),
      claim('disputed', { assertions: [says('a4', 's')] }),
      claim('contested', { assertions: [says('a5', 's')] }),
      claim('grounded', { assertions: [{ ...says('a6', 't'), basis: 'data' }], direction: 'none' }),
      claim('hedge'),
    ],
    relations: [
      { id: 'r1', from: 'grounded', to: 'contested', type: 'CONTRADICTS' },
      { id: 'r2', from: 'hedge', to: 'disputed', type: 'QUALIFIES' },
    ],
  });

  test('by contest: grounded contrary evidence, then disputes, shared by a relay, then who says it', () => {
    expect(claimsOf(document, 'CONTESTED')).toEqual([
      'contested',
      'relay',
      'disputed',
      'grounded',
      'quiet',
      'hedge',
    ]);
  });

  test('are of what the filter says', () => {
    expect(claimsOf(document, 'ID', { direction: 'none' })).toEqual(['grounded']);
    expect(claimsOf(document, 'ID', { topic: 'trust' })).toEqual(['quiet']);
    expect(claimsOf(document, 'ID', { study: 'blog' })).toEqual(['relay']);
  });
});

import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import type { StudyFigures } from '../../../server/domain/clusters/study-measures.ts';
import {
  needsFigures,
  selectAuthors,
  selectClaims,
  selectStudies,
  type StudyOrder,
} from '../../../server/domain/selection.ts';
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
  const ids = (filter: Parameters<typeof selectStudies>[1], order: StudyOrder): string[] =>
    selectStudies(graph, filter, order).map((node) => node.study.id);

  test('are by id, by title, the newest or the oldest first, and unknown years last', () => {
    expect(ids({}, 'ID')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({}, 'TITLE')).toEqual(['a', 'c', 'd', 'b']);
    expect(ids({}, 'YEAR')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({}, 'AGE')).toEqual(['b', 'a', 'c', 'd']);
  });

  test('are of what the filter says; a part is of its document', () => {
    expect(ids({ document: '900' }, 'ID')).toEqual(['c', 'd']);
    expect(ids({ yearFrom: 2001, yearTo: 2005 }, 'ID')).toEqual(['b']);
    expect(ids({ evidence: 'opinion' }, 'ID')).toEqual(['a']);
    expect(ids({ type: 'comment' }, 'ID')).toEqual(['d']);
  });
});

describe('lists of studies by their figures', () => {
  const graph = buildEvidenceGraph(
    evidenceDocument({ studies: ['a', 'b', 'c', 'd'].map((id) => study(id)) }),
  );
  const figures: StudyFigures = {
    citationsIn: Int32Array.of(1, 3, 0, 3),
    citationsOut: Int32Array.of(2, 0, 4, 1),
    pageRank: Float64Array.of(0.1, 0.4, 0.2, 0.3),
    mainPathStep: Int32Array.of(2, 0, -1, 1),
  };
  const ids = (filter: Parameters<typeof selectStudies>[1], order: StudyOrder): string =>
    selectStudies(graph, filter, order, figures)
      .map((node) => node.study.id)
      .join(' ');

  test('have the highest first, equal ones by id; the main path from its beginning, the others after it', () => {
    expect(ids({}, 'CITATIONS_IN')).toBe('b d a c');
    expect(ids({}, 'CITATIONS_OUT')).toBe('c a d b');
    expect(ids({}, 'PAGE_RANK')).toBe('b d c a');
    expect(ids({}, 'MAIN_PATH')).toBe('b d a c');
  });

  test('are of those whose figures are as asked for', () => {
    expect(ids({ citedAtLeast: 1 }, 'ID')).toBe('a b d');
    expect(ids({ citesAtLeast: 2, citedAtLeast: 1 }, 'ID')).toBe('a');
    expect(ids({ onMainPath: true }, 'ID')).toBe('a b d');
    expect(ids({ onMainPath: false }, 'ID')).toBe('c');
  });

  test('need them only where order or filter is by them', () => {
    expect(needsFigures({ type: 'article', yearFrom: 2000 }, 'AGE')).toBe(false);
    expect(needsFigures({}, 'PAGE_RANK')).toBe(true);
    expect(needsFigures({ onMainPath: false }, 'ID')).toBe(true);
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

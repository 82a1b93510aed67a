import { describe, expect, test } from 'vitest';
import { sharedWork } from '../../../client/views/corpus-sentence.ts';
import type { Statistics } from '../../../client/views/corpus-sentence.ts';

describe('The work on which several documents draw', () => {
  test('is the one that is most of what they cite', () => {
    const shared = sharedWork(
      corpus({
        '000': ['report', 'paper'],
        '001': ['report'],
        '002': ['book', 'act', 'law'],
        '003': ['book'],
      }),
    );
    expect(shared?.words).toBe('Documents 000 and 001 both cite');
    expect(shared?.study.id).toBe('report');
  });

  test('names all who cite it', () => {
    const shared = sharedWork(corpus({ '000': ['report'], '001': ['report'], '002': ['report'] }));
    expect(shared?.words).toBe('Documents 000, 001 and 002 all cite');
  });

  test('is not told where each document cites works of its own', () => {
    expect(sharedWork(corpus({ '000': ['report'], '001': ['paper'], '002': [] }))).toBeNull();
  });
});

function corpus(cited: Readonly<Record<string, readonly string[]>>): Statistics {
  return {
    studies: 0,
    citations: 0,
    claims: 0,
    revision: '1',
    documents: Object.entries(cited).map(([document, works]) => ({
      study: {
        id: document,
        shortLabel: document,
        document,
        citations: {
          totalCount: works.length,
          nodes: works.map((id) => ({ cited: { id, shortLabel: id, status: null } })),
        },
      },
      claims: 0,
      directions: [],
    })),
  };
}

import { describe, expect, test, vi } from 'vitest';
import type { FindQuery } from '../../../client/api/operations.generated.ts';
import { contentStems } from '../../../client/language/matching.ts';
import { actionGroups, findGroups, withRest } from '../../../client/views/find-groups.ts';

const ACTIONS = [
  { id: 'fit', name: 'Fit the drawing', key: 'F', run: vi.fn<() => void>() },
  {
    id: 'withdraw',
    name: 'What if this is withdrawn?',
    words: 'withdraw',
    key: 'W',
    run: vi.fn<() => void>(),
  },
  {
    id: 'theme',
    name: 'Change the theme',
    words: 'dark light',
    key: null,
    run: vi.fn<() => void>(),
  },
];

describe('What is found', () => {
  test('tells how many there are in all, and offers the rest', () => {
    const [claims] = findGroups(found(['Schools collaborate.'], 41), contentStems('schools'));
    expect(claims?.title).toBe('1 of 41 claims');
    expect(claims?.items.at(-1)).toMatchObject({ id: 'rest:claims', text: 'Show all 41 claims' });
  });

  test('says where there are more than one answer holds', () => {
    const [claims] = findGroups(found(['Schools collaborate.'], 898), contentStems('schools'));
    expect(claims?.items.at(-1)?.text).toBe('Show 100 of 898 claims, the nearest');
    expect(withRest({ claims: 8, studies: 8, authors: 8 }, 'rest:claims').claims).toBe(100);
  });

  test('says that nothing states a sentence, and what is nearest', () => {
    const [claims] = findGroups(
      found(['Schools collaborate.'], 1),
      contentStems('collaboration cures influenza in reindeer'),
    );
    expect(claims?.title).toBe('1 claim: nothing here states this; nearest are');
    expect(claims?.items).toHaveLength(1);
  });

  test('leaves out kinds of which there is nothing', () => {
    expect(findGroups(found([], 0), contentStems('zzyzx'))).toEqual([]);
  });
});

describe('What the page can do', () => {
  test.each([
    ['fit', ['Fit the drawing']],
    ['withdr', ['What if this is withdrawn?']],
    ['dark th', ['Change the theme']],
    ['th dr', ['Fit the drawing']],
    ['', []],
    ['a sentence that only mentions fit', []],
  ])('is found by the beginnings of its words: “%s”', (text, names) => {
    const items = actionGroups(ACTIONS, text).flatMap((group) => group.items);
    expect(items.map((item) => item.text)).toEqual(names);
  });

  test('is told with its key', () => {
    expect(actionGroups(ACTIONS, 'fit')[0]?.items[0]).toMatchObject({ detail: 'F' });
  });
});

function found(texts: readonly string[], totalCount: number): FindQuery {
  const nothing = { totalCount: 0, edges: [] };
  const edges = texts.map((text, index) => ({
    score: 1,
    node: {
      __typename: 'Claim' as const,
      id: `c${index}`,
      text,
      standing: 'GROUNDED' as const,
      assertions: [],
    },
  }));
  return { claims: { totalCount, edges }, studies: nothing, authors: nothing };
}

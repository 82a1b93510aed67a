import { describe, expect, test } from 'vitest';
import type { Manner } from '../../../server/domain/change/account.ts';
import {
  shownBy,
  withAccount,
  withoutAccount,
  type ElementState,
} from '../../../server/domain/change/element-state.ts';
import type { Values } from '../../../server/domain/elements.ts';
import { marksOf, storedState } from '../../../server/store/marks.ts';

const NAME = { kind: 'study', id: 's', owner: 's' } as const;

/** What is shown once sources have said these, one after another. */
function after(
  ...said: readonly (readonly [source: string, values: Values, manner?: Manner])[]
): ElementState {
  const [first, ...rest] = said;
  let state = withAccount(
    null,
    { ...NAME, values: first?.[1] ?? {} },
    first?.[0] ?? '',
    1,
    first?.[2],
  );
  for (const [at, [source, values, manner]] of rest.entries())
    state = withAccount(state, { ...NAME, values }, source, at + 2, manner);
  return state;
}

describe('of several sources', () => {
  test('the latest is shown', () => {
    expect(shownBy(after(['a', { title: 'Old' }], ['b', { title: 'New' }]))?.values).toEqual({
      title: 'New',
    });
  });

  test('one that fills in shows only where the others say nothing, whenever it came', () => {
    const state = after(
      ['a', { title: 'Ours', type: 'report' }],
      ['b', { title: 'Theirs', venue: 'V' }, 'fills'],
    );
    expect(shownBy(state)?.values).toEqual({ title: 'Ours', type: 'report', venue: 'V' });
    expect(shownBy(withoutAccount(state, 'a'))?.values).toEqual({ title: 'Theirs', venue: 'V' });
    expect(shownBy(withoutAccount(state, 'b'))?.values).toEqual({ title: 'Ours', type: 'report' });
  });

  test('one that fills in still does in its next version', () => {
    const state = withAccount(
      after(['a', { title: 'Ours' }], ['b', { title: 'Theirs' }, 'fills']),
      { ...NAME, values: { title: 'Newer' } },
      'b',
      9,
    );
    expect(shownBy(state)?.values).toEqual({ title: 'Ours' });
  });

  test('one that does not know takes away nothing that another knows', () => {
    expect(
      shownBy(after(['a', { evidence: 'primary' }], ['b', { evidence: 'unknown' }]))?.values,
    ).toEqual({ evidence: 'primary' });
    expect(
      shownBy(after(['a', { evidence: 'unknown' }], ['b', { evidence: 'primary' }, 'fills']))
        ?.values,
    ).toEqual({ evidence: 'primary' });
  });

  test('one that merely names it shows only where nobody says more, whoever came first', () => {
    const named = { type: 'other', label: '10.1000/a', doi: '10.1000/a' };
    const listed = { type: 'article', title: 'One', evidence: 'unknown' };
    for (const state of [
      after(['a', named, 'names'], ['b', listed, 'fills']),
      after(['b', listed, 'fills'], ['a', named, 'names']),
    ])
      expect(shownBy(state)?.values).toEqual({ ...named, ...listed });
    expect(shownBy(after(['a', named, 'names']))?.values).toEqual(named);
  });

  test('one that named it, and says more in its next version, says it', () => {
    const state = withAccount(
      after(['a', { type: 'other' }, 'names'], ['b', { type: 'book' }, 'names']),
      { ...NAME, values: { type: 'article' } },
      'a',
      9,
      'fills',
    );
    expect(shownBy(state)?.values).toEqual({ type: 'article' });
  });

  test('a retraction that one knows of is shown, whoever says otherwise', () => {
    const retracted = { status: { value: 'retracted', date: '2020' } };
    for (const state of [
      after(['a', retracted], ['b', { status: { value: 'current' } }]),
      after(['a', { status: { value: 'corrected' } }], ['b', retracted, 'fills']),
    ])
      expect(shownBy(state)?.values).toEqual(retracted);
  });

  test('what only fills in is remembered so beside the record, though it says the same', () => {
    const state = after(['a', { title: 'One' }], ['b', { title: 'One' }, 'fills']);
    const shown = shownBy(state);
    expect(shown).not.toBeNull();
    if (shown === null) return;
    const { said = null, saidAt = null, ...marks } = marksOf(state, shown, 2);
    expect(storedState(shown, { ...marks, said, saidAt }).state).toEqual(state);
  });
});

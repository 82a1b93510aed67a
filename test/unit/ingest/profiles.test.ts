import { describe, expect, test } from 'vitest';
import { profileFrom } from '../../../server/ingest/profile-from.ts';
import { fitting, profiledReader } from '../../../server/ingest/profiled-reader.ts';

const profile = (name: string, columns: Readonly<Record<string, readonly string[]>>) =>
  profileFrom({ name, columns });

describe('a profile of a table of claims', () => {
  test('is checked wherever it comes from', () => {
    expect(
      profileFrom({
        name: 'x',
        columns: { claim: ['A'], source: ['B', 'C'], topic: [] },
        stances: { YES: 'supports' },
        documentRole: 'reports',
      }),
    ).toEqual({
      name: 'x',
      columns: { claim: ['A'], source: ['B', 'C'] },
      stances: { yes: 'supports' },
      documentRole: 'reports',
    });
    for (const [value, why] of [
      [null, 'it should be an object'],
      [[], 'it should be an object'],
      [{ columns: { source: ['B'] } }, 'no column has the claims'],
      [{ columns: { claim: 'A' } }, 'the columns of “claim” should be a list'],
      [{ columns: { claim: [''] } }, 'the columns of “claim” should be a list'],
      [{ columns: JSON.parse('{"__proto__": ["A"]}') as object }, '“__proto__” is no field'],
      [{ columns: { claim: ['A'] }, stances: { yes: 'perhaps' } }, '“yes” should be'],
      [{ columns: { claim: ['A'] }, documentRole: 'x' }, 'documentRole'],
      [{ columns: { claim: ['A'] }, more: 1 }, '“more” is no part'],
    ] as const)
      expect(() => profileFrom(value)).toThrow(why);
  });

  test('reads a table that has all its columns, the one that names most of them first', () => {
    const wide = profile('wide', { claim: ['What'], source: ['Where'], stance: ['Says'] });
    const narrow = profile('narrow', { claim: ['What'], source: ['Where'] });
    const other = profile('other', { claim: ['What'], source: ['Nowhere'] });
    const saved = [narrow, other, wide];
    expect(fitting(saved, ['what', 'WHERE', 'says', 'more']).map(({ name }) => name)).toEqual([
      'wide',
      'narrow',
    ]);
    const file = { name: null, text: 'What,Where,Says\na,b,c\n' };
    expect(profiledReader(file, null, { given: null, saved })?.name).toContain('wide');
    expect(profiledReader(file, null, { given: null, saved: [other] })).toBeNull();
    expect(profiledReader(file, 'bibtex', { given: null, saved })).toBeNull();
    expect(() => profiledReader(file, 'bibtex', { given: wide, saved })).toThrow('bibtex');
  });

  test('does not read what another reader is surer of', () => {
    const text = '{"studies": [], "claims": []}';
    const odd = profile('odd', { claim: ['{"studies": []'] });
    expect(profiledReader({ name: null, text }, null, { given: null, saved: [odd] })).toBeNull();
  });
});

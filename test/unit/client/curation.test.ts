import { describe, expect, test } from 'vitest';
import { whatText } from '../../../client/curation/change-words.ts';
import {
  EMPTY_LINK,
  evidenceOf,
  lineOptions,
  linkProblems,
} from '../../../client/curation/link.ts';
import {
  changedElements,
  changedOnly,
  dateProblem,
  dayOf,
  fieldBlamed,
  lineProblem,
  listed,
  valueText,
} from '../../../client/curation/values.ts';
import { draftsIn } from '../../../client/state/drafts.ts';
import type { DraftStorage } from '../../../client/state/drafts.ts';

describe('What is typed into a form', () => {
  test.each(['', ' 7 ', '1204'])('“%s” is a line of a document, or none', (text) => {
    expect(lineProblem(text)).toBeNull();
  });

  test.each(['0', '-1', '1.5', 'twelve', '12a'])('“%s” is no line of a document', (text) => {
    expect(lineProblem(text)).toContain('whole number from 1');
  });

  test.each(['', '2021', '2021-03', '2021-03-31', '2024-02-29'])('“%s” is a date', (text) => {
    expect(dateProblem(text)).toBeNull();
  });

  test.each(['21', '2021-13', '2021-00', '2021-02-30', '2023-02-29', 'March 2021', '2021-3'])(
    '“%s” is no date',
    (text) => {
      expect(dateProblem(text)).toContain('2021-03');
    },
  );

  test('is sent only where it differs from what was there', () => {
    const before = { text: 'A', topics: ['x'], note: null };
    expect(changedOnly({ text: 'B', topics: ['x'], note: null }, before)).toEqual({ text: 'B' });
    expect(changedOnly(before, before)).toEqual({});
  });

  test('is one thing to a line, without blanks', () => {
    expect(listed(' a \n\n  b\n')).toEqual(['a', 'b']);
  });

  test('is dated by the day where the person sits', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  test.each([
    ['claims[0].text: must not be empty', 'text'],
    ['claims[0].lines[0].items[1].line: must be at least 1', 'line'],
    ['claims[0].topics[2]: must be a text', 'topics'],
    ['The id “x” is in use: give another.', null],
  ])('is blamed for “%s”: %s', (message, field) => {
    expect(fieldBlamed(message)).toBe(field);
  });
});

describe('What was changed is told', () => {
  test('with values in words', () => {
    expect(valueText(null)).toBe('nothing');
    expect(valueText('As it is.')).toBe('As it is.');
    expect(valueText('["a","b"]')).toBe('a, b');
    expect(valueText('{"value":"does_not_address","note":"No."}')).toBe(
      'does not address; note: No.',
    );
  });

  test('record by record, whether it came, went or was changed', () => {
    const change = { kind: 'claim', element: 'c 1', before: null, after: null };
    const told = changedElements([
      { ...change, field: 'text', before: 'A', after: 'B' },
      { kind: 'item', element: 'i1', field: null, before: null, after: '{}' },
      { ...change, field: 'note', after: 'N' },
      { kind: 'mention', element: 'm@1', field: null, before: '{}', after: null },
    ]);
    expect(told.map(({ name, fields }) => [name, fields.map(({ field }) => field)])).toEqual([
      ['Claim c 1', ['text', 'note']],
      ['Item of evidence i1, new', []],
      ['Mention m@1, taken away', []],
    ]);
  });

  test('by what it was, and how much it did', () => {
    const counts = { created: 0, updated: 1, removed: 0, reverts: null, source: null };
    expect(whatText({ ...counts, action: 'EDIT' })).toBe('1 record changed');
    expect(whatText({ ...counts, action: 'UNDO', reverts: 7 })).toBe(
      'took back change 7: 1 record changed',
    );
    const source = { id: 's', name: 'Seed' };
    expect(whatText({ ...counts, action: 'IMPORT', updated: 0, created: 2, source })).toBe(
      'brought in “Seed”: 2 records made',
    );
  });
});

describe('Evidence that is linked', () => {
  const typed = { ...EMPTY_LINK, citing: 'a', target: 'b' };

  test('is a citation, a study or a claim, with what was said of it and no more', () => {
    expect(evidenceOf('c', { ...typed, at: '12', meant: 'd' })).toEqual({
      claim: 'c',
      stance: 'supports',
      items: [{ citation: 'a>b', line: 12, for: 'd' }],
    });
    expect(evidenceOf('c', { ...typed, way: 'study', basis: 'data' })).toMatchObject({
      items: [{ study: 'b', basis: 'data' }],
    });
    expect(evidenceOf('c', { ...typed, way: 'claim', meant: 'left over' }).items).toEqual([
      { claim: 'b' },
    ]);
  });

  test('has the stance of the line that it joins', () => {
    const joined = evidenceOf('c', { ...typed, line: 'i1', stance: 'contradicts' });
    expect(joined).toEqual({ claim: 'c', line: 'i1', items: [{ citation: 'a>b' }] });
    expect(lineOptions({ lines: [] })).toHaveLength(1);
  });

  test('must be something, at a line that there may be', () => {
    expect(Object.keys(linkProblems({ ...EMPTY_LINK, at: 'x' }))).toEqual(['target', 'at']);
    expect(linkProblems(typed)).toEqual({});
  });
});

describe('A draft', () => {
  const held = new Map<string, string>();
  const storage: DraftStorage = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
  const draft = {
    fields: { text: 'new', studies: ['a'] },
    initial: { text: 'old', studies: [] },
    revision: '3',
    why: '',
  };
  const empty = { text: '', studies: [] as string[] };

  test('is kept by its name until it is dropped', () => {
    const drafts = draftsIn(() => storage);
    drafts.keep('claim c1', draft);
    expect(drafts.has('claim c1')).toBe(true);
    expect(drafts.read('claim c1', empty)).toEqual(draft);
    expect(drafts.read('claim c2', empty)).toBeNull();
    drafts.drop('claim c1');
    expect(drafts.has('claim c1')).toBe(false);
  });

  test('of a form of another shape, or of no sense, is none', () => {
    const drafts = draftsIn(() => storage);
    drafts.keep('other', draft);
    expect(drafts.read('other', { text: '', note: '' })).toBeNull();
    expect(drafts.read('other', { text: '', studies: '' })).toBeNull();
    held.set('underpin.draft.broken', '{');
    expect(drafts.read('broken', empty)).toBeNull();
  });

  test('is done without where the browser keeps nothing', () => {
    const drafts = draftsIn(() => {
      throw new Error('Storage is off.');
    });
    drafts.keep('claim c1', draft);
    expect(drafts.has('claim c1')).toBe(false);
    expect(drafts.read('claim c1', empty)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import type { ToldConflict, ToldImport } from '../../../client/api/import.ts';
import { ApiError } from '../../../client/api/request.ts';
import { LARGEST_SOURCE } from '../../../server/http/body-limits.ts';
import {
  columnOptions,
  howRead,
  inputOf,
  samplesOf,
  stanceOf,
  withColumn,
  withStance,
} from '../../../client/importing/columns.ts';
import { deedOf } from '../../../client/importing/deed.ts';
import {
  isPlanCurrent,
  nameOf,
  nextImport,
  NOTHING_CHOSEN,
} from '../../../client/importing/import-state.ts';
import type { ImportAction, ImportState } from '../../../client/importing/import-state.ts';
import { CannotRevert, createUndoStack } from '../../../client/state/undo.ts';
import { firstTab, planTabs, problemRows } from '../../../client/importing/plan-tabs.ts';
import { whyFailed } from '../../../client/importing/why-failed.ts';
import {
  appliedText,
  applyText,
  besidesText,
  LARGEST,
  progressText,
  refusedText,
  sizeText,
} from '../../../client/importing/words.ts';

const COUNTS = {
  created: 0,
  updated: 0,
  matched: 0,
  removed: 0,
  conflicts: 0,
  problems: 0,
  vanished: 0,
};

function report(some: Partial<Omit<ToldImport, 'counts'>>, counts: Partial<typeof COUNTS> = {}) {
  return {
    source: { id: 'source:x', name: 'x', format: 'bibtex' },
    isApplied: false,
    isRefused: false,
    change: null,
    counts: { ...COUNTS, ...counts },
    created: [],
    updated: [],
    matched: [],
    conflicts: [],
    vanished: [],
    problems: [],
    ...some,
  } satisfies ToldImport;
}

const doubt = (id: string): ToldConflict => ({
  kind: 'studies',
  id,
  name: id,
  line: 1,
  reason: 'They share a title.',
  other: `other of ${id}`,
  isEdit: false,
  field: null,
  yours: id,
  theirs: `other of ${id}`,
});

const after = (...actions: readonly ImportAction[]): ImportState =>
  actions.reduce(nextImport, NOTHING_CHOSEN);

const PLAN: ImportAction = { type: 'start', work: 'planning' };
const APPLY: ImportAction = { type: 'start', work: 'applying' };
const asked = (...ids: readonly string[]): ImportAction => ({
  type: 'reported',
  report: report({ conflicts: ids.map(doubt) }, { conflicts: ids.length }),
});
const TEXT: ImportAction = { type: 'writeText', text: '@article{a}' };

describe('An import', () => {
  test('keeps answers beside what is asked, in the order in which it first was', () => {
    const state = after(
      TEXT,
      PLAN,
      asked('a', 'b', 'c'),
      { type: 'answer', record: 'b', is: 'other of b' },
      PLAN,
      asked('d', 'c', 'a'),
    );
    expect(state.doubts.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(state.answers.get('b')).toBe('other of b');
    const apart = nextImport(state, { type: 'allApart', on: true });
    expect(nextImport(nextImport(apart, PLAN), asked()).doubts).toHaveLength(4);
    // What nobody answered and nobody asks any more was of an earlier plan.
    const again = nextImport(nextImport(state, PLAN), asked());
    expect(again.doubts.map(({ id }) => id)).toEqual(['b']);
  });

  test('has a plan only as long as nothing is set otherwise', () => {
    const planned = after(TEXT, PLAN, { type: 'reported', report: report({}) });
    expect(isPlanCurrent(planned)).toBe(true);
    for (const action of [
      { type: 'keepEdits', on: true },
      { type: 'answer', record: 'a', is: null },
      { type: 'setFormat', format: 'ris' },
      PLAN,
    ] satisfies ImportAction[])
      expect(isPlanCurrent(nextImport(planned, action))).toBe(false);
  });

  test('of another source begins anew, under the name that was typed', () => {
    const state = after({ type: 'setName', name: 'Mine' }, TEXT, PLAN, asked('a'), {
      type: 'answer',
      record: 'a',
      is: null,
    });
    const other = nextImport(state, { type: 'writeText', text: 'TY  - ' });
    expect(other).toMatchObject({ text: 'TY  - ', name: 'Mine', report: null, doubts: [] });
    expect(other.answers.size).toBe(0);
    const file = new File(['x'], 'library.bib');
    expect(nameOf(nextImport(other, { type: 'chooseFile', file }))).toBe('library.bib');
  });

  test('is not touched while it is written, and loses nothing where that fails', () => {
    const planned = after(TEXT, PLAN, { type: 'reported', report: report({}) });
    const applying = nextImport(planned, APPLY);
    for (const action of [
      TEXT,
      { type: 'startOver' },
      { type: 'answer', record: 'a', is: null },
      { type: 'chooseAgain' },
    ] satisfies ImportAction[])
      expect(nextImport(applying, action)).toBe(applying);
    const error = new ApiError('FORBIDDEN', 'no', false);
    const failed = nextImport(applying, { type: 'failed', error });
    expect(failed).toMatchObject({
      text: '@article{a}',
      report: planned.report,
      stage: { is: 'failed', was: 'applying', isSignedIn: false },
    });
    expect(nextImport(failed, { type: 'signedIn' }).stage).toMatchObject({ isSignedIn: true });
    expect(nextImport(applying, { type: 'cancelled' }).stage).toEqual({
      is: 'cancelled',
      was: 'applying',
    });
    const done = report({ isApplied: true, change: 3 });
    expect(nextImport(applying, { type: 'reported', report: done }).stage.is).toBe('applied');
    // Something came in between: it is a plan again.
    expect(nextImport(applying, asked('a')).stage.is).toBe('planned');
  });
});

describe('An import that was applied', () => {
  const earlier = { name: 'import of “x”', undo: () => {}, redo: () => {} };

  test('is told to be taken back or done again wherever on the page that was asked', async () => {
    const stack = createUndoStack();
    const told: string[] = [];
    const deed = deedOf(earlier, stack, (happened) => told.push(happened));
    stack.push(deed.entry);
    await stack.undo();
    await stack.redo();
    await deed.undo();
    expect(told).toEqual(['undone', 'redone', 'undone']);
    const applied = { ...after(TEXT, PLAN, APPLY), stage: { is: 'applied' } } as const;
    const undone = nextImport(applied, { type: 'undone' });
    expect(undone.stage.is).toBe('undone');
    expect(nextImport(undone, { type: 'redone' }).stage.is).toBe('applied');
    expect(nextImport(after(TEXT), { type: 'undone' }).stage.is).toBe('choosing');
  });

  test('takes back no earlier version of its source in its stead', async () => {
    const stack = createUndoStack();
    stack.push(earlier);
    const refused = (): Promise<void> => Promise.reject(new CannotRevert('Something rests on it.'));
    const deed = deedOf({ ...earlier, undo: refused }, stack, () => {});
    stack.push(deed.entry);
    await expect(deed.undo()).rejects.toThrow('Something rests on it.');
    await expect(deed.undo()).rejects.toThrow('It can no longer be taken back from here');
    expect(stack.read()).toMatchObject({ undo: 'import of “x”', redo: null });
    stack.push({ ...earlier, name: 'verdict on y' });
    const other = deedOf(earlier, stack, () => {});
    await expect(other.undo()).rejects.toThrow('Something else was done since');
  });
});

describe('What could not be sent', () => {
  const away = new ApiError('UNAVAILABLE', 'The server does not answer.', true);

  test('is a file that cannot be read, or else a server that is away', async () => {
    const gone = new Blob(['x']);
    gone.slice = () => {
      throw new Error('NotFoundError');
    };
    expect(await whyFailed(away, gone)).toMatchObject({
      code: 'INVALID',
      retriable: false,
      message: expect.stringMatching(/cannot be read: it is a folder.*one of its files\.$/u),
    });
    expect(await whyFailed(away, new Blob([]))).toBe(away);
    const other = new ApiError('INVALID', 'This is no text.', false);
    expect(await whyFailed(other, gone)).toBe(other);
  });
});

describe('The tabs of a plan', () => {
  const order = (counts: Partial<typeof COUNTS>, doubts: readonly ToldConflict[] = []) =>
    planTabs(report({}, counts), { doubts }).map(({ title, count }) => `${title} ${count}`);

  test('have true counts, and what is in the way first', () => {
    expect(order({ created: 3 })).toEqual([
      'Create 3',
      'Update 0',
      'Match 0',
      'Conflict 0',
      'Problem 0',
    ]);
    expect(order({ created: 94_931, problems: 2, conflicts: 1, vanished: 4 })).toEqual([
      'Conflict 1',
      'Problem 2',
      'Create 94931',
      'Update 0',
      'Match 0',
      'Vanished 4',
    ]);
    expect(order({}, [doubt('a')])[0]).toBe('Conflict 0');
  });

  test('count what is beyond the problems that are listed once', () => {
    const problem = { line: 1, column: 1, place: '', message: 'It is left out.' };
    const sum = { ...problem, line: 2, message: 'From here on 2998 more records are left out.' };
    const rowsOf = (problems: number) =>
      problemRows(report({ problems: [problem, sum] }, { problems })).map(({ name }) => name);
    expect(rowsOf(2)).toEqual([problem.message, sum.message]);
    expect(rowsOf(2999)).toEqual([problem.message]);
  });

  test('open with the first that has something to look at', () => {
    const opened = (counts: Partial<typeof COUNTS>, doubts: readonly ToldConflict[] = []) =>
      firstTab(planTabs(report({}, counts), { doubts }), { doubts })?.id;
    expect(opened({ matched: 2 })).toBe('matched');
    expect(opened({ updated: 1, vanished: 4 })).toBe('updated');
    expect(opened({})).toBe('created');
    // An answer that was given can be changed.
    expect(opened({ created: 3 }, [doubt('a')])).toBe('conflicts');
  });

  test('say what is settled, and what cannot be brought in', () => {
    const meaning = (some: Partial<ToldImport>, counts: Partial<typeof COUNTS>, id: string) =>
      planTabs(report(some, counts), { doubts: [doubt('a')] }).find((tab) => tab.id === id)
        ?.meaning;
    expect(meaning({}, {}, 'conflicts')).toContain('settled');
    expect(meaning({ isRefused: true }, { problems: 1 }, 'problems')).toContain(
      'nothing is written',
    );
    expect(meaning({}, {}, 'created')).toBe('None.');
  });
});

describe('The words of an import', () => {
  test('name what Apply does, and what it did', () => {
    expect(applyText(report({}, { created: 1380, updated: 5 }))).toBe(
      'Apply: create 1,380, update 5',
    );
    const done = report({ isApplied: true, change: 2 }, { created: 1, updated: 5 });
    expect(appliedText(done)).toBe('“x” is brought in: 1 record made, 5 records changed.');
    expect(appliedText({ ...done, change: null })).toContain('nothing was changed');
    expect(besidesText(done)).toBe('');
    expect(besidesText(report({}, { problems: 42, vanished: 1 }))).toBe(
      '42 problems: what could not be read was left out, or read otherwise. ' +
        '1 record of an earlier version stayed, which this one has not.',
    );
  });

  test('say how far it is, and how large a file is', () => {
    expect(progressText(null)).toBe('Sending…');
    expect(progressText({ stage: 'reading', done: 0, total: null })).toBe('Reading the source…');
    expect(progressText({ stage: 'matching', done: 0, total: 1380 })).toBe(
      'Matching with what is here: 1,380 works…',
    );
    expect(progressText({ stage: 'writing', done: 20, total: 40 })).toBe(
      'Writing: 20 of 40 changes…',
    );
    expect(progressText({ stage: 'reading', done: 1380, total: null })).toBe(
      'Reading the source: 1,380 records so far…',
    );
    expect([1, 999, 1001, 999_500, 2_400_000, 1_200_000_000].map(sizeText)).toEqual([
      '1 byte',
      '999 bytes',
      '2 kB',
      '1.0 MB',
      '2.4 MB',
      '1.2 GB',
    ]);
  });

  test('take a file as large as the server does', () => {
    expect(LARGEST).toBe(LARGEST_SOURCE);
  });
});

test('A profile that is not saved says why: a session that has ended is begun again', () => {
  expect(refusedText(new ApiError('FORBIDDEN', 'No.', false))).toMatch(/sign in again/u);
  expect(refusedText(new ApiError('INVALID', 'This is no name.', false))).toBe('This is no name.');
});

describe('The columns of a table', () => {
  const table = {
    headings: ['a', 'b', '', 'a'],
    samples: [
      ['one', '', 'x', 'y'],
      ['two', 'three', '', ''],
      ['one', '', '', ''],
    ],
    used: { name: 'by its headings', columns: { claim: ['a'] } },
    guess: { name: 'by its headings', columns: { claim: ['a'] } },
    fitting: [],
    stanceWords: [],
    unknownStances: 0,
  };

  test('are offered once each, with some of what they have', () => {
    expect(columnOptions(table).map(({ value }) => value)).toEqual(['', 'a', 'b']);
    expect(samplesOf(table, 'a')).toBe('one · two');
    expect(samplesOf(table, 'b')).toBe('three');
    expect(samplesOf(table, '')).toBe('');
  });

  test('are asked for where nothing can be read without them', () => {
    expect(howRead({ ...table.used, columns: { source: ['b'] } }, false)).toBe(
      'say which has the claims',
    );
    expect(howRead(table.used, false)).toBe('read by their headings');
    expect(howRead({ name: '', columns: { claimId: ['a'] } }, false)).toBe('read as you say');
    expect(howRead({ ...table.used, name: 'Mine' }, true)).toBe('read by your profile “Mine”');
  });

  test('mean stances by their words, whatever the case of these, or no longer', () => {
    const once = withStance(table.used, 'Dafür', 'supports');
    expect(once).toEqual({
      name: '',
      columns: { claim: ['a'] },
      stances: { dafür: 'supports' },
    });
    const twice = withStance(withStance(once, 'DAFÜR', 'qualifies'), '', 'mentions');
    expect(['dafür', '', 'constructor'].map((word) => stanceOf(twice, word))).toEqual([
      'qualifies',
      'mentions',
      '',
    ]);
    expect(withStance(twice, 'dafür', '').stances).toEqual({ '': 'mentions' });
  });

  test('become a profile that the API takes', () => {
    const profile = withColumn(withColumn(table.used, 'source', 'b'), 'claim', '');
    expect(profile).toEqual({ name: '', columns: { source: ['b'] } });
    expect(
      inputOf({ ...profile, stances: { yes: 'supports' }, documentRole: 'reports' }, 'Mine'),
    ).toEqual({
      name: 'Mine',
      columns: [{ field: 'source', headings: ['b'] }],
      stances: [{ word: 'yes', stance: 'supports' }],
      documentRole: 'reports',
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { ReasonsOfFragment, Standing } from '../../../client/api/operations.generated.ts';
import {
  decidedSentence,
  depthSentence,
  echoSentence,
  fallsWithSentence,
  fallText,
  independenceSentence,
  lineArithmetic,
  linesSentence,
  qualifiedSentence,
  robustnessSentence,
  singlePointSentence,
  withoutText,
} from '../../../client/language/reasoning.ts';
import { sayersMark, statusMark } from '../../../client/language/studies.ts';
import { EMPTY_VIEW } from '../../../client/state/view.ts';
import {
  activeFilters,
  claimListVariables,
  clearText,
  emptiedText,
} from '../../../client/views/list-filters.ts';

function line(...standings: readonly Standing[]): ReasonsOfFragment['lines'][number] {
  const members = standings.map((standing, index) => ({ id: `m${index}`, standing }));
  return { kind: 'ITEMS', standing: 'GROUNDED', needs: 1, members };
}

function reasons(reachGround: number, mayReachGround: number, all: number): ReasonsOfFragment {
  const lines = Array.from({ length: all }, () => line('GROUNDED'));
  return { decidedBy: 'CERTAIN', reachGround, mayReachGround, saidFor: all, lines };
}

describe('What is computed of a claim, as sentences', () => {
  test.each([
    [2, 3, 3, '2 of 3 lines reach data; 1 may.'],
    [1, 1, 3, '1 of 3 lines reaches data.'],
    [0, 1, 1, '0 of 1 line reaches data; 1 may.'],
    [0, 0, 2, '0 of 2 lines reach data.'],
    [0, 0, 0, 'No line of evidence, so none that could reach data.'],
  ])('tell %i certain and %i possible of %i lines', (certain, possible, all, sentence) => {
    expect(linesSentence(reasons(certain, possible, all))).toBe(sentence);
  });

  test('tell what a line needs and has', () => {
    expect(lineArithmetic(line('GROUNDED', 'UNGROUNDED'))).toBe('needs 1 of 2; 1 reaches data');
    expect(lineArithmetic(line('UNRESOLVED', 'UNGROUNDED'))).toBe(
      'needs 1 of 2; 0 reach data, 1 may',
    );
  });

  test('tell which fixpoint decided, and that none did', () => {
    expect(decidedSentence('CERTAIN')).toMatch(/taken as false/u);
    expect(decidedSentence('POSSIBLE')).toMatch(/taken as true/u);
    expect(decidedSentence('SAID')).toMatch(/something is/u);
    expect(decidedSentence(null)).toMatch(/In none/u);
  });

  test('never make a number of what is not known or does not apply', () => {
    expect(depthSentence(null)).toBe('No known way to data, so no number of steps.');
    expect(independenceSentence(null)).toMatch(/does not apply/u);
    expect(robustnessSentence(null, 0)).toBe('Nothing holds it, so no study can fell it.');
    for (const sentence of [depthSentence(null), independenceSentence(null)])
      expect(sentence).not.toMatch(/\d/u);
  });

  test('tell steps, echo and circles of people', () => {
    expect([depthSentence(0), depthSentence(1), depthSentence(2)]).toEqual([
      '0 steps to data: who says it brings the data.',
      '1 step to data.',
      '2 steps to data.',
    ]);
    expect(echoSentence({ documents: 4, primaries: 1 })).toBe(
      'Said by 4 documents; 1 independent primary study under them.',
    );
    expect(echoSentence({ documents: 1, primaries: 0 })).toBe(
      'Said by 1 document; 0 independent primary studies under it.',
    );
    expect(independenceSentence(1)).toBe('Author independence 1: one circle of people.');
    expect(independenceSentence(2.5789)).toMatch(/^Author independence 2\.58: /u);
  });

  test.each([
    [1, 1, 'Hangs on one study:'],
    [1, 2, 'Hangs on 2 studies, on each alone:'],
    [2, 0, 'No single study fells it; the least number that does: 2.'],
    [4, 0, 'No single study fells it; the least number that does: more than 3.'],
  ])('tell robustness %i with %i single points', (robustness, points, sentence) => {
    expect(robustnessSentence(robustness, points)).toBe(sentence);
  });

  test('tell who qualifies it', () => {
    expect(qualifiedSentence(1, 0)).toBe('Qualified by 1 claim that reaches data:');
    expect(qualifiedSentence(2, 1)).toBe(
      'Qualified by 2 claims and 1 piece of evidence that reach data:',
    );
  });

  test('tell what falls', () => {
    expect(withoutText('UNSUPPORTED')).toBe('falls to “Nothing holds it” without it');
    expect(fallText('GROUNDED', 'UNRESOLVED')).toBe('Reaches data → Can’t tell');
    expect([fallsWithSentence(0), fallsWithSentence(1), fallsWithSentence(1026)]).toEqual([
      'No claim falls with it.',
      '1 claim falls with it.',
      '1,026 claims fall with it.',
    ]);
    expect(singlePointSentence(180)).toBe('It is a single point of failure of 180 claims.');
    expect(singlePointSentence(0)).toMatch(/of none/u);
  });
});

describe('What became of a study', () => {
  test('stands beside its name, and nothing does where all is well or not known', () => {
    expect(statusMark('retracted')).toBe('RETRACTED');
    expect([statusMark('current'), statusMark(null)]).toEqual([null, null]);
  });

  test('stands beside a claim by the gravest of those who say it, each study once', () => {
    const said = (id: string, status: 'retracted' | 'concern' | null) => ({
      study: { id, status },
    });
    expect(sayersMark([said('a', null)])).toBeNull();
    expect(sayersMark([said('a', 'retracted'), said('a', 'retracted')])?.text).toBe('RETRACTED');
    expect(sayersMark([said('a', 'concern'), said('b', 'retracted'), said('c', null)])).toEqual({
      status: 'retracted',
      text: '1 of 3 RETRACTED',
    });
  });
});

describe('The filters of the list', () => {
  const view = { ...EMPTY_VIEW, direction: 'gap', marks: ['contested', 'one-study'] } as const;

  test('are asked for together, with the order', () => {
    expect(claimListVariables({ ...view, order: 'depth' }, 'x')).toMatchObject({
      after: 'x',
      filter: { direction: 'gap', contested: true, hangsOnOneStudy: true },
      orderBy: 'DEPTH',
    });
    expect(claimListVariables(EMPTY_VIEW, null).filter).toBeNull();
  });

  test('say which of them left nothing, and how each is cleared', () => {
    const filters = activeFilters(view);
    expect(emptiedText(filters)).toBe(
      'No claim is left by “Evidence lacking”, “Contested” and “Hangs on one study” together.',
    );
    expect(emptiedText(filters.slice(0, 1))).toBe('No claim is left by “Evidence lacking”.');
    expect(clearText(filters)).toBe('Clear 3 filters');
    expect(clearText(filters.slice(1, 2))).toBe('Clear “Contested”');
    expect(filters[1]?.without).toEqual({ marks: ['one-study'] });
  });
});

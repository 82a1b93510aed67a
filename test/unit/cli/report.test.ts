import { expect, test } from 'vitest';
import { sayReport } from '../../../server/cli/report.ts';
import type { ImportReport } from '../../../server/curation/import-source.ts';
import { IMPORTED } from '../../support/imported.ts';

const report: ImportReport = {
  ...IMPORTED,
  problems: [
    { line: 73, column: 1, place: 'a', message: 'It is read without its identifier.' },
    { line: 74, column: 1, place: '', message: 'From here on 2998 more records are left out.' },
  ],
  problemCount: 2999,
};

test('An import says how many problems there are, be they told or not, left out or read otherwise', () => {
  const told =
    ' line 73, column 1, a: It is read without its identifier.\n' +
    '   line 74, column 1: From here on 2998 more records are left out.\n';
  expect(sayReport('x', report, false)).toBe(
    'x: 1 to create, 0 to update, 0 as they are, 0 conflicts, 2999 problems: applied.\n' +
      `  problem${told.replace('   line', '  problem line')}`,
  );
  expect(sayReport('x', { ...report, plan: null }, false)).toBe(
    `x: 2999 problems, nothing was written.\n ${told.replace('   line', '  line')}`,
  );
});

test('A table whose columns say nothing is told with its headings, and how to say what they are', () => {
  const profile = { name: '', columns: {} };
  const table = {
    headings: ['Aussage', '', 'Quelle'],
    samples: [],
    used: profile,
    guess: profile,
    stanceWords: [],
    unknownStances: 0,
    fitting: [],
  };
  expect(sayReport('x', { ...report, plan: null, table }, false)).toContain(
    '  Its headings are “Aussage”, “Quelle”: say which says what by --profile,',
  );
  expect(sayReport('x', { ...report, table }, false)).not.toContain('Its headings');
});

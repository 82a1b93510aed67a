import { expect, test } from 'vitest';
import type { PlacedConflict } from '../../../server/curation/import-source.ts';
import { tellImport } from '../../../server/curation/tell-import.ts';

const doubtOf = (id: string, other: string): PlacedConflict => ({
  kind: 'studies',
  id,
  reason: `This may be the same work as “${other}”.`,
  other,
  why: 'they share a title, and differ by a year',
  problem: { line: 9, column: 1, place: id, message: '' },
});

test('A work that may be another one says whether that is in the store or in the source alone', async () => {
  const conflicts = [doubtOf('a', 'stored'), doubtOf('b', 'above'), doubtOf('c', 'unknown')];
  const { conflicts: told } = await tellImport(
    {
      report: {
        source: { id: 'source:x', name: 'x', format: 'bibtex' },
        problems: [],
        problemCount: 0,
        plan: { created: [], updated: [], matched: [], removed: [], conflicts },
        counts: { created: 0, updated: 0, matched: 0, removed: 0, conflicts: 3 },
        vanished: [],
        vanishedCount: 0,
        change: null,
        isApplied: false,
      },
      name: () =>
        Promise.resolve(({ kind, id }) => ({
          kind,
          id,
          name: id === 'unknown' ? null : `title of ${id}`,
          line: id === 'above' ? 2843 : null,
        })),
    },
    10,
  );
  expect(told.map(({ reason }) => reason)).toEqual([
    'They share a title, and differ by a year. The other is here already.',
    'They share a title, and differ by a year. The other begins at line 2,843 of this source.',
    'They share a title, and differ by a year.',
  ]);
});

import type { ImportReport } from '../../server/curation/import-source.ts';

/** What came of a source that brought one record, without a problem. */
export const IMPORTED: ImportReport = {
  source: { id: 'source:x', name: 'x', format: 'bibtex' },
  problems: [],
  problemCount: 0,
  plan: { created: [], updated: [], matched: [], removed: [], conflicts: [] },
  counts: { created: 1, updated: 0, matched: 0, removed: 0, conflicts: 0 },
  vanished: [],
  vanishedCount: 0,
  change: null,
  isApplied: true,
};

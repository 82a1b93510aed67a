import type { ImportReport } from '../curation/import-source.ts';
import type { Problem } from '../ingest/source-text.ts';

/** What came of an import, for a person to read. */
export function sayReport(file: string, report: ImportReport, dryRun: boolean): string {
  const { problems, plan } = report;
  if (plan === null)
    return [
      `${file}: ${count(problems.length, 'problem')}, nothing was written.`,
      ...problems.map((problem) => `  ${sayProblem(problem)}`),
      '',
    ].join('\n');
  const { created, updated, matched, conflicts } = plan;
  const happened = conflicts.length > 0 ? 'nothing was written' : dryRun ? 'a dry run' : 'applied';
  return [
    `${file}: ${created.length} to create, ${updated.length} to update, ${matched.length} as they are, ${count(conflicts.length, 'conflict')}: ${happened}.`,
    ...updated.map(({ kind, id, fields }) => `  update ${kind} ${id}: ${fields.join(', ')}`),
    ...conflicts.map(({ kind, id, problem }) => `  conflict ${kind} ${id}, ${sayProblem(problem)}`),
    '',
  ].join('\n');
}

function sayProblem({ line, column, place, message }: Problem): string {
  return `line ${line}, column ${column}${place === '' ? '' : `, ${place}`}: ${message}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

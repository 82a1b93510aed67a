import { countsOf } from '../domain/change/plan.ts';
import type { ImportReport, PlacedConflict } from '../curation/import-source.ts';
import type { Problem } from '../ingest/source-text.ts';

/** What came of an import, for a person to read. */
export function sayReport(file: string, report: ImportReport, dryRun: boolean): string {
  const { problems, plan, vanished, table } = report;
  const profile = table?.used.name ?? '';
  const readBy =
    table?.fitting.includes(profile) === true ? [`  read by the profile “${profile}”`] : [];
  if (plan === null)
    return [
      `${file}: ${count(report.problemCount, 'problem')}, nothing was written.`,
      ...problems.map((problem) => `  ${sayProblem(problem)}`),
      ...sayHeadings(table),
      '',
    ].join('\n');
  const { updated, conflicts } = plan;
  const counts = report.counts ?? countsOf(plan);
  const happened = conflicts.length > 0 ? 'nothing was written' : dryRun ? 'a dry run' : 'applied';
  const left = problems.length === 0 ? '' : `, ${count(report.problemCount, 'problem')}`;
  return [
    `${file}: ${counts.created} to create, ${counts.updated} to update, ${counts.matched} as they are, ${count(counts.conflicts, 'conflict')}${left}: ${happened}.`,
    ...readBy,
    ...updated.map(({ kind, id, fields }) => `  update ${kind} ${id}: ${fields.join(', ')}`),
    ...andMore(counts.updated - updated.length, 'update'),
    ...conflicts.map(sayConflict),
    ...andMore(counts.conflicts - conflicts.length, 'conflict'),
    ...problems.map((problem) => `  problem ${sayProblem(problem)}`),
    ...vanished.map(({ kind, id }) => `  no longer in the source, and kept: ${kind} ${id}`),
    ...andMore(report.vanishedCount - vanished.length, 'record'),
    '',
  ].join('\n');
}

/** Of a table that cannot be read as it is: what its columns can be named by. */
function sayHeadings(table: ImportReport['table']): string[] {
  if (table === undefined) return [];
  const headings = table.headings.filter((heading) => heading !== '');
  return [
    `  Its headings are ${headings.map((heading) => `“${heading}”`).join(', ')}: say which says what by --profile, a saved one or a JSON file: {"columns": {"claim": ["…"], "source": ["…"]}}`,
  ];
}

/** What a file too large to be held has more of than is told one by one. */
function andMore(rest: number, noun: string): string[] {
  return rest > 0 ? [`  and ${count(rest, `more ${noun}`)}`] : [];
}

function sayConflict({ kind, id, problem, other, yours, theirs }: PlacedConflict): string {
  const said = `  conflict ${kind} ${id}, ${sayProblem(problem)}`;
  return other === undefined
    ? said
    : [
        said,
        `    this record: ${String(yours)}`,
        `    the other:   ${String(theirs)}`,
        `    answer with --same '${id}=${other}' or --apart '${id}'`,
      ].join('\n');
}

function sayProblem({ line, column, place, message }: Problem): string {
  return `line ${line}, column ${column}${place === '' ? '' : `, ${place}`}: ${message}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

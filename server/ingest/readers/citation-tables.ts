import type { Study } from '../../domain/document.generated.ts';
import type { CollectedRecords } from './collected-records.ts';
import type { SourceFile } from './reader.ts';
import { stanceOf } from './stance-words.ts';
import { studyId } from './study-id.ts';
import { cellOf, columnOf, studyOfKey } from './table-keys.ts';
import { plainHeading, type Row, type Table } from './table.ts';
import { known, yearOf } from './values.ts';

/** What stands for “cites nothing” where a list of what is cited is asked for. */
const NOTHING = new Set(['0', '-', 'none', 'na', 'n/a', 'nil']);

/**
 * A row for each work, with lists of what it cites under each stance. The lists
 * name rows: by their whole key, or by the number that the key begins with.
 */
export function readTargetLists(
  file: SourceFile,
  table: Table,
  stances: readonly number[],
  records: CollectedRecords,
): void {
  const citing = nameRows(file, table, records);
  const rowOf = new Map<string, string>();
  for (const { row, id, key } of citing) {
    const number = /^(\d+)(?!\d)/.exec(key)?.[1];
    for (const called of number === undefined ? [key] : [key, number])
      if (!rowOf.has(called)) rowOf.set(called, id);
      else records.problem(row.line, `“${called}” names two rows: the first is taken.`);
  }
  for (const { row, id } of citing)
    for (const column of stances) {
      const stance = stanceOf(plainHeading(table.header[column] ?? ''));
      for (const part of (row.cells[column] ?? '').split(/[,;|\n]/)) {
        const target = part.trim();
        if (target === '' || (NOTHING.has(target.toLowerCase()) && !rowOf.has(target))) continue;
        const cited =
          rowOf.get(target) ??
          records.nameStudy(studyOfKey(target, table.header[column] ?? '', file.name), row.line);
        records.cite({ citing: id, cited }, row.line, stance === undefined ? {} : { stance });
      }
    }
}

/** A row and a column for each work, and a mark where the row cites the column. */
export function readMatrix(file: SourceFile, table: Table, records: CollectedRecords): void {
  const rows = nameRows(file, table, records);
  const rowOf = new Map(rows.map(({ key, id }) => [key, id]));
  const columns = table.header.flatMap((heading, at) => {
    const cited = at === 0 ? undefined : rowOf.get(heading);
    return cited === undefined ? [] : [{ at, cited }];
  });
  for (const { row, id } of rows)
    for (const { at, cited } of columns)
      if (/^(x|1|yes|y|true)$/i.test(row.cells[at]?.trim() ?? ''))
        records.cite({ citing: id, cited }, row.line);
}

interface NamedRow {
  readonly row: Row;
  readonly key: string;
  readonly id: string;
}

/** The work of each row. What two rows are called by alike is left out of both: one has it wrongly. */
function nameRows(
  file: SourceFile,
  { header, rows }: Table,
  records: CollectedRecords,
): NamedRow[] {
  const year = columnOf(header, ['year', 'publicationyear']);
  const studies = rows.flatMap((row) => {
    const key = cellOf(row, 0);
    if (key === undefined) {
      records.problem(row.line, 'This row names no work: left out.');
      return [];
    }
    const study: Study = known({
      ...studyOfKey(key, header[0] ?? '', file.name),
      year: yearOf(cellOf(row, year)),
    });
    return [{ row, key, study }];
  });
  /** Of each work the first row under each of its keys. */
  const keysOf = new Map<string, Map<string, Row>>();
  for (const { row, key, study } of studies) {
    const keys = keysOf.get(study.id) ?? new Map<string, Row>();
    if (!keys.has(key)) keys.set(key, row);
    keysOf.set(study.id, keys);
  }
  return studies.map(({ row, key, study }) => {
    const [first, second] = keysOf.get(study.id) ?? [];
    const other = first?.[0] === key ? second : first;
    if (other === undefined) return { row, key, id: records.nameStudy(study, row.line) };
    records.problem(
      row.line,
      `“${key}” has the identifier of another row (line ${other[1].line}): it is read without.`,
    );
    const { doi: _doi, pmid: _pmid, openalex: _openalex, ...rest } = study;
    const id = studyId({ words: key, within: file.name ?? '' });
    return { row, key, id: records.nameStudy({ ...rest, id, resolution: 'described' }, row.line) };
  });
}

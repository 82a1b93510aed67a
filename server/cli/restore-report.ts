import type { PlannedRecord } from '../domain/change/plan.ts';
import type { RestoreReport } from '../snapshots/restore-snapshot.ts';
import type { SnapshotEntry } from '../snapshots/snapshot-folder.ts';

/** More lines than these of one kind help nobody; `--json` has them all. */
const MOST_LINES = 100;

/** What came of a restore, for a person to read. */
export function sayRestored(
  { snapshot, problem, plan, change }: RestoreReport,
  dryRun: boolean,
): string {
  if (plan === null) return `${problem}\n`;
  const { created, updated, removed, matched, conflicts } = plan;
  const isNothing = change === null && conflicts.length === 0 && !dryRun;
  const happened =
    conflicts.length > 0
      ? 'nothing was written'
      : dryRun
        ? 'a dry run'
        : isNothing
          ? 'nothing to change'
          : `restored as change ${change?.number}`;
  return [
    `${snapshot}: ${created.length} to create, ${updated.length} to update, ${removed.length} to remove, ${matched.length} as they are: ${happened}.`,
    ...lines('create', created, () => ''),
    ...lines('update', updated, ({ fields }) => `: ${fields.join(', ')}`),
    ...lines('remove', removed, () => ''),
    ...lines('conflict', conflicts, ({ reason }) => `: ${reason}`),
    '',
  ].join('\n');
}

function lines<Row extends PlannedRecord>(
  what: string,
  rows: readonly Row[],
  more: (row: Row) => string,
): string[] {
  const said = rows
    .slice(0, MOST_LINES)
    .map((row) => `  ${what} ${row.kind} ${row.id}${more(row)}`);
  const left = rows.length - said.length;
  return left > 0 ? [...said, `  ${what} ${left} more`] : said;
}

/** The snapshots that there are, for a person to read. */
export function saySnapshots(snapshots: readonly SnapshotEntry[], folder: string): string {
  if (snapshots.length === 0) return `There is no snapshot in ${folder} yet.\n`;
  return snapshots
    .map(({ name, taken, records }) => {
      const time = taken.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
      return `${name}  ${time}  ${records === null ? 'cannot be read' : `${records} records`}\n`;
    })
    .join('');
}

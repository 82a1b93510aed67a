import { MOST_ROWS } from '../api/import.ts';
import type { ToldImport, ToldRecord } from '../api/import.ts';
import type { ImportState } from './import-state.ts';

export type TabId = 'conflicts' | 'problems' | 'created' | 'updated' | 'matched' | 'vanished';

/** A sort of records of a plan. */
export interface PlanTab {
  readonly id: TabId;
  readonly title: string;
  /** How many there are in all, be they listed or not. */
  readonly count: number;
  /** What it means to be among them. */
  readonly meaning: string;
}

const TITLES: Readonly<Record<TabId, string>> = {
  created: 'Create',
  updated: 'Update',
  matched: 'Match',
  conflicts: 'Conflict',
  problems: 'Problem',
  vanished: 'Vanished',
};

const MEANINGS: Readonly<Record<TabId, string>> = {
  created: 'Not here yet: these will be made.',
  updated: 'Here already: these fields will change.',
  matched: 'Here already, and as the source says: these stay as they are.',
  conflicts: 'Nothing is written until each of these is settled.',
  problems: 'Left out, or read otherwise than it stands; each says why.',
  vanished: 'An earlier version of this source had these, this one has not. They stay.',
};

/** The sorts of a plan; what is in the way comes first. */
export function planTabs(
  report: ToldImport,
  { doubts }: Pick<ImportState, 'doubts'>,
): readonly PlanTab[] {
  const { counts, isRefused } = report;
  const isInTheWay = (id: TabId): boolean =>
    (id === 'conflicts' && (counts.conflicts > 0 || doubts.length > 0)) ||
    (id === 'problems' && counts.problems > 0);
  const order: readonly TabId[] = ['created', 'updated', 'matched', 'conflicts', 'problems'];
  const ids: readonly TabId[] = [
    ...(['conflicts', 'problems'] as const).filter(isInTheWay),
    ...order.filter((id) => !isInTheWay(id)),
    ...(counts.vanished > 0 ? (['vanished'] as const) : []),
  ];
  const meaningOf = (id: TabId): string => {
    if (id === 'conflicts' && counts.conflicts === 0 && doubts.length > 0)
      return 'All of these are settled; an answer can still be changed.';
    if (counts[id] === 0) return 'None.';
    return id === 'problems' && isRefused
      ? 'With these it cannot be brought in: nothing is written.'
      : MEANINGS[id];
  };
  return ids.map((id) => ({
    id,
    title: TITLES[id],
    count: counts[id],
    meaning: meaningOf(id),
  }));
}

/** The tab that is open before one is chosen: the first that has something to look at. */
export function firstTab(
  tabs: readonly PlanTab[],
  { doubts }: Pick<ImportState, 'doubts'>,
): PlanTab | undefined {
  const hasSome = ({ id, count }: PlanTab): boolean =>
    count > 0 || (id === 'conflicts' && doubts.length > 0);
  return tabs.find(hasSome) ?? tabs[0];
}

/** Problems are told as rows that are no record. */
export function problemRows({
  problems,
  counts,
}: Pick<ToldImport, 'problems' | 'counts'>): readonly ToldRecord[] {
  const rows = problems.map(({ line, column, place, message }) => ({
    kind: '',
    id: `${line}:${column} ${place}`,
    name: message,
    line,
  }));
  // Of more problems than a reader tells the last says how many: that stands below them all.
  const isSum = counts.problems > rows.length && rows.length < MOST_ROWS;
  return isSum ? rows.slice(0, -1) : rows;
}

import { capitalise } from '../domain/capitalise.ts';
import { printed } from '../domain/change/printed.ts';
import type { PlanCounts, PlannedRecord, PlannedUpdate } from '../domain/change/plan.ts';
import type { Problem } from '../ingest/source-text.ts';
import type { BroughtIn, ImportReport, PlacedConflict } from './import-source.ts';
import type { NamedRecord } from './name-records.ts';

/** One field before and after, as a page shows it. */
export interface ToldField {
  readonly element: string;
  readonly kind: string;
  /** Null where the element came or went as a whole. */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ToldUpdate extends NamedRecord {
  /** The first of them. */
  readonly fields: readonly ToldField[];
  readonly fieldCount: number;
}

export interface ToldConflict extends NamedRecord {
  readonly reason: string;
  /** Of a work that may be another one: the id of that; `yours` and `theirs` tell both. */
  readonly other: string | null;
  /** Whether people set otherwise, or took away, what the source says. */
  readonly isEdit: boolean;
  /** Where two wanted different things. */
  readonly field: string | null;
  readonly yours: string | null;
  readonly theirs: string | null;
}

/** What came of an import, for a person to look through: the first records of each sort, and how many there are. */
export interface ToldImport extends Pick<ImportReport, 'source' | 'isApplied' | 'table'> {
  /** Whether there is no plan: the source cannot be brought in as it is. */
  readonly isRefused: boolean;
  /** The number of the change that was made; null where nothing was written. */
  readonly change: number | null;
  readonly counts: PlanCounts & { readonly problems: number; readonly vanished: number };
  readonly created: readonly NamedRecord[];
  readonly updated: readonly ToldUpdate[];
  readonly matched: readonly NamedRecord[];
  readonly conflicts: readonly ToldConflict[];
  readonly vanished: readonly NamedRecord[];
  readonly problems: readonly Problem[];
}

const NONE: PlanCounts = { created: 0, updated: 0, matched: 0, removed: 0, conflicts: 0 };

/** More fields of one record than these are counted only. */
const MOST_FIELDS = 20;

/**
 * Tells what came of an import.
 * @param rows of each sort, so many.
 */
export async function tellImport({ report, name }: BroughtIn, rows: number): Promise<ToldImport> {
  const { source, isApplied, plan, problems, vanished, change, table } = report;
  const first = {
    created: plan?.created.slice(0, rows) ?? [],
    updated: plan?.updated.slice(0, rows) ?? [],
    matched: plan?.matched.slice(0, rows) ?? [],
    conflicts: plan?.conflicts.slice(0, rows) ?? [],
    vanished: vanished.slice(0, rows),
  };
  const others = first.conflicts.flatMap(otherOf);
  const named = await name([...Object.values(first).flat(), ...others]);
  return {
    source,
    isApplied,
    isRefused: plan === null,
    change: change?.number ?? null,
    counts: {
      ...(report.counts ?? NONE),
      problems: report.problemCount,
      vanished: report.vanishedCount,
    },
    created: first.created.map(named),
    updated: first.updated.map((update) => ({ ...named(update), ...tellFields(update) })),
    matched: first.matched.map(named),
    conflicts: first.conflicts.map((conflict) => ({
      ...named(conflict),
      ...tellConflict(conflict, otherOf(conflict).map(named).map(placeOf).join('')),
    })),
    vanished: first.vanished.map(named),
    problems: problems.slice(0, rows),
    ...(table === undefined ? {} : { table }),
  };
}

function tellFields({ changes }: PlannedUpdate): Pick<ToldUpdate, 'fields' | 'fieldCount'> {
  const fields = changes.slice(0, MOST_FIELDS).map(({ element, field, before, after }) => ({
    element: element.id,
    kind: element.kind,
    field,
    before: printed(before),
    after: printed(after),
  }));
  return { fields, fieldCount: changes.length };
}

/** The record that one of a conflict may be. */
function otherOf({ kind, other }: PlacedConflict): readonly PlannedRecord[] {
  return other === undefined ? [] : [{ kind, id: other }];
}

/** As the page writes numbers. */
const NUMBERS = new Intl.NumberFormat('en-GB');

/** Where the other record is: in the source itself, or in the store. */
function placeOf({ line, name }: NamedRecord): string {
  if (line !== null) return ` The other begins at line ${NUMBERS.format(line)} of this source.`;
  return name === null ? '' : ' The other is here already.';
}

function tellConflict(
  conflict: PlacedConflict,
  place: string,
): Omit<ToldConflict, 'kind' | 'id' | 'name'> {
  const { problem, reason, why, other, element, field, yours, theirs } = conflict;
  return {
    line: problem.line,
    // Both records stand beside it.
    reason: why === undefined ? reason : `${capitalise(why)}.${place}`,
    other: other ?? null,
    // What would be broken is told of an element.
    isEdit: other === undefined && element === undefined,
    field: field ?? null,
    yours: printed(yours),
    theirs: printed(theirs),
  };
}

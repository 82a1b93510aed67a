import type { EvidenceDocument } from '../document.generated.ts';
import { recordOf, type Element, type ElementName, type Value } from '../elements.ts';
import { isSame } from './is-same.ts';
import type { ShownTransition } from './transition.ts';

/** A record of the interchange document. */
export interface PlannedRecord {
  readonly kind: keyof EvidenceDocument;
  readonly id: string;
}

/** One field of an element, before and after; undefined where it has none. */
export interface FieldChange {
  readonly element: ElementName;
  /** Of an element that comes or goes whole: null. */
  readonly field: string | null;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

export type PlannedUpdate = PlannedRecord & {
  /** Fields of the record, as the interchange document calls them. */
  readonly fields: readonly string[];
  readonly changes: readonly FieldChange[];
};

/** Why a record cannot be changed as was asked. */
export interface Conflict extends PlannedRecord {
  readonly reason: string;
  /** Which part of the record is meant, where it is not the whole. */
  readonly element?: ElementName;
  /** The id of the record that this one may be. */
  readonly other?: string;
  /** What makes them alike, without their names. */
  readonly why?: string;
  /** Where two wanted different things: the field, and both values. */
  readonly field?: string;
  readonly yours?: Value | null;
  readonly theirs?: Value | null;
}

/** What a change would do, before it does it. */
export interface Plan {
  /** Records that are not there yet. */
  readonly created: readonly PlannedRecord[];
  readonly updated: readonly PlannedUpdate[];
  /** Records that stay as they are. */
  readonly matched: readonly PlannedRecord[];
  readonly removed: readonly PlannedRecord[];
  readonly conflicts: readonly Conflict[];
}

/** How many records a plan has of each sort. */
export type PlanCounts = { readonly [Sort in keyof Plan]: number };

export function countsOf(plan: Plan): PlanCounts {
  return {
    created: plan.created.length,
    updated: plan.updated.length,
    matched: plan.matched.length,
    removed: plan.removed.length,
    conflicts: plan.conflicts.length,
  };
}

/** Whether two forms of an element show the same, wherever they stand. */
export function showsSame(before: Element | null, after: Element | null): boolean {
  if (before === null || after === null) return before === after;
  return changedFields(before, after).every((field) => field === 'position');
}

function changedFields(before: Element, after: Element): string[] {
  const fields = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...fields].filter((field) => !isSame(before.values[field], after.values[field]));
}

/**
 * Tells transitions by record.
 * @param matched elements that a source brings as they are.
 */
export function planOf(
  transitions: readonly ShownTransition[],
  matched: readonly ElementName[],
  conflicts: readonly Conflict[],
): Plan {
  const tellings = new Map<PlannedRecord['kind'], Map<string, Telling>>();
  const tellingOf = (name: ElementName): Telling => {
    const record = recordOf(name);
    let ofKind = tellings.get(record.kind);
    if (ofKind === undefined) tellings.set(record.kind, (ofKind = new Map<string, Telling>()));
    let telling = ofKind.get(record.id);
    if (telling === undefined)
      ofKind.set(record.id, (telling = { record, isNew: false, isGone: false, changes: [] }));
    return telling;
  };
  for (const name of matched) tellingOf(name);
  for (const transition of transitions) {
    const { old, now } = transition;
    if (old === null && now === null) continue;
    const telling = tellingOf(transition);
    if (telling.record.id === transition.id) {
      telling.isNew ||= old === null;
      telling.isGone ||= now === null;
    }
    // Of what is new it is not told what it is made of.
    if (!telling.isNew) telling.changes.push(...fieldChanges(transition, old, now));
  }
  const plan: Record<'created' | 'matched' | 'removed', PlannedRecord[]> & {
    updated: PlannedUpdate[];
  } = { created: [], updated: [], matched: [], removed: [] };
  const inConflict = new Set(conflicts.map(({ kind, id }) => `${kind} ${id}`));
  for (const kind of TOLD_FIRST)
    for (const { record, isNew, isGone, changes } of tellings.get(kind)?.values() ?? []) {
      if (inConflict.size > 0 && inConflict.has(`${record.kind} ${record.id}`)) continue;
      if (isNew) plan.created.push(record);
      else if (isGone) plan.removed.push(record);
      else if (changes.length === 0) plan.matched.push(record);
      else plan.updated.push({ ...record, fields: fieldsOf(record, changes), changes });
    }
  return { ...plan, conflicts };
}

/** What people look for first in a plan. */
const TOLD_FIRST = [
  'claims',
  'studies',
  'authors',
  'citations',
  'relations',
  'studyRelations',
  'judgements',
] as const satisfies readonly PlannedRecord['kind'][];

/** What becomes of a record, while it is told. */
interface Telling {
  readonly record: PlannedRecord;
  isNew: boolean;
  isGone: boolean;
  readonly changes: FieldChange[];
}

/** What differs between two forms of an element, as a person would be told: where it stands in a list aside. */
export function fieldChanges(
  { kind, id, owner }: ElementName,
  before: Element | null,
  after: Element | null,
): FieldChange[] {
  const element = { kind, id, owner };
  if (before === null || after === null)
    return [{ element, field: null, before: before?.values, after: after?.values }];
  return changedFields(before, after)
    .filter((field) => field !== 'position')
    .map((field) => ({
      element,
      field,
      before: before.values[field],
      after: after.values[field],
    }));
}

const PARTS: Partial<Readonly<Record<ElementName['kind'], string>>> = {
  mention: 'mentions',
  assertion: 'assertions',
  item: 'lines',
};

function fieldsOf({ id }: PlannedRecord, changes: readonly FieldChange[]): string[] {
  return [...new Set(changes.map(({ element, field }) => PARTS[element.kind] ?? field ?? id))];
}

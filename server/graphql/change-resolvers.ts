import { standingReversal } from '../curation/revert.ts';
import { fieldChanges, type FieldChange } from '../domain/change/plan.ts';
import { shownBy } from '../domain/change/element-state.ts';
import { printed } from '../domain/change/printed.ts';
import type { EditRecord, SourceRecord } from '../store/ledger.ts';
import type { RequestContext } from './context.ts';
import type { ChangeModel, ChangePlanModel, PlanAction, PlannedRecordModel } from './models.ts';
import { checkFirst, pageOf } from './paging.ts';
import type { Resolvers } from './types.generated.ts';

type PageArguments = { readonly first: number; readonly after?: string | null | undefined };

/** What was changed, and what a change would do. */
export const changeResolvers = {
  Change: {
    source: ({ source }, _arguments, { load }) =>
      source === null ? null : load.source.load(source),
    isUndone: async ({ number }, _arguments, { load }) =>
      (await standingReversal(number, (each) => load.reversals.load(each))) !== null,
    created: ({ details }) => details.created,
    updated: ({ details }) => details.updated,
    removed: ({ details }) => details.removed,
    fields: async ({ number }, page, { store }) => {
      const changes = (await store.ledger.editsOf(number)).flatMap(toFieldChanges);
      const places = changes.map((_change, place) => String(place));
      return pageOf(places, page, async (keys) => keys.map((key) => changes[Number(key)] ?? null));
    },
  },
  Source: {
    change: ({ change }, _arguments, { load }) => load.change.load(change),
  },
  FieldChange: {
    element: ({ element }) => element.id,
    kind: ({ element }) => element.kind,
    before: ({ before }) => printed(before),
    after: ({ after }) => printed(after),
  },
  ChangePlan: {
    created: ({ counts }) => counts.created,
    updated: ({ counts }) => counts.updated,
    matched: ({ counts }) => counts.matched,
    removed: ({ counts }) => counts.removed,
    conflicts: ({ counts }) => counts.conflicts,
    records: ({ plan }, { action, ...page }) => {
      const records = recordsOf(plan).filter((record) => !action || record.action === action);
      const places = records.map((_record, place) => String(place));
      return pageOf(places, page, async (keys) => keys.map((key) => records[Number(key)] ?? null));
    },
  },
  ImportReport: {
    plan: ({ plan, counts }) => (plan === null || counts === null ? null : { plan, counts }),
    problems: ({ problems }) => [...problems],
    vanished: ({ vanished }, { first }) => {
      checkFirst(first);
      return vanished.slice(0, first);
    },
  },
  PlannedRecord: {
    fields: ({ changes }) => [...changes],
    reason: ({ conflict }) => conflict?.reason ?? null,
    field: ({ conflict }) => conflict?.field ?? null,
    yours: ({ conflict }) => printed(conflict?.yours),
    theirs: ({ conflict }) => printed(conflict?.theirs),
    other: ({ conflict }) => conflict?.other ?? null,
    line: ({ conflict }) =>
      conflict !== null && 'problem' in conflict ? conflict.problem.line : null,
  },
} satisfies Resolvers;

function toFieldChanges({ before, after, ...name }: EditRecord): FieldChange[] {
  return fieldChanges(name, shownBy(before), shownBy(after));
}

function recordsOf(plan: ChangePlanModel['plan']): PlannedRecordModel[] {
  const plain =
    (action: PlanAction) => (record: { kind: PlannedRecordModel['kind']; id: string }) => ({
      ...record,
      action,
      changes: [],
      conflict: null,
    });
  return [
    ...plan.conflicts.map((conflict) => ({
      kind: conflict.kind,
      id: conflict.id,
      action: 'CONFLICT' as const,
      changes: [],
      conflict,
    })),
    ...plan.created.map(plain('CREATE')),
    ...plan.updated.map((record) => ({ ...record, action: 'UPDATE' as const, conflict: null })),
    ...plan.removed.map(plain('REMOVE')),
    ...plan.matched.map(plain('MATCH')),
  ];
}

/** A page of all changes, the latest first. */
export async function changesPage(page: PageArguments, { store, load }: RequestContext) {
  const head = await store.ledger.head();
  const numbers = Array.from({ length: head }, (_each, index) => String(head - index));
  return pageOf<ChangeModel>(numbers, page, (keys) => load.change.loadMany(keys.map(Number)));
}

/** What was done to a node and to the links that belong to it, the latest first. */
export async function historyPage(id: string, page: PageArguments, { load }: RequestContext) {
  const edits = await load.edits.load(id);
  const sources = await sourcesOf(id, load);
  const byChange = new Map<number, FieldChange[]>();
  // What the first version of a source brought is told by the source itself.
  for (const { change } of sources) byChange.set(change, []);
  for (const edit of edits) {
    const fields = byChange.get(edit.change) ?? [];
    byChange.set(edit.change, [...fields, ...toFieldChanges(edit)]);
  }
  const numbers = [...byChange.keys()].toSorted((a, b) => b - a).map(String);
  return pageOf(numbers, page, async (keys) =>
    Promise.all(
      keys.map(async (key) => {
        const change = await load.change.load(Number(key));
        return change === null ? null : { change, fields: byChange.get(Number(key)) ?? [] };
      }),
    ),
  );
}

/** The sources that speak of a node. */
export async function sourcesOf(id: string, load: RequestContext['load']): Promise<SourceRecord[]> {
  const by = (await load.marks.load(id))?.by ?? [];
  const sources = await Promise.all(by.map((source) => load.source.load(source)));
  return sources.filter((source) => source !== null);
}

/** The fields that every node has by what was done to it. */
export const historyFields = {
  history: ({ id }: { readonly id: string }, page: PageArguments, context: RequestContext) =>
    historyPage(id, page, context),
  sources: ({ id }: { readonly id: string }, _arguments: object, { load }: RequestContext) =>
    sourcesOf(id, load),
  madeFrom: async (
    { id }: { readonly id: string },
    _arguments: object,
    { load, curation, curator }: RequestContext,
  ) =>
    Promise.all(
      (await sourcesOf(id, load)).map(async (source) => {
        const { line = null, text = null } = (await curation.sources.find(source.digest, id)) ?? {};
        return { source, line, text: curator === null ? null : text };
      }),
    ),
};

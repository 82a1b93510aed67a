import type { ElementKind } from '../domain/elements.ts';
import type { CypherEngine, Run } from './cypher-engine.ts';
import { inPages, inPagesOrWhole } from './in-pages.ts';
import {
  Overtaken,
  type ChangeRecord,
  type EditRecord,
  type Ledger,
  type Marks,
  type Naming,
  type SourceRecord,
  type StoredState,
  type WrittenTransition,
} from './ledger.ts';
import { readState } from './marks.ts';
import * as statements from './statements.generated.ts';
import { writeTransitions } from './write-transitions.ts';

/** Rows that one statement takes or gives at a time. */
const BATCH = 5000;

/** Writes a part of a change. */
export type WritePart = (transitions: readonly WrittenTransition[]) => Promise<void>;

export interface CypherLedger extends Ledger {
  /** As `EvidenceStore.commitInParts`, with what runs in its transaction. */
  commitInParts(
    number: number,
    work: (run: Run, write: WritePart) => Promise<ChangeRecord>,
    pace?: (written: number) => Promise<void>,
  ): Promise<void>;
}

/**
 * The ledger of an engine whose schema is made.
 * @param read reads what the ledger is to see.
 */
export function makeLedger(engine: CypherEngine, read: Run): CypherLedger {
  let written = 0;
  const commitInParts: CypherLedger['commitInParts'] = async (number, work, pace) => {
    await engine.write(async (bare) => {
      const run = pace === undefined ? bare : paced(bare, pace);
      await run(statements.openLedger, {});
      const [advanced] = await run(statements.advanceLedger, { head: number - 1 });
      if (advanced === undefined)
        throw new Overtaken(`Change ${number} was planned before another was committed.`);
      let place = 0;
      const write: WritePart = async (transitions) => {
        await writeTransitions(run, number, place, transitions);
        place += transitions.length;
      };
      const change = await work(run, write);
      for (const { after } of change.details.sources)
        await run(statements.mergeSource, { id: after.id, properties: sourceRow(after) });
      await run(statements.createChange, {
        number,
        properties: { ...change, details: JSON.stringify(change.details) },
      });
    });
    written = Math.max(written, number);
  };
  return {
    head: async () => (await read(statements.head, {}))[0]?.head ?? 0,
    written: () => written,
    changes: async (below, limit) =>
      (await read(statements.changes, { below, limit })).map(toChange),
    changesByNumber: async (numbers) =>
      numbers.length === 0
        ? []
        : (await read(statements.changesByNumber, { numbers })).map(toChange),
    changeOfRequest: async (request) =>
      (await read(statements.changeOfRequest, { request }))[0]?.number ?? null,
    reversals: async (numbers) =>
      numbers.length === 0 ? [] : read(statements.reversals, { numbers }),
    editsOf: async (change) => {
      const edits: EditRecord[] = [];
      for (let after = -1; ;) {
        const page = await read(statements.editsOfChange, { change, after, limit: BATCH });
        edits.push(...page.map((row) => toEdit({ ...row, change })));
        const last = page.at(-1);
        if (last === undefined || page.length < BATCH) return edits;
        after = last.place;
      }
    },
    editsTo: async (ids) =>
      (await read(statements.editsOfOwners, { ids })).map((row) => ({
        ...toEdit(row),
        asked: row.asked,
      })),
    sources: async () => (await read(statements.sources, {})).map(toSource),
    removed: async (owners) => {
      const rows = await inPagesOrWhole(
        owners,
        BATCH,
        (ids) => read(statements.removedOfOwners, { ids }),
        (limit) => read(statements.removed, { after: '', limit }),
        ({ owner }) => owner,
      );
      return rows.map(toRemoved);
    },
    allRemoved: async () => {
      const all: StoredState[] = [];
      for (let after = ''; ;) {
        const page = await read(statements.removed, { after, limit: BATCH });
        for (const row of page) all.push(toRemoved(row));
        const last = page.at(-1);
        if (last === undefined || page.length < BATCH) return all;
        after = last.key;
      }
    },
    marks: async ({ nodes, claims, citations, studies }) => {
      const byKey = (rows: readonly (Marks & { readonly key: string })[]): [string, Marks][] =>
        rows.map(({ key, ...marks }) => [key, marks]);
      const [rows, ...links] = await Promise.all([
        inPages(nodes, BATCH, (ids) => read(statements.marksOfNodes, { ids })),
        inPages(claims, BATCH, (ids) => read(statements.marksOfClaimLinks, { ids })),
        inPages(citations, BATCH, (ids) => read(statements.marksOfCitationLinks, { ids })),
        inPages(studies, BATCH, (ids) => read(statements.marksOfStudyLinks, { ids })),
      ]);
      return {
        nodes: new Map(rows.map(({ id, ...marks }) => [id, marks])),
        links: new Map(links.flatMap(byKey)),
      };
    },
    namings: async (ids) => {
      if (ids.length === 0) return [];
      const [links, fields] = await Promise.all([
        inPages(ids, BATCH, (page) => read(statements.namesOfNodes, { ids: page })),
        read(statements.namesInFields, { ids }),
      ]);
      return [
        ...links.flatMap(toNaming),
        ...fields.map(({ id, kind, element, owner }) => ({
          id,
          by: { kind: kind as ElementKind, id: element, owner },
        })),
      ];
    },
    commit: ({ change, transitions }, pace) =>
      commitInParts(
        change.number,
        async (_run, write) => {
          await write(transitions);
          return change;
        },
        pace,
      ),
    commitInParts,
  };
}

function toChange(
  row: Omit<ChangeRecord, 'action' | 'details'> & {
    readonly action: string;
    readonly details: string;
  },
): ChangeRecord {
  return {
    ...row,
    action: row.action as ChangeRecord['action'],
    details: JSON.parse(row.details) as ChangeRecord['details'],
  };
}

type SourceRow = Omit<SourceRecord, 'same'> & { readonly same: string | null };

function toSource({ same, ...source }: SourceRow): SourceRecord {
  return same === null ? source : { ...source, same: JSON.parse(same) as [string, string][] };
}

function sourceRow({ same, ...source }: SourceRecord): SourceRow {
  return { ...source, same: same === undefined ? null : JSON.stringify(same) };
}

function toEdit(row: {
  readonly change: number;
  readonly place: number;
  readonly owner: string;
  readonly kind: string;
  readonly element: string;
  readonly before: string | null;
  readonly after: string | null;
}): EditRecord {
  const name = { kind: row.kind as ElementKind, id: row.element, owner: row.owner };
  return {
    ...name,
    change: row.change,
    place: row.place,
    before: row.before === null ? null : readState(name, row.before),
    after: row.after === null ? null : readState(name, row.after),
  };
}

/** The state of something that is gone is kept with its name, as there is no node that has it. */
function toRemoved(row: { readonly state: string; readonly changed: number }): StoredState {
  return { state: JSON.parse(row.state) as StoredState['state'], changed: row.changed };
}

/** What each relationship is a part of, and which of its ends that names. */
function toNaming({
  id,
  type,
  key,
  other,
  start,
}: {
  readonly id: string;
  readonly type: string;
  readonly key: string | null;
  readonly other: string;
  readonly start: string;
}): Naming[] {
  const by = (kind: ElementKind, element: string, owner: string): Naming[] => [
    { id, by: { kind, id: element, owner } },
  ];
  const isStart = start === id;
  switch (type) {
    case 'AUTHORED':
      return isStart ? by('study', other, other) : [];
    case 'PART_OF':
      return isStart ? [] : by('study', other, other);
    case 'MAKES':
      return isStart ? by('citation', other, other) : [];
    case 'CITES':
      return isStart ? [] : by('citation', other, other);
    case 'FOR':
      // It follows from items, which name the claim themselves.
      return [];
    case 'MENTIONS':
      return isStart ? [] : by('mention', key ?? '', id);
    case 'ASSERTS':
      return by('assertion', key ?? '', isStart ? other : id);
    case 'RESTS_ON':
      return by('item', key ?? '', isStart ? id : other);
    case 'RELATED':
      return by('studyRelation', key ?? '', start);
    default:
      return by('relation', key ?? '', start);
  }
}

/** Runs statements one by one, and lets somebody say before each whether to go on. */
function paced(run: Run, pace: (written: number) => Promise<void>): Run {
  let written = 0;
  return async (statement, parameters) => {
    await pace(written);
    const { rows } = parameters as { readonly rows?: readonly unknown[] };
    written += rows?.length ?? 0;
    return run(statement, parameters);
  };
}

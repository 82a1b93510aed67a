import { isDeepStrictEqual } from 'node:util';
import type { Claim, EvidenceDocument } from '../domain/document.generated.ts';
import type { LinkRecord, RecordKind } from '../store/evidence-store.ts';
import type { SayProblem } from './identities.ts';
import { withArticle } from './references.ts';
import type { Path, Problem } from './source-text.ts';

/** What an import would do, before it does it. */
export interface Plan {
  /** Records that are not in the store yet. */
  readonly created: readonly PlannedRecord[];
  /** Records of which the source says something that the store does not. */
  readonly updated: readonly (PlannedRecord & { readonly fields: readonly string[] })[];
  /** Records of which the store says all that the source says. */
  readonly matched: readonly PlannedRecord[];
  /** Records that cannot be written, each with the place in the source and the reason. */
  readonly conflicts: readonly Conflict[];
}

export interface PlannedRecord {
  readonly kind: keyof EvidenceDocument;
  readonly id: string;
}

/** A record that cannot be written as its id, or that of a link of it, is in use elsewhere. */
export type Conflict = PlannedRecord & { readonly problem: Problem };

/** What the store has of what a document speaks of. */
export interface Present {
  readonly document: EvidenceDocument;
  /** The kind of each record of the store that the document brings too. */
  readonly kinds: ReadonlyMap<string, RecordKind>;
  /** Where assertions, items and relations with the document's ids stand. */
  readonly links: readonly LinkRecord[];
}

/**
 * Compares a document with what the store has. Pure: nothing is written.
 * @param say places a reason in the source.
 */
export function makePlan(document: EvidenceDocument, present: Present, say: SayProblem): Plan {
  const created: PlannedRecord[] = [];
  const updated: (PlannedRecord & { fields: string[] })[] = [];
  const matched: PlannedRecord[] = [];
  for (const kind of Object.keys(document) as (keyof EvidenceDocument)[]) {
    const existing = new Map(present.document[kind].map((row) => [recordId(row), row as object]));
    for (const row of document[kind]) {
      const record = { kind, id: recordId(row) };
      const before = existing.get(record.id);
      if (before === undefined) created.push(record);
      else {
        const fields = changedFields(before, row);
        if (fields.length === 0) matched.push(record);
        else updated.push({ ...record, fields });
      }
    }
  }
  const conflicts = findConflicts(document, present, say);
  const inConflict = new Set(conflicts.map(({ kind, id }) => `${kind} ${id}`));
  const isClear = ({ kind, id }: PlannedRecord): boolean => !inConflict.has(`${kind} ${id}`);
  return {
    created: created.filter(isClear),
    updated: updated.filter(isClear),
    matched: matched.filter(isClear),
    conflicts,
  };
}

function recordId(row: EvidenceDocument[keyof EvidenceDocument][number]): string {
  return 'id' in row ? row.id : `${row.from} ${row.kind} ${row.to}`;
}

/** Fields of which the source says something that the store does not. */
function changedFields(before: object, row: object): string[] {
  return Object.entries(row)
    .filter(([field, value]) => {
      const stored = (before as Record<string, unknown>)[field];
      if (field === 'mentions' || field === 'assertions')
        return !bringsNothing(stored as Identified[], value as Identified[]);
      if (field === 'lines')
        return !bringsNothing(itemsOf(stored as Claim['lines']), itemsOf(value as Claim['lines']));
      return !isDeepStrictEqual(stored, value);
    })
    .map(([field]) => field);
}

interface Identified {
  readonly id?: string;
  readonly at?: number;
}

/** Links are added, never taken away: what the store has beside them is no change. */
function bringsNothing(stored: readonly Identified[], brought: readonly Identified[]): boolean {
  const known = new Map(stored.map((link) => [link.id ?? link.at, link]));
  return brought.every((link) => {
    const before = known.get(link.id ?? link.at);
    return (
      before !== undefined &&
      Object.entries(link).every(([field, value]) =>
        isDeepStrictEqual((before as Record<string, unknown>)[field], value),
      )
    );
  });
}

/** Items with their line's properties, so that an item that moved to another line differs. */
function itemsOf(lines: Claim['lines']): Identified[] {
  return lines.flatMap(({ items, ...line }) =>
    items.map((item) => ({ ...item, group: items[0]?.id, itsLine: line })),
  );
}

const RECORD_KINDS = {
  authors: 'author',
  studies: 'study',
  citations: 'citation',
  claims: 'claim',
  judgements: 'judgement',
} as const satisfies Partial<Record<keyof EvidenceDocument, RecordKind>>;

/** A place at which a document gives an id, and what the id is for. */
interface Use {
  readonly record: PlannedRecord;
  readonly id: string;
  readonly path: Path;
  readonly is: RecordKind | Omit<LinkRecord, 'id'>;
}

/** Ids are unique across nodes and links: each may be in use for the very same thing only. */
function findConflicts(document: EvidenceDocument, present: Present, say: SayProblem): Conflict[] {
  const links = new Map(present.links.map((link) => [link.id, link]));
  return [...usesOf(document)].flatMap(({ record, id, path, is }) => {
    const kind = present.kinds.get(id);
    if (kind !== undefined && kind !== is)
      return [
        {
          ...record,
          problem: say(path, `The id “${id}” belongs to ${withArticle(kind)} in the store.`),
        },
      ];
    const link = links.get(id);
    if (link === undefined || isSameLink(link, is)) return [];
    const { type, from, to } = link;
    const reason = `The id “${id}” is in use for ${type} from “${from}” to “${to}”.`;
    return [{ ...record, problem: say(path, reason) }];
  });
}

function isSameLink(link: LinkRecord, is: Use['is']): boolean {
  return (
    typeof is === 'object' && link.type === is.type && link.from === is.from && link.to === is.to
  );
}

function* usesOf(document: EvidenceDocument): Generator<Use> {
  for (const [collection, is] of Object.entries(RECORD_KINDS)) {
    const kind = collection as keyof typeof RECORD_KINDS;
    for (const [index, { id }] of document[kind].entries())
      yield { record: { kind, id }, id, path: [kind, index, 'id'], is };
  }
  for (const [index, claim] of document.claims.entries()) {
    const record = { kind: 'claims' as const, id: claim.id };
    const path = ['claims', index];
    for (const [at, { id, study }] of claim.assertions.entries())
      yield {
        record,
        id,
        path: [...path, 'assertions', at, 'id'],
        is: { type: 'ASSERTS', from: study, to: claim.id },
      };
    for (const [line, { items }] of claim.lines.entries())
      for (const [at, { id, citation, study, claim: other }] of items.entries())
        yield {
          record,
          id,
          path: [...path, 'lines', line, 'items', at, 'id'],
          is: { type: 'RESTS_ON', from: claim.id, to: citation ?? study ?? other ?? '' },
        };
  }
  for (const [index, { id, type, from, to }] of document.relations.entries())
    yield {
      record: { kind: 'relations', id },
      id,
      path: ['relations', index, 'id'],
      is: { type, from, to },
    };
}

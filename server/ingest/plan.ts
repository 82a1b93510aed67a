import { isDeepStrictEqual } from 'node:util';
import type { Claim, EvidenceDocument } from '../domain/document.generated.ts';
import type { LinkRecord, RecordKind } from '../store/evidence-store.ts';

/** What an import would do, before it does it. */
export interface Plan {
  /** Records that are not in the store yet. */
  readonly created: readonly PlannedRecord[];
  /** Records of which the source says something that the store does not. */
  readonly updated: readonly (PlannedRecord & { readonly fields: readonly string[] })[];
  /** Records of which the store says all that the source says. */
  readonly matched: readonly PlannedRecord[];
  /** Records that cannot be written, each with the reason. */
  readonly conflicts: readonly (PlannedRecord & { readonly reason: string })[];
}

export interface PlannedRecord {
  readonly kind: keyof EvidenceDocument;
  readonly id: string;
}

/** What the store has of what a document speaks of. */
export interface Present {
  readonly document: EvidenceDocument;
  /** The kind of each record of the store that the document brings too. */
  readonly kinds: ReadonlyMap<string, RecordKind>;
  /** Where assertions, items and relations with the document's ids stand. */
  readonly links: readonly LinkRecord[];
}

/** Compares a document with what the store has. Pure: nothing is written. */
export function makePlan(document: EvidenceDocument, present: Present): Plan {
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
  const conflicts = [...kindConflicts(document, present), ...linkConflicts(document, present)];
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

function kindConflicts(document: EvidenceDocument, present: Present): Plan['conflicts'] {
  return Object.entries(RECORD_KINDS).flatMap(([collection, kind]) =>
    document[collection as keyof typeof RECORD_KINDS].flatMap(({ id }) => {
      const other = present.kinds.get(id);
      return other === undefined || other === kind
        ? []
        : [
            {
              kind: collection as keyof EvidenceDocument,
              id,
              reason: `The id “${id}” belongs to a ${other} in the store.`,
            },
          ];
    }),
  );
}

/** Assertions, items and relations whose id stands elsewhere in the store already. */
function linkConflicts(document: EvidenceDocument, present: Present): Plan['conflicts'] {
  const links = new Map(present.links.map((link) => [link.id, link]));
  const differs = (id: string, type: string, from: string, to: string): string | null => {
    const link = links.get(id);
    if (link === undefined) return null;
    if (link.type === type && link.from === from && link.to === to) return null;
    return `The id “${id}” is in use for ${link.type} from “${link.from}” to “${link.to}”.`;
  };
  const ofClaims = document.claims.flatMap((claim) => {
    const reasons = [
      ...claim.assertions.map(({ id, study }) => differs(id, 'ASSERTS', study, claim.id)),
      ...claim.lines.flatMap(({ items }) =>
        items.map((item) =>
          differs(item.id, 'RESTS_ON', claim.id, item.citation ?? item.study ?? item.claim ?? ''),
        ),
      ),
    ].filter((reason) => reason !== null);
    return reasons.map((reason) => ({ kind: 'claims' as const, id: claim.id, reason }));
  });
  const ofRelations = document.relations.flatMap(({ id, type, from, to }) => {
    const reason = differs(id, type, from, to);
    return reason === null ? [] : [{ kind: 'relations' as const, id, reason }];
  });
  return [...ofClaims, ...ofRelations];
}

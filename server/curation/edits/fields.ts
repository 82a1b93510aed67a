import type { SetFields } from '../../domain/change/edit.ts';
import type { ElementKind, ElementName, Value } from '../../domain/elements.ts';
import { UnderpinError } from '../../domain/errors.ts';
import type { EvidenceStore, RecordKind } from '../../store/evidence-store.ts';

/** Fields to be set: what is left out stays, null takes away. */
export type Fields = Readonly<Record<string, unknown>>;

/** Sets fields of an element; those that are undefined stay as they are. */
export function setFields(name: ElementName, fields: Fields): SetFields {
  return {
    ...name,
    set: Object.fromEntries(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined)
        .map(([field, value]) => [field, withoutNothing(value)]),
    ) as SetFields['set'],
  };
}

/** In a value, unlike in a field, null says no more than that there is none. */
function withoutNothing(value: unknown): Value | null {
  if (value === null || typeof value !== 'object') return value as Value | null;
  if (Array.isArray(value)) return value.map(withoutNothing) as Value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([field, inner]) => [field, withoutNothing(inner)]),
  ) as Value;
}

/** The name of a record. */
export function recordNamed(kind: ElementKind, id: string): ElementName {
  return { kind, id, owner: id };
}

/** @throws NOT_FOUND where there is no such record of this kind. */
export async function requireRecord(
  store: EvidenceStore,
  kind: RecordKind,
  id: string,
): Promise<ElementName> {
  if ((await store.kinds([id])).get(id) === kind) return recordNamed(kind, id);
  throw new UnderpinError('NOT_FOUND', `There is no ${kind} “${id}”.`);
}

const LINK_KINDS: Readonly<Record<string, ElementKind>> = {
  ASSERTS: 'assertion',
  RESTS_ON: 'item',
  CONTRADICTS: 'relation',
  QUALIFIES: 'relation',
  SUPPORTS: 'relation',
  RESTATES: 'relation',
};

/** An assertion, an item of evidence or a relation between claims, by its id; null where there is none. */
export async function linkNamed(store: EvidenceStore, id: string): Promise<ElementName | null> {
  const [link] = await store.links([id]);
  const kind = link === undefined ? undefined : LINK_KINDS[link.type];
  if (link === undefined || kind === undefined) return null;
  return { kind, id, owner: kind === 'assertion' ? link.to : link.from };
}

/** @throws NOT_FOUND where there is no item of evidence of this id. */
export async function requireItem(store: EvidenceStore, id: string): Promise<ElementName> {
  const link = await linkNamed(store, id);
  if (link?.kind === 'item') return link;
  throw new UnderpinError('NOT_FOUND', `There is no item of evidence “${id}”.`);
}

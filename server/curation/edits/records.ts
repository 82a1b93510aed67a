import type { Edit } from '../../domain/change/edit.ts';
import { linkKeys } from '../../domain/link-keys.ts';
import { UnderpinError } from '../../domain/errors.ts';
import type { RecordKind } from '../../store/evidence-store.ts';
import type { PlanEdits } from '../edit.ts';
import { linkNamed, recordNamed, requireRecord, setFields, type Fields } from './fields.ts';

/** Creates a record, or sets fields of the one that is there. */
export function upsertRecord(
  kind: 'author' | 'study' | 'claim' | 'judgement',
  id: string,
  fields: Fields,
): PlanEdits {
  return async () => [setFields(recordNamed(kind, id), fields)];
}

/** Creates the citation of one study by another, or sets fields of the one that is there. */
export function upsertCitation(citing: string, cited: string, fields: Fields): PlanEdits {
  return async () => [
    setFields(recordNamed('citation', `${citing}>${cited}`), { citing, cited, ...fields }),
  ];
}

/** Creates an in-text place of a citation, or sets fields of the one that is there. */
export function upsertMention(citation: string, at: number, fields: Fields): PlanEdits {
  return async () => [
    setFields(
      { kind: 'mention', id: linkKeys.mention(citation, at), owner: citation },
      { at, ...fields },
    ),
  ];
}

/** Sets fields of a study that is there. */
export function setStudy(id: string, fields: Fields): PlanEdits {
  return async (store) => [setFields(await requireRecord(store, 'study', id), fields)];
}

const NOTABLE: ReadonlySet<string> = new Set(['study', 'claim', 'relation']);

/** Sets or takes away the note of a study, a claim or a relation between claims. */
export function setNote(id: string, note: string | null): PlanEdits {
  return async (store) => {
    const kind = (await store.kinds([id])).get(id);
    const name = kind === undefined ? await linkNamed(store, id) : recordNamed(kind, id);
    if (name === null)
      throw new UnderpinError('NOT_FOUND', `There is nothing with the id “${id}”.`);
    if (!NOTABLE.has(name.kind))
      throw new UnderpinError(
        'INVALID',
        `“${id}” is of the kind ${name.kind}, which takes no note: studies, claims and relations between claims do.`,
      );
    return [setFields(name, { note })];
  };
}

/**
 * Takes a record away with the links that belong to it. What other records name
 * cannot go: that is a conflict, which says what names it.
 */
export function removeRecord(id: string): PlanEdits {
  return async (store) => {
    const kind = (await store.kinds([id])).get(id);
    if (kind === undefined)
      throw new UnderpinError('NOT_FOUND', `There is nothing with the id “${id}”.`);
    const away = (name: Omit<Edit & { isTakenAway: true }, 'isTakenAway'>): Edit => ({
      ...name,
      isTakenAway: true,
    });
    return [...(await linksOf[kind](store, id)).map(away), away(recordNamed(kind, id))];
  };
}

type LinksOf = (
  store: Parameters<PlanEdits>[0],
  id: string,
) => Promise<ReturnType<typeof recordNamed>[]>;

const linksOf: Readonly<Record<RecordKind, LinksOf>> = {
  author: async () => [],
  study: async (store, id) =>
    (await store.studyRelations([id]))
      .filter(({ from }) => from === id)
      .map(({ from, kind, to }) => ({
        kind: 'studyRelation',
        id: linkKeys.studyRelation(from, kind, to),
        owner: from,
      })),
  judgement: async () => [],
  citation: async (store, id) =>
    (await store.mentionsOfCitations([id])).map(({ key }) => ({
      kind: 'mention',
      id: key,
      owner: id,
    })),
  claim: async (store, id) => [
    ...(await store.assertions([id])).map((assertion) => ({
      kind: 'assertion' as const,
      id: assertion.id,
      owner: id,
    })),
    ...(await store.items([id])).map(({ item }) => ({
      kind: 'item' as const,
      id: item.id,
      owner: id,
    })),
    ...(await store.claimRelations([id]))
      .filter(({ from }) => from === id)
      .map((relation) => ({ kind: 'relation' as const, id: relation.id, owner: id })),
  ],
};

import type { Edit } from '../../domain/change/edit.ts';
import { linkKeys } from '../../domain/link-keys.ts';
import { UnderpinError } from '../../domain/errors.ts';
import type { EvidenceStore, ItemRecord } from '../../store/evidence-store.ts';
import type { PlanEdits } from '../edit.ts';
import { linkNamed, requireItem, requireRecord, setFields, type Fields } from './fields.ts';

/** Says what somebody found who opened the source of an item; null takes the verdict away. */
export function setVerdict(item: string, verdict: Fields | null): PlanEdits {
  return async (store) => [setFields(await requireItem(store, item), { verdict })];
}

/** Says that a study makes a claim or passes it on, or sets fields of that. */
export function upsertAssertion(claim: string, id: string, fields: Fields): PlanEdits {
  return async (store) => {
    const name = await requireRecord(store, 'claim', claim);
    const known = await store.assertions([claim]);
    const place = known.find((assertion) => assertion.id === id)?.position;
    return [
      setFields(
        { kind: 'assertion', id, owner: name.id },
        { ...fields, position: place ?? nextPlace(known) },
      ),
    ];
  };
}

/** A line of evidence, or more items for one. */
export interface LinkedEvidence {
  readonly claim: string;
  /** The id of an item of the line that they join; null makes a new line. */
  readonly line: string | null;
  /** Of a new line: its stance, how many of its items are needed, the document that is meant. */
  readonly fields: Fields;
  readonly items: readonly (Fields & { readonly id: string })[];
}

/** Links evidence to a claim: as a new line, or beside other items of one that is there. */
export function linkEvidence({ claim, line, fields, items }: LinkedEvidence): PlanEdits {
  return async (store) => {
    const { id: owner } = await requireRecord(store, 'claim', claim);
    const known = await store.items([claim]);
    const shared = line === null ? newLine(items, fields) : sharedBy(memberOf(known, line, claim));
    const first = nextPlace(known);
    return items.map(({ id, ...item }, index) =>
      setFields({ kind: 'item', id, owner }, { ...item, ...shared, position: first + index }),
    );
  };
}

function nextPlace(known: readonly { readonly position: number }[]): number {
  return Math.max(-1, ...known.map(({ position }) => position)) + 1;
}

function newLine(items: LinkedEvidence['items'], fields: Fields): Fields {
  const [first] = items;
  if (first === undefined)
    throw new UnderpinError('INVALID', 'A line of evidence needs at least one item: give some.');
  return { ...fields, group: first.id };
}

function memberOf(known: readonly ItemRecord[], line: string, claim: string): ItemRecord {
  const member = known.find(({ item, group }) => item.id === line || group === line);
  if (member === undefined)
    throw new UnderpinError(
      'NOT_FOUND',
      `The claim “${claim}” has no line with the item “${line}”.`,
    );
  return member;
}

function sharedBy({ stance, group, needs, in: place }: ItemRecord): Fields {
  return { stance, group, needs, in: place };
}

/** Sets fields of one item of evidence. */
export function editItem(item: string, fields: Fields): PlanEdits {
  return async (store) => [setFields(await requireItem(store, item), fields)];
}

/** Sets the stance of a line, how many of its items are needed, or the document that is meant. */
export function editLine(line: string, fields: Fields): PlanEdits {
  return async (store) => {
    const { owner } = await requireItem(store, line);
    const known = await store.items([owner]);
    const { group } = memberOf(known, line, owner);
    return known
      .filter((each) => each.group === group)
      .map(({ item }) => setFields({ kind: 'item', id: item.id, owner }, fields));
  };
}

/** Relates one claim to another, or sets fields of a relation that is there. */
export function relateClaims(id: string, from: string, fields: Fields): PlanEdits {
  return async (store) => {
    const known = await linkNamed(store, id);
    if (known !== null && known.owner !== from)
      throw new UnderpinError(
        'INVALID',
        `The relation “${id}” starts at “${known.owner}”: take it away and make another to have it start elsewhere.`,
      );
    return [setFields({ kind: 'relation', id, owner: from }, { from, ...fields })];
  };
}

/** Relates one study to another, or sets fields of a relation that is there. */
export function relateStudies(from: string, kind: string, to: string, fields: Fields): PlanEdits {
  return async () => [
    setFields(
      { kind: 'studyRelation', id: linkKeys.studyRelation(from, kind, to), owner: from },
      { from, kind, to, ...fields },
    ),
  ];
}

/** Takes away an assertion, an item of evidence, a mention, or a relation between claims or studies. */
export function removeLink(id: string): PlanEdits {
  return async (store): Promise<Edit[]> => {
    const name =
      (await linkNamed(store, id)) ??
      (await mentionNamed(store, id)) ??
      (await studyRelationNamed(store, id));
    if (name === null)
      throw new UnderpinError(
        'NOT_FOUND',
        `There is no link “${id}”: no assertion, item of evidence, mention or relation has this id.`,
      );
    return [{ ...name, isTakenAway: true }];
  };
}

type Named = Awaited<ReturnType<typeof linkNamed>>;

async function mentionNamed(store: EvidenceStore, id: string): Promise<Named> {
  const citation = id.slice(0, Math.max(0, id.lastIndexOf('@')));
  const mentions = await store.mentionsOfCitations([citation]);
  return mentions.some(({ key }) => key === id) ? { kind: 'mention', id, owner: citation } : null;
}

async function studyRelationNamed(store: EvidenceStore, id: string): Promise<Named> {
  const relations = await store.studyRelations([id.slice(0, Math.max(0, id.indexOf('~')))]);
  const found = relations.find(
    ({ from, kind, to }) => linkKeys.studyRelation(from, kind, to) === id,
  );
  return found === undefined ? null : { kind: 'studyRelation', id, owner: found.from };
}

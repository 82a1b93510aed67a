import type { Citation, Contributor, Mention, StudyRelation } from '../document.generated.ts';
import {
  elementKey,
  namedBy,
  type Element,
  type Elements,
  type NodeKind,
  type Value,
  type Values,
} from '../elements.ts';
import { UnderpinError } from '../errors.ts';
import { linkKeys } from '../link-keys.ts';
import type { Edit, SetFields, TakeAway } from './edit.ts';
import { isSame } from './is-same.ts';

/** Ids of records by the ids whose place they take. */
export type NewIds = ReadonlyMap<string, string>;

/**
 * An element that names new ids in place of old ones, under the id that follows
 * from what it names.
 * @param fields the only fields that are meant, `owner` among them; all where left out.
 */
export function renamed(element: Element, ids: NewIds, fields?: readonly string[]): Element {
  const values: Record<string, Value> = { ...element.values };
  let { owner } = element;
  for (const { field, id } of namedBy(element)) {
    const newId = ids.get(id);
    if (newId === undefined || fields?.includes(field) === false) continue;
    if (field === 'owner') owner = newId;
    else if (field === 'contributors') values[field] = titlePage(element, ids);
    else values[field] = newId;
  }
  return keyed({ ...element, owner, values });
}

/** The people of a study, in the order of its title page. */
export function contributorsOf(values: Values): readonly Contributor[] {
  return (values['contributors'] ?? []) as unknown as readonly Contributor[];
}

/** People as a study's field. */
export function asField(contributors: readonly Contributor[]): Value {
  return contributors as unknown as Value;
}

/** A title page under new ids. Who stands there twice then keeps the first place, and what is printed. */
function titlePage({ values }: Element, ids: NewIds): Value {
  const people = new Map<string, Contributor>();
  for (const contributor of contributorsOf(values)) {
    const author = ids.get(contributor.author) ?? contributor.author;
    const key = `${author} ${contributor.role}`;
    people.set(key, { ...contributor, ...people.get(key), author });
  }
  return asField([...people.values()]);
}

/** An element under the id that follows from its ends, its citation or its place. */
export function keyed(element: Element): Element {
  const { kind, owner, values } = element;
  const word = (field: string): string => String(values[field]);
  switch (kind) {
    case 'citation': {
      const id = `${word('citing')}>${word('cited')}`;
      return { ...element, id, owner: id };
    }
    case 'mention':
      return { ...element, id: linkKeys.mention(owner, ordinalOf(element)) };
    case 'studyRelation': {
      const id = linkKeys.studyRelation(word('from'), word('kind'), word('to'));
      return { ...element, id, owner: word('from') };
    }
    default:
      return element;
  }
}

/** Which of the citing document's mentions a mention is. */
export function ordinalOf({ values: { at } }: Element): number {
  return typeof at === 'number' ? at : 0;
}

type Optional<Link, Required extends keyof Link> = Readonly<
  Record<Exclude<keyof Link, Required>, null>
>;

const BLANK_CITATION: Optional<Citation, 'id' | 'citing' | 'cited' | 'mentions'> = {
  stance: null,
  entries: null,
};

const BLANK_MENTION: Optional<Mention, 'at'> = {
  in: null,
  line: null,
  pages: null,
  section: null,
  footnote: null,
  form: null,
  printed: null,
  via: null,
  intent: null,
  resolution: null,
  note: null,
};

const BLANK_RELATION: Optional<StudyRelation, 'from' | 'to' | 'kind'> = {
  note: null,
  assessor: null,
};

const BLANK: Partial<Readonly<Record<Element['kind'], Readonly<Record<string, null>>>>> = {
  citation: BLANK_CITATION,
  mention: BLANK_MENTION,
  studyRelation: BLANK_RELATION,
};

/**
 * Makes an element, of these values only: what was once taken away under the same
 * computed id is still remembered, and must not shine through.
 */
export function made({ kind, id, owner, values }: Element): SetFields {
  return { kind, id, owner, set: { ...BLANK[kind], ...values } };
}

/** Makes one form of an element of another; nothing where they are the same. */
export function changed(before: Element, { kind, id, owner, values }: Element): Edit[] {
  const set: Record<string, Value | null> = {};
  for (const field of new Set([...Object.keys(before.values), ...Object.keys(values)])) {
    const value = values[field];
    if (!isSame(before.values[field], value)) set[field] = value ?? null;
  }
  return Object.keys(set).length === 0 ? [] : [{ kind, id, owner, set }];
}

/** Takes an element away; `into` leads from its old id to where it is found now. */
export function takenAway({ kind, id, owner }: Element, into?: string): TakeAway {
  return { kind, id, owner, isTakenAway: true, ...(into === undefined ? {} : { into }) };
}

/** Moves an element to the id that its new form has; `there` is what that id shows already. */
export function moved(before: Element, after: Element, there: Element | undefined): Edit[] {
  return [
    takenAway(before, after.id),
    ...(there === undefined ? [made(after)] : changed(there, after)),
  ];
}

/** Mentions, by the citation that they belong to. */
export function mentionsByCitation(elements: Elements): Map<string, Element[]> {
  const mentions = new Map<string, Element[]>();
  for (const element of elements.values()) {
    if (element.kind !== 'mention') continue;
    const others = mentions.get(element.owner);
    if (others === undefined) mentions.set(element.owner, [element]);
    else others.push(element);
  }
  return mentions;
}

/** @throws NOT_FOUND where no such element is shown. */
export function elementNamed(elements: Elements, kind: Element['kind'], id: string): Element {
  const element = elements.get(elementKey({ kind, id }));
  if (element === undefined)
    throw new UnderpinError('NOT_FOUND', `There is no ${inWords(kind)} “${id}”.`);
  return element;
}

/** What a person calls an element of this kind. */
export function inWords(kind: Element['kind'] | NodeKind): string {
  if (kind === 'item') return 'item of evidence';
  return kind === 'studyRelation' ? 'relation of studies' : kind;
}

/** The studies that a study is a part of, all the way up; itself not among them. */
export function volumesOf(elements: Elements, study: string): Set<string> {
  const volumes = new Set<string>();
  const above = (id: string): Value | undefined =>
    elements.get(elementKey({ kind: 'study', id }))?.values['partOf'];
  for (
    let volume = above(study);
    typeof volume === 'string' && !volumes.has(volume);
    volume = above(volume)
  )
    volumes.add(volume);
  return volumes;
}

/** Whether an element cannot do without one of these records. */
export function namesAny(element: Element, ids: NewIds): boolean {
  return namedBy(element).some(({ id }) => ids.has(id));
}

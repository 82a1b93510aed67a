import type { Contributor } from '../document.generated.ts';
import { missingFields, namedBy, type Element, type Elements, type Values } from '../elements.ts';
import { UnderpinError } from '../errors.ts';
import type { Edit } from './edit.ts';
import {
  asField,
  changed,
  contributorsOf,
  elementNamed,
  inWords,
  made,
  mentionsByCitation,
  moved,
  namesAny,
  renamed,
  volumesOf,
  type NewIds,
} from './rename.ts';

/** A record that is to be made: its id, given for the first time, and its fields. */
export interface NewRecord {
  readonly id: string;
  readonly values: Values;
}

/** Which of a study's belongings are another study's. */
export interface StudySplit {
  readonly study: string;
  /** The study that they belong to. */
  readonly as: NewRecord;
  /** Citations that the study makes or that cite it; what rests on them goes with them. */
  readonly citations: readonly string[];
  /** What the study says. */
  readonly assertions: readonly string[];
  /** Items that name the study as source, as place or as relay. */
  readonly items: readonly string[];
  /** Who of its title page stands on the other's instead. */
  readonly contributors?: readonly Pick<Contributor, 'author' | 'role'>[];
  /** Studies that are parts of the other. */
  readonly parts?: readonly string[];
  /** Relations to other studies, by their link keys. */
  readonly relations?: readonly string[];
  readonly judgements?: readonly string[];
}

export interface AuthorSplit {
  readonly author: string;
  /** Who wrote the studies. */
  readonly as: NewRecord;
  readonly studies: readonly string[];
}

/**
 * Makes two studies of one record that stands for two works. What is not named
 * stays with the first; citations take their mentions, and what rests on them, along.
 * @param elements what is shown now of: the study; every element that names it; every
 *   element that names a citation among those, its mentions included; whatever has
 *   the new id; and the volumes above the new study.
 * @throws NOT_FOUND where something that is named is not there.
 * @throws INVALID where it does not belong to the study, or the new id is in use.
 */
export function splitStudy(elements: Elements, split: StudySplit): Edit[] {
  const study = elementNamed(elements, 'study', split.study);
  refuseNewRecord(elements, 'study', split.as);
  refuseRing(elements, split);
  const ids = new Map([[study.id, split.as.id]]);
  const citations = belongings(elements, 'citation', split.citations, study.id);
  const newCitations = new Map(
    citations.map((citation) => [citation.id, renamed(citation, ids).id]),
  );
  return [
    ...splitTitlePage(study, split),
    ...citations.flatMap((citation) => moved(citation, renamed(citation, ids), undefined)),
    ...splitMentions(elements, citations, ids, newCitations),
    ...splitAssertions(elements, split, ids),
    ...splitItems(elements, split, ids, newCitations),
    ...splitJudgements(elements, split, ids, newCitations),
    ...belongings(elements, 'study', split.parts, study.id).flatMap((part) =>
      changed(part, renamed(part, ids)),
    ),
    ...belongings(elements, 'studyRelation', split.relations, study.id).flatMap((relation) =>
      moved(relation, renamed(relation, ids), undefined),
    ),
  ];
}

/**
 * Makes two authors of one record that stands for two: the new one takes the old
 * one's place, in every role, on the title pages that are named.
 * @param elements what is shown now of the author, of the studies, and of whatever has the new id.
 * @throws NOT_FOUND where something that is named is not there.
 * @throws INVALID where the author is not on a title page, or the new id is in use.
 */
export function splitAuthor(elements: Elements, split: AuthorSplit): Edit[] {
  const author = elementNamed(elements, 'author', split.author);
  refuseNewRecord(elements, 'author', split.as);
  const ids = new Map([[author.id, split.as.id]]);
  return [
    made({ kind: 'author', id: split.as.id, owner: split.as.id, values: split.as.values }),
    ...belongings(elements, 'study', split.studies, author.id, ['contributors']).flatMap((study) =>
      changed(study, renamed(study, ids)),
    ),
  ];
}

function refuseNewRecord(elements: Elements, kind: 'author' | 'study', as: NewRecord): void {
  for (const other of elements.values())
    if (other.id === as.id)
      throw new UnderpinError(
        'INVALID',
        `The id “${as.id}” is in use: give the new ${kind} another.`,
      );
  const [missing] = missingFields({ kind, id: as.id, owner: as.id, values: as.values });
  if (missing !== undefined)
    throw new UnderpinError('INVALID', `The new ${kind} “${as.id}” has no ${missing}: give one.`);
}

/** A study that is a part of its own part would be a part of itself. */
function refuseRing(elements: Elements, { as, parts = [] }: StudySplit): void {
  const { partOf } = as.values;
  if (typeof partOf !== 'string') return;
  const above = new Set([partOf, ...volumesOf(elements, partOf)]);
  const part = [as.id, ...parts].find((id) => above.has(id));
  if (part !== undefined)
    throw new UnderpinError(
      'INVALID',
      `“${as.id}” cannot be a part of “${partOf}” and contain “${part}”: leave one of them out.`,
    );
}

/**
 * The elements with these ids.
 * @param fields in which of its fields each has to name the record; any where left out.
 */
function belongings(
  elements: Elements,
  kind: Element['kind'],
  ids: readonly string[] = [],
  record: string,
  fields?: readonly string[],
): Element[] {
  return [...new Set(ids)].map((id) => {
    const element = elementNamed(elements, kind, id);
    const isMeant = namedBy(element).some(
      (named) => named.id === record && fields?.includes(named.field) !== false,
    );
    if (!isMeant) throw notOf(element, record);
    return element;
  });
}

/** The new study, and the old one without the people who go. */
function splitTitlePage(study: Element, { as, contributors = [] }: StudySplit): Edit[] {
  const keyOf = ({ author, role }: Pick<Contributor, 'author' | 'role'>): string =>
    `${author} ${role}`;
  const going = new Set(contributors.map(keyOf));
  const people = contributorsOf(study.values);
  const there = new Set(people.map(keyOf));
  for (const person of contributors)
    if (!there.has(keyOf(person)))
      throw new UnderpinError(
        'INVALID',
        `“${person.author}” is not ${person.role} of “${study.id}”: leave it out.`,
      );
  const named = new Set(contributorsOf(as.values).map(keyOf));
  const both = [
    ...contributorsOf(as.values),
    ...people.filter((person) => going.has(keyOf(person)) && !named.has(keyOf(person))),
  ];
  const staying = people.filter((person) => !going.has(keyOf(person)));
  return [
    made({ kind: 'study', id: as.id, owner: as.id, values: withTitlePage(as.values, both) }),
    ...changed(study, { ...study, values: withTitlePage(study.values, staying) }),
  ];
}

/** A title page that nobody is left on is not known, which is not the same as nobody. */
function withTitlePage(values: Values, people: readonly Contributor[]): Values {
  const { contributors: _contributors, ...rest } = values;
  return people.length === 0 ? rest : { ...rest, contributors: asField(people) };
}

/** Mentions follow their citation; so does a place that is named for the citing study. */
function splitMentions(
  elements: Elements,
  citations: readonly Element[],
  study: NewIds,
  newCitations: NewIds,
): Edit[] {
  const mentions = mentionsByCitation(elements);
  const ids = new Map([...study, ...newCitations]);
  return citations.flatMap(({ id, values: { citing } }) => {
    const fields = study.has(String(citing)) ? ['owner', 'in'] : ['owner'];
    return (mentions.get(id) ?? []).flatMap((mention) =>
      moved(mention, renamed(mention, ids, fields), undefined),
    );
  });
}

function splitAssertions(elements: Elements, split: StudySplit, ids: NewIds): Edit[] {
  const { assertions, study } = split;
  return belongings(elements, 'assertion', assertions, study, ['study']).flatMap((assertion) =>
    changed(assertion, renamed(assertion, ids, ['study', 'in'])),
  );
}

function splitItems(
  elements: Elements,
  split: StudySplit,
  study: NewIds,
  citations: NewIds,
): Edit[] {
  const listed = new Set(
    [...new Set(split.items)].map((id) => {
      const item = elementNamed(elements, 'item', id);
      if (!namesAny(item, study) && !namesAny(item, citations)) throw notOf(item, split.study);
      return item;
    }),
  );
  // The place is the line's, and the same for all of its items.
  const lines = new Set(
    [...listed].filter(({ values }) => study.has(String(values['in']))).map(lineOf),
  );
  return [...elements.values()].flatMap((item) => {
    if (item.kind !== 'item') return [];
    const rested = renamed(item, citations);
    const placed = lines.has(lineOf(item)) ? renamed(rested, study, ['in']) : rested;
    return changed(item, listed.has(item) ? renamed(placed, study) : placed);
  });
}

function lineOf({ owner, values }: Element): string {
  return `${owner} ${String(values['group'])}`;
}

/** Judgements of citations that move follow them. */
function splitJudgements(
  elements: Elements,
  split: StudySplit,
  study: NewIds,
  citations: NewIds,
): Edit[] {
  const listed = new Set(belongings(elements, 'judgement', split.judgements, split.study));
  return [...elements.values()].flatMap((judgement) => {
    if (judgement.kind !== 'judgement') return [];
    return changed(judgement, renamed(judgement, listed.has(judgement) ? study : citations));
  });
}

function notOf({ kind, id }: Element, record: string): UnderpinError {
  return new UnderpinError(
    'INVALID',
    `The ${inWords(kind)} “${id}” does not belong to “${record}”: leave it out.`,
  );
}

import { elementKey, type Element, type Elements, type Value, type Values } from '../elements.ts';
import { UnderpinError } from '../errors.ts';
import type { Edit } from './edit.ts';
import { isSame } from './is-same.ts';
import {
  changed,
  contributorsOf,
  elementNamed,
  keyed,
  mentionsByCitation,
  moved,
  namesAny,
  ordinalOf,
  renamed,
  takenAway,
  volumesOf,
  type NewIds,
} from './rename.ts';

/**
 * Makes one study of two that are the same work: everything that names `from`
 * names `into`, and `from` leads there. What `into` knows stays; what it does not
 * know is taken from `from`.
 * @param elements what is shown now of: both studies; the volumes above them; every
 *   element that names either of them; and every element that names a citation
 *   among those, its mentions included. Whatever is left out is overlooked, and
 *   what a citation or relation of `into` says already is then lost.
 * @throws NOT_FOUND where one of them is not there.
 * @throws INVALID where they are one study already, or one contains the other.
 * @throws CONFLICT where one cites the other.
 */
export function mergeStudies(elements: Elements, from: string, into: string): Edit[] {
  const [merged, kept] = pairOf(elements, 'study', from, into);
  refuseVolumes(elements, from, into);
  refuseCitations(elements, from, into);
  const citations = citationsOf(elements, from);
  const study = new Map([[from, into]]);
  const ids = new Map([
    ...study,
    ...citations.map((citation): [string, string] => [citation.id, renamed(citation, study).id]),
  ]);
  return [
    ...changed(kept, { ...kept, values: studyValues(kept.values, merged.values) }),
    ...citations.flatMap((citation) => mergedCitation(elements, renamed(citation, ids), citation)),
    ...mergedMentions(elements, ids),
    ...mergedRelations(elements, ids),
    ...namedAnew(elements, ids, new Set([merged, kept])),
    takenAway(merged, into),
  ];
}

/**
 * Makes one author of two that are the same: everything that names `from` names
 * `into`, and `from` leads there. The names of `from` become other names of `into`.
 * @param elements what is shown now of both authors, and of every element that names `from`.
 * @throws NOT_FOUND where one of them is not there.
 * @throws INVALID where they are one author already.
 * @throws CONFLICT where they have different ORCIDs.
 */
export function mergeAuthors(elements: Elements, from: string, into: string): Edit[] {
  const [merged, kept] = pairOf(elements, 'author', from, into);
  refuseOrcids(merged, kept);
  return [
    ...changed(kept, { ...kept, values: authorValues(kept, merged) }),
    ...namedAnew(elements, new Map([[from, into]]), new Set([merged, kept])),
    takenAway(merged, into),
  ];
}

function pairOf(
  elements: Elements,
  kind: 'author' | 'study',
  from: string,
  into: string,
): [Element, Element] {
  if (from === into)
    throw new UnderpinError(
      'INVALID',
      `The ${kind} “${from}” cannot be merged into itself: name two.`,
    );
  return [elementNamed(elements, kind, from), elementNamed(elements, kind, into)];
}

function refuseVolumes(elements: Elements, from: string, into: string): void {
  for (const [part, whole] of [
    [from, into],
    [into, from],
  ] as const)
    if (volumesOf(elements, part).has(whole))
      throw new UnderpinError(
        'INVALID',
        `“${whole}” contains “${part}”, so they are two works: correct what “${part}” is a part of first.`,
      );
}

function refuseCitations(elements: Elements, from: string, into: string): void {
  for (const { kind, id, values } of elements.values()) {
    if (kind !== 'citation') continue;
    const { citing, cited } = values;
    if ((citing === from && cited === into) || (citing === into && cited === from))
      throw new UnderpinError(
        'CONFLICT',
        `“${citing}” cites “${cited}”, so they are two works: remove the citation “${id}” first.`,
      );
  }
}

function refuseOrcids(merged: Element, kept: Element): void {
  const [theirs, ours] = [merged.values['orcid'], kept.values['orcid']];
  if (typeof theirs === 'string' && typeof ours === 'string' && bare(theirs) !== bare(ours))
    throw new UnderpinError(
      'CONFLICT',
      `“${merged.id}” has the ORCID ${theirs} and “${kept.id}” ${ours}, so they are two people: correct the wrong one first.`,
    );
}

/** An ORCID without the address of its register. */
function bare(orcid: string): string {
  return orcid.trim().replace(/^.*\//, '').toUpperCase();
}

/** From the least grave to the gravest. */
const STATUSES = ['current', 'corrected', 'concern', 'retracted'];

/** What is known of one study by two records. */
function studyValues(kept: Values, merged: Values): Values {
  const { contributors, status, evidence, evidenceGround, yearSuffix, ...rest } = merged;
  const values: Record<string, Value> = { ...rest, ...kept };
  const fill = (field: string, value: Value | undefined): void => {
    if (value !== undefined) values[field] ??= value;
  };
  if (contributorsOf(kept).length === 0 && contributors !== undefined)
    values['contributors'] = contributors;
  // That a work was retracted must not be lost, whichever record knows of it.
  if (status !== undefined && gravityOf(status) > gravityOf(kept['status']))
    values['status'] = status;
  if (evidence !== undefined && evidence !== 'unknown' && kept['evidence'] === 'unknown') {
    values['evidence'] = evidence;
    delete values['evidenceGround'];
  }
  // A ground is one of a role, and a letter tells works of one year apart.
  if (values['evidence'] === evidence) fill('evidenceGround', evidenceGround);
  if (values['year'] === merged['year']) fill('yearSuffix', yearSuffix);
  return values;
}

function gravityOf(status: Value | undefined): number {
  return typeof status === 'object' && 'value' in status
    ? STATUSES.indexOf(String(status.value))
    : -1;
}

function authorValues(
  { id, values: kept }: Element,
  { id: from, values: { name, aliases, successorOf, ...rest } }: Element,
): Values {
  const values: Record<string, Value> = { ...rest, ...kept };
  const names = new Set([...listOf(kept['aliases']), ...(name === undefined ? [] : [name])]);
  for (const alias of listOf(aliases)) names.add(alias);
  // Its own name is none of its other names.
  if (kept['name'] !== undefined) names.delete(kept['name']);
  if (names.size > 0) values['aliases'] = [...names];
  if (kept['successorOf'] === from) delete values['successorOf'];
  if (successorOf !== undefined && successorOf !== id) values['successorOf'] ??= successorOf;
  return values;
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

function citationsOf(elements: Elements, study: string): Element[] {
  return [...elements.values()].filter(
    ({ kind, values: { citing, cited } }) =>
      kind === 'citation' && (citing === study || cited === study),
  );
}

/** A citation between its new ends, joined with the one that is there already. */
function mergedCitation(elements: Elements, after: Element, before: Element): Edit[] {
  const there = elements.get(elementKey(after));
  return moved(
    before,
    there === undefined ? after : { ...there, values: citationValues(there.values, after.values) },
    there,
  );
}

function citationValues(kept: Values, merged: Values): Values {
  const values: Record<string, Value> = { ...merged, ...kept };
  const stance = jointStance(kept['stance'], merged['stance']);
  if (stance !== undefined) values['stance'] = stance;
  const entries = [...listOf(kept['entries'])];
  for (const entry of listOf(merged['entries']))
    if (!entries.some((other) => isSame(other, entry))) entries.push(entry);
  if (entries.length > 0) values['entries'] = entries;
  return values;
}

function jointStance(kept: Value | undefined, merged: Value | undefined): Value | undefined {
  const known = [kept, merged].filter((stance) => stance !== undefined && stance !== 'unknown');
  const [first, second = first] = known;
  if (first === undefined) return kept ?? merged;
  return first === second ? first : 'mixed';
}

/** The mentions of citations that move, each at its ordinal, or behind all others where that is taken. */
function mergedMentions(elements: Elements, ids: NewIds): Edit[] {
  const mentions = mentionsByCitation(elements);
  return [...ids].flatMap(([old, citation]) => {
    const moving = mentions.get(old) ?? [];
    const taken = new Set((mentions.get(citation) ?? []).map(ordinalOf));
    let last = Math.max(0, ...taken, ...moving.map(ordinalOf));
    return moving
      .toSorted((a, b) => ordinalOf(a) - ordinalOf(b))
      .flatMap((mention) => {
        const after = renamed(mention, ids);
        if (!taken.has(ordinalOf(mention))) return moved(mention, after, undefined);
        last += 1;
        return moved(
          mention,
          keyed({ ...after, values: { ...after.values, at: last } }),
          undefined,
        );
      });
  });
}

/** Relations of the merged study; what would relate a study to itself goes. */
function mergedRelations(elements: Elements, ids: NewIds): Edit[] {
  return [...elements.values()].flatMap((relation) => {
    if (relation.kind !== 'studyRelation' || !namesAny(relation, ids)) return [];
    const after = renamed(relation, ids);
    if (after.values['from'] === after.values['to']) return [takenAway(relation)];
    const there = elements.get(elementKey(after));
    return moved(
      relation,
      there === undefined
        ? after
        : { ...there, values: relationValues(there.values, after.values) },
      there,
    );
  });
}

/** A note comes with whoever wrote it, and never under another's name. */
function relationValues(kept: Values, merged: Values): Values {
  const { note, assessor } = kept;
  const isOthers = assessor !== undefined && assessor !== merged['assessor'];
  return note !== undefined || isOthers ? kept : { ...merged, ...kept };
}

/** Everything that stays under its own id and names the new ids in place of the old. */
function namedAnew(elements: Elements, ids: NewIds, except: ReadonlySet<Element>): Edit[] {
  return [...elements.values()].flatMap((element) => {
    const isMoved =
      element.kind === 'citation' ||
      element.kind === 'studyRelation' ||
      (element.kind === 'mention' && ids.has(element.owner));
    return isMoved || except.has(element) || !namesAny(element, ids)
      ? []
      : changed(element, renamed(element, ids));
  });
}

import { linkKeys } from '../link-keys.ts';
import { namedBy, type Element, type Value, type Values } from '../elements.ts';

/** Where records went that were merged into others: old id to new. */
export type Redirects = ReadonlyMap<string, string>;

/**
 * Links that name a merged record, as they name the one that it was merged into.
 * The merged record itself keeps its id: what a source says of it is remembered
 * with it, and shown nowhere.
 */
export function redirected(elements: readonly Element[], redirects: Redirects): Element[] {
  if (redirects.size === 0) return [...elements];
  return elements.map((element) =>
    namedBy(element).some(({ id }) => redirects.has(id)) && !redirects.has(element.id)
      ? renamed(element, redirects)
      : element,
  );
}

function renamed(element: Element, redirects: Redirects): Element {
  const owner = redirects.get(element.owner) ?? element.owner;
  const named = new Set(namedBy(element).map(({ field }) => field));
  const values = Object.fromEntries(
    Object.entries(element.values).map(([field, value]) => [
      field,
      named.has(field) ? renamedValue(value, redirects) : value,
    ]),
  );
  return { ...element, owner, values, id: linkId({ ...element, owner, values }) };
}

function renamedValue(value: Value, redirects: Redirects): Value {
  if (typeof value === 'string') return redirects.get(value) ?? value;
  // The title page: a list of who had which part.
  return Array.isArray(value)
    ? value.map((part: Values) => ({
        ...part,
        author: renamedValue(part['author'] ?? '', redirects),
      }))
    : value;
}

/** Links without an id of their own are called by their ends. */
function linkId({ kind, id, owner, values }: Element): string {
  const text = (field: string): string => String(values[field]);
  if (kind === 'mention') return linkKeys.mention(owner, Number(values['at']));
  if (kind === 'studyRelation')
    return linkKeys.studyRelation(text('from'), text('kind'), text('to'));
  return id;
}

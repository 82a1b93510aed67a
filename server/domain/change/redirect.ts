import { elementKey, namedBy, NODE_KINDS, type Element, type ElementKind } from '../elements.ts';
import { renamed } from './rename.ts';

/** Where elements went that were merged into others: old key to new id. */
export type Redirects = ReadonlyMap<string, string>;

/**
 * Links that name a merged record, as they name the one that it was merged into;
 * one that moved with it is known by where it went. The merged record itself keeps
 * its id: what a source says of it is remembered with it, and shown nowhere.
 */
export function redirected(elements: readonly Element[], redirects: Redirects): Element[] {
  if (redirects.size === 0) return [...elements];
  return elements.flatMap((element) => {
    if (element.id === element.owner && redirects.has(elementKey(element))) return [element];
    const moved = movedTo(element, redirects);
    return relatesToItself(moved) ? [] : [moved];
  });
}

function movedTo(element: Element, redirects: Redirects): Element {
  const ids = new Map(
    namedBy(element).flatMap(({ id, kind }) => {
      const kinds = kind === null ? NODE_KINDS : [kind];
      const into = kinds.flatMap((each) => redirects.get(elementKey({ kind: each, id })) ?? [])[0];
      return into === undefined ? [] : [[id, into] as const];
    }),
  );
  const into = redirects.get(elementKey(element));
  if (ids.size === 0 && into === undefined) return element;
  const moved = renamed(element, ids);
  if (into === undefined) return moved;
  const at =
    element.kind === 'mention' ? { at: Number(into.slice(into.lastIndexOf('@') + 1)) } : {};
  return {
    ...moved,
    id: into,
    owner: ownerOf(element.kind, into),
    values: { ...moved.values, ...at },
  };
}

/** The node that a link belongs to whose id is computed from it; else the id itself. */
export function ownerOf(kind: ElementKind, id: string): string {
  if (kind === 'mention') return id.slice(0, id.lastIndexOf('@'));
  if (kind === 'studyRelation') return id.slice(0, id.indexOf('~'));
  return id;
}

/** What related two records that are one now says nothing any longer. */
function relatesToItself({ kind, values }: Element): boolean {
  return kind === 'studyRelation' && values['from'] === values['to'];
}

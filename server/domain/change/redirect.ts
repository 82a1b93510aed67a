import { namedBy, type Element } from '../elements.ts';
import { renamed } from './rename.ts';

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

import { renamed } from '../../domain/change/rename.ts';
import { elementKey, type Element } from '../../domain/elements.ts';
import { isSame } from '../../domain/change/is-same.ts';

/**
 * Elements of a source under the ids that they have in the store. What becomes one
 * element says whatever either said; the first where both do.
 */
export function underIds(
  elements: readonly Element[],
  ids: ReadonlyMap<string, string>,
): Element[] {
  const all = new Map([...ids].filter(([id, into]) => id !== into));
  if (all.size === 0) return [...elements];
  for (const element of elements) {
    if (element.kind !== 'citation') continue;
    const { id } = renamed(element, all);
    if (id !== element.id) all.set(element.id, id);
  }
  const found = new Map<string, Element>();
  for (const element of elements) {
    const moved = moveTo(element, all);
    const key = elementKey(moved);
    const first = found.get(key);
    found.set(
      key,
      first === undefined ? moved : { ...first, values: { ...moved.values, ...first.values } },
    );
  }
  return [...found.values()];
}

function moveTo(element: Element, ids: ReadonlyMap<string, string>): Element {
  const named = renamed(element, ids);
  const isNode = element.id === element.owner && element.kind !== 'citation';
  const id = isNode ? ids.get(element.id) : undefined;
  const moved = id === undefined ? named : { ...named, id, owner: id };
  return isSame(moved, element) ? element : moved;
}

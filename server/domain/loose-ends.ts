import type { EvidenceDocument } from './document.generated.ts';
import { documentOf, elementKey, elementsOf, namedBy } from './elements.ts';

/**
 * A document without what names something that is not in it, and without what
 * names that. Nothing that was stored is so; but what was read page by page
 * while others wrote can be.
 */
export function withoutLooseEnds(document: EvidenceDocument): EvidenceDocument {
  const elements = elementsOf(document);
  for (let before = Infinity; elements.size < before;) {
    before = elements.size;
    for (const [key, element] of elements) {
      const isLoose = namedBy(element).some(
        ({ kind, id }) => kind !== null && !elements.has(elementKey({ kind, id })),
      );
      if (isLoose) elements.delete(key);
    }
  }
  return documentOf(elements.values());
}

import type { EvidenceDocument } from './document.generated.ts';
import { addRecords, documentOf, elementsOf, namedBy, type Element } from './elements.ts';
import { allAtOnce, type Steps } from './steps.ts';

/**
 * A document without what names something that is not in it, and without what
 * names that. Nothing that was stored is so; but what was read page by page
 * while others wrote can be.
 */
export function withoutLooseEnds(document: EvidenceDocument): EvidenceDocument {
  return allAtOnce(withoutLooseEndsInSteps(document));
}

/** As `withoutLooseEnds`, in steps that are short however large the document is. */
export function* withoutLooseEndsInSteps(document: EvidenceDocument): Steps<EvidenceDocument> {
  for (let before = document; ;) {
    const ids = idsIn(before);
    const isLoose = (element: Element): boolean =>
      namedBy(element).some(({ kind, id }) => kind !== null && !ids[kind].has(id));
    const after = documentOf([]);
    let isWhole = true;
    for (const page of pagesOf(before)) {
      const elements = elementsOf(page);
      for (const [key, element] of elements) {
        if (!isLoose(element)) continue;
        elements.delete(key);
        isWhole = false;
      }
      addRecords(documentOf(elements.values()), after);
      yield;
    }
    if (isWhole) return before;
    before = after;
  }
}

function idsIn({ authors, studies, citations, claims, judgements }: EvidenceDocument) {
  const idsOf = (records: readonly { readonly id: string }[]): Set<string> =>
    new Set(records.map(({ id }) => id));
  return {
    author: idsOf(authors),
    study: idsOf(studies),
    citation: idsOf(citations),
    claim: idsOf(claims),
    judgement: idsOf(judgements),
  };
}

/** Records of a page. */
const PAGE = 500;

function* pagesOf(document: EvidenceDocument): Generator<EvidenceDocument> {
  for (const [kind, records] of Object.entries(document))
    for (let start = 0; start < records.length; start += PAGE)
      yield { ...documentOf([]), [kind]: records.slice(start, start + PAGE) };
}

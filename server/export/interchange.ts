import type { EvidenceDocument } from '../domain/document.generated.ts';

/**
 * The interchange document as text, the same for the same content wherever it
 * was stored: records by id, two spaces of indent, a line end at the end.
 */
export function writeInterchange(document: EvidenceDocument): string {
  return `${JSON.stringify(inOrder(document), null, 2)}\n`;
}

/** Records in the order of their ids, by code unit: databases order strings each in their way. */
export function inOrder(document: EvidenceDocument): EvidenceDocument {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => compare(a.id, b.id));
  return {
    authors: byId(document.authors),
    studies: byId(document.studies),
    studyRelations: document.studyRelations.toSorted(
      (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind),
    ),
    citations: byId(document.citations).map((citation) => ({
      ...citation,
      mentions: citation.mentions.toSorted((a, b) => a.at - b.at),
    })),
    claims: byId(document.claims),
    relations: byId(document.relations),
    judgements: byId(document.judgements),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

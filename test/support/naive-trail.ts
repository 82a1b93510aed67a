import type { EvidenceDocument } from '../../server/domain/document.generated.ts';

/**
 * What a claim reaches, and in how many citations, by relaxing every edge of the
 * document until nothing changes: an oracle that shares no code with the domain.
 */
export function naiveReach(document: EvidenceDocument, root: string): Map<string, number> {
  const edges: (readonly [from: string, to: string, citations: number])[] = [];
  for (const { id, assertions, lines } of document.claims) {
    for (const { study } of assertions) edges.push([id, study, 0]);
    for (const { items } of lines)
      for (const { citation, study, claim, for: relayed } of items) {
        if (study !== undefined) edges.push([id, study, 0]);
        if (claim !== undefined) edges.push([id, claim, 0]);
        if (citation === undefined) continue;
        edges.push([id, citation, 0], [id, citation.split('>')[1] ?? '', 1]);
        if (relayed !== undefined) edges.push([id, relayed, 1]);
      }
  }
  for (const { from, to, type } of document.relations)
    if (type === 'RESTATES') edges.push([from, to, 0]);
  for (const { from, to, type } of document.relations)
    if (type === 'CONTRADICTS' || type === 'QUALIFIES') {
      if (from === root) edges.push([`${root} faces`, to, 0]);
      if (to === root) edges.push([`${root} faces`, from, 0]);
    }
  const isClaim = new Set(document.claims.map(({ id }) => id));
  const depths = new Map([[root, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [from, to, citations] of edges) {
      const depth = depths.get(from);
      if (depth === undefined || !isClaim.has(from)) continue;
      if (depth + citations < (depths.get(to) ?? Infinity)) {
        depths.set(to, depth + citations);
        changed = true;
      }
    }
  }
  // What faces the root is shown beside it and not walked into.
  for (const [from, to] of edges)
    if (from === `${root} faces` && !depths.has(to)) depths.set(to, 0);
  return depths;
}

import type { EvidenceDocument } from '../../server/domain/document.generated.ts';

/** A node, and for a citation the claim from which a path came to it. */
type Place = readonly [node: string, claim: string | null];

/**
 * All shortest paths by which one node rests on another, as ids, in their order: every
 * path of one link, of two, … until there is one. An oracle that shares no code with
 * the domain.
 */
export function naivePaths(
  document: EvidenceDocument,
  from: string,
  to: string,
  maxLength: number,
): string[][] {
  const links = linksOf(document, from);
  for (let length = 0; length <= maxLength; length += 1) {
    const known = new Map<string, string[][]>();
    const pathsOf = ([node, claim]: Place, left: number): string[][] => {
      if (left === 0) return node === to ? [[node]] : [];
      const key = JSON.stringify([node, claim, left]);
      const found =
        known.get(key) ??
        unique(
          links(node, claim).flatMap((next) =>
            pathsOf(next, left - 1).map((path) => [node, ...path]),
          ),
        );
      known.set(key, found);
      return found;
    };
    const paths = pathsOf([from, null], length);
    if (paths.length > 0) return paths.toSorted(compare);
  }
  return [];
}

function linksOf(
  { claims, studies, citations, relations }: EvidenceDocument,
  start: string,
): (node: string, claim: string | null) => Place[] {
  const supporting = (id: string) =>
    (claims.find((claim) => claim.id === id)?.lines ?? [])
      .filter(({ stance }) => stance === 'supports')
      .flatMap(({ items }) => items);
  return (node, from) => {
    if (citations.some(({ id }) => id === node)) {
      const resting = from === null ? claims.map(({ id }) => id) : [from];
      const relayed = resting.flatMap(supporting).filter(({ citation }) => citation === node);
      return [
        [node.split('>')[1] ?? '', null],
        ...relayed.flatMap((item): Place[] => (item.for === undefined ? [] : [[item.for, null]])),
      ];
    }
    if (studies.some(({ id }) => id === node))
      return claims
        .filter(({ assertions }) => assertions.some(({ study }) => study === node))
        .filter(() => node === start)
        .map(({ id }) => [id, null]);
    return [
      ...supporting(node).map(({ citation, study, claim }): Place =>
        citation === undefined ? [study ?? claim ?? '', null] : [citation, node],
      ),
      ...claims
        .filter(({ id }) => id === node)
        .flatMap(({ assertions }) => assertions.map(({ study }): Place => [study, null])),
      ...relations.flatMap(({ type, from: one, to: other }): Place[] => {
        if (type === 'RESTATES' && one === node) return [[other, null]];
        return type === 'SUPPORTS' && other === node ? [[one, null]] : [];
      }),
    ];
  };
}

function unique(paths: readonly string[][]): string[][] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((id, index) => id !== other[index]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

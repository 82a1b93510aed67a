import type { EvidenceDocument } from '../../server/domain/document.generated.ts';

/**
 * What stands beside each claim, study and citation, by looking at every record of the
 * document: an oracle that shares no code with the domain.
 */
export function naiveNeighbours(document: EvidenceDocument): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>();
  for (const { id } of [...document.claims, ...document.studies, ...document.citations])
    beside.set(id, new Set());
  const put = (one: string, other: string): void => {
    if (one !== other) beside.get(one)?.add(other);
  };
  const join = (one: string, other: string): void => {
    put(one, other);
    put(other, one);
  };
  const restingOn = new Map<string, string[]>();
  for (const { id, assertions, lines } of document.claims) {
    for (const { study } of assertions) join(id, study);
    for (const { citation, study, claim, for: relayed } of lines.flatMap(({ items }) => items)) {
      for (const other of [study, claim, relayed]) if (other !== undefined) join(id, other);
      if (citation === undefined) continue;
      restingOn.set(citation, [...(restingOn.get(citation) ?? []), id]);
      join(id, citation.split('>')[1] ?? '');
      put(citation, id);
      if (relayed !== undefined) put(citation, relayed);
    }
  }
  for (const { from, to } of document.relations) join(from, to);
  const claims = new Set(document.claims.map(({ id }) => id));
  const claimsBeside = new Map(
    [...beside].map(([id, others]) => [id, [...others].filter((other) => claims.has(other))]),
  );
  for (const { id, citing, cited } of document.citations) {
    put(id, citing);
    put(id, cited);
    const resting = restingOn.get(id) ?? [];
    for (const [one, other] of [
      [citing, cited],
      [cited, citing],
    ] as const)
      if (!claimsBeside.get(one)?.some((claim) => resting.includes(claim))) put(one, other);
  }
  return beside;
}

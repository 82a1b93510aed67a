import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { pathsOf, type SupportivePaths } from '../../support/measured.ts';
import { randomNetwork, turnedRound } from '../../support/random-networks.ts';

/** Every path walked, citation by citation. */
function enumerated(document: EvidenceDocument): SupportivePaths {
  const edges = document.citations.filter(
    ({ stance, citing, cited }) => stance === 'supports' && citing !== cited,
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return edges.some(({ citing, cited }) => citing === from && reaches(cited, to, seen));
  };
  const ring = edges.filter(({ citing, cited }) => reaches(cited, citing));
  const free = edges.filter((edge) => !ring.includes(edge));
  let outside = 0n;
  const walk = (at: string): void => {
    for (const { citing, cited } of free)
      if (citing === at) {
        outside += 1n;
        walk(cited);
      }
  };
  for (const { id } of document.studies) walk(id);
  return {
    count: ring.length === 0 ? outside : null,
    outside,
    ring: ring.map(({ id }) => id).toSorted(),
  };
}

test('The number of supportive paths is that of all paths walked one by one, in any order of the records', () => {
  fc.assert(
    fc.property(randomNetwork(), (document) => {
      expect(pathsOf(document)).toEqual(enumerated(document));
      expect(pathsOf(turnedRound(document))).toEqual(enumerated(document));
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutNetwork } from '../../../server/domain/citation-network.ts';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { countSupportivePaths } from '../../../server/domain/supportive-paths.ts';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';
import { randomNetwork, turnedRound } from '../../support/random-networks.ts';

interface Paths {
  readonly count: bigint | null;
  readonly outside: bigint;
  readonly ring: readonly string[];
}

function pathsOf(document: EvidenceDocument): Paths {
  const found = countSupportivePaths(layOutNetwork(buildEvidenceGraph(document)));
  return {
    count: found.count,
    outside: found.countOutsideRings,
    ring: found.ringCitations.map((each) => each.citation.id),
  };
}

/** Every path walked, citation by citation. */
function enumerated(document: EvidenceDocument): Paths {
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

const supports = (citing: string, cited: string) => ({
  ...citation(citing, cited),
  stance: 'supports' as const,
});

test('The number of supportive paths is that of all paths walked one by one, in any order of the records', () => {
  fc.assert(
    fc.property(randomNetwork(), (document) => {
      expect(pathsOf(document)).toEqual(enumerated(document));
      expect(pathsOf(turnedRound(document))).toEqual(enumerated(document));
    }),
    { numRuns: 500 },
  );
});

test('A diamond of four citations has six paths: each citation, and two of length two', () => {
  const studies = ['a', 'b', 'c', 'd'].map((id) => study(id));
  const citations = [
    supports('a', 'b'),
    supports('a', 'c'),
    supports('b', 'd'),
    supports('c', 'd'),
  ];
  expect(pathsOf(evidenceDocument({ studies, citations }))).toEqual({
    count: 6n,
    outside: 6n,
    ring: [],
  });
});

test('Where two studies cite each other there is no number; the paths outside and the ring are told', () => {
  const studies = ['a', 'b', 'c', 'd'].map((id) => study(id));
  const citations = [
    supports('a', 'b'),
    supports('b', 'a'),
    supports('b', 'c'),
    supports('c', 'd'),
  ];
  expect(pathsOf(evidenceDocument({ studies, citations }))).toEqual({
    count: null,
    // b>c, c>d and b>c>d.
    outside: 3n,
    ring: ['a>b', 'b>a'],
  });
});

test('The number is exact beyond what a floating-point number can tell: n studies that cite all before them have 2ⁿ − n − 1', () => {
  const ids = Array.from({ length: 70 }, (_each, at) => String(at).padStart(2, '0'));
  const document = evidenceDocument({
    studies: ids.map((id) => study(id)),
    citations: ids.flatMap((citing, at) =>
      ids.slice(0, at).map((cited) => supports(citing, cited)),
    ),
  });
  expect(pathsOf(document).count).toBe(2n ** 70n - 71n);
});

test('A chain of 20,000 citations is walked without running out of stack', () => {
  const ids = Array.from({ length: 20_001 }, (_each, at) => String(at));
  const document = evidenceDocument({
    studies: ids.map((id) => study(id)),
    citations: ids.slice(1).map((id, at) => supports(String(at), id)),
  });
  expect(pathsOf(document).count).toBe((20_000n * 20_001n) / 2n);
});

import { expect, test } from 'vitest';
import { citation, evidenceDocument, study } from '../../support/evidence.ts';
import { pathsOf } from '../../support/measured.ts';

const supports = (citing: string, cited: string) => ({
  ...citation(citing, cited),
  stance: 'supports' as const,
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

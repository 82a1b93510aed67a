import { describe, expect, test } from 'vitest';
import { ageAt, measureStudies } from '../../../../server/domain/clusters/study-measures.ts';
import { citationGraph } from '../../../support/clusters.ts';

function measured(text: string) {
  const graph = citationGraph(text);
  const found = measureStudies(graph);
  const byId = <Value>(values: ArrayLike<Value>): Record<string, Value | undefined> =>
    Object.fromEntries(graph.ids.map((id, number) => [id, values[number]]));
  const path = found.mainPath.map(({ studies, weight }) => [
    studies.map((number) => graph.ids[number]).join('+'),
    weight,
  ]);
  return { ...found, byId, path };
}

test('Citations are counted in and out, each pair once', () => {
  const { citationsIn, citationsOut, byId } = measured('a>b a>b c>b b>b');
  expect(byId(citationsIn)).toEqual({ a: 0, b: 2, c: 0 });
  expect(byId(citationsOut)).toEqual({ a: 1, b: 0, c: 1 });
});

test('An age is told at a year, and is not known where the year of publication is not', () => {
  expect([2015, 2030, null, undefined].map((year) => ageAt(2020, year))).toEqual([
    5,
    -10,
    null,
    null,
  ]);
});

describe('PageRank', () => {
  test('of a study that all cite is what the definition gives', () => {
    // x = rank of a leaf: 0.05 + 0.85 y / 3; y = 1 − 2x that of the one that both cite.
    const leaf = (0.05 + 0.85 / 3) / (1 + (0.85 * 2) / 3);
    const { pageRank, byId } = measured('a>c b>c');
    const found = byId(pageRank);
    expect(found['a']).toBeCloseTo(leaf, 9);
    expect(found['c']).toBeCloseTo(1 - 2 * leaf, 9);
  });

  test('is spread evenly where nothing is cited, and sums to 1', () => {
    expect(Array.from(measured('a b c d').pageRank)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(measured('').pageRank).toEqual(new Float64Array(0));
  });
});

describe('The main path', () => {
  test('leads through the citations by which most ways go', () => {
    // Two beginnings and two ends meet in the one citation d>c; x>a leads past it.
    const { path, mainPathStep, byId } = measured('c>a c>b d>c e>d f>d x>a');
    expect(path).toEqual([
      ['a', 2n],
      ['c', 4n],
      ['d', 2n],
      ['e', null],
    ]);
    expect(byId(mainPathStep)).toEqual({ a: 0, b: -1, c: 1, d: 2, e: 3, f: -1, x: -1 });
  });

  test('takes studies that cite each other in a ring as one, whatever their years', () => {
    const { path } = measured('b>c c>b c>a d>b a:2010 b:2001 c:1999 d:1990');
    expect(path).toEqual([
      ['a', 1n],
      ['b+c', 1n],
      ['d', null],
    ]);
  });

  test('is of the smallest ids where several are as heavy', () => {
    expect(measured('d>a d>b d>c f>e').path.map(([studies]) => studies)).toEqual(['a', 'd']);
  });

  test('is empty where nothing is cited but within a ring', () => {
    expect(measured('a b>c c>b').path).toEqual([]);
    expect(measured('').path).toEqual([]);
  });

  test('has exact weights beyond what a number holds', () => {
    const layers = 100;
    const citations = Array.from({ length: layers }, (_, layer) =>
      [`a${layer}`, `b${layer}`].flatMap((cited) => [
        `a${layer + 1}>${cited}`,
        `b${layer + 1}>${cited}`,
      ]),
    );
    // Of the 2 to the power of 101 ways each citation is on a quarter.
    expect(measured(citations.flat().join(' ')).path[0]?.[1]).toBe(2n ** 99n);
  });

  test('is given up where the numbers are beyond any real network', () => {
    const layered = Array.from({ length: 4200 }, (_, at) =>
      ['a', 'b'].flatMap((x) => ['a', 'b'].map((y) => `${x}${at + 1}>${y}${at}`)),
    );
    expect(() => measured(layered.flat().join(' '))).toThrow(/Too many ways/u);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph, type EvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { withdraw } from '../../../server/domain/falls.ts';
import {
  walkNeighbourhood,
  type NeighbourhoodOptions,
} from '../../../server/domain/neighbourhood.ts';
import { findAuthors } from '../../../server/domain/neighbours.ts';
import { shortestPaths } from '../../../server/domain/paths.ts';
import { computeStandings } from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import type { TrailGraph, TrailThing } from '../../../server/domain/trail-graph.ts';
import { AS_IT_STANDS } from '../../../server/domain/withdrawal.ts';
import { naiveNeighbours } from '../../support/naive-neighbours.ts';
import { naivePaths } from '../../support/naive-paths.ts';
import { randomEvidence } from '../../support/random-evidence.ts';

/** Every node of a graph but its authors. */
function thingsOf({ claims, studies, citations }: EvidenceGraph): Map<string, TrailThing> {
  return new Map<string, TrailThing>([
    ...[...claims].map(([id, claim]) => [id, { kind: 'CLAIM', claim }] as const),
    ...[...studies].map(([id, study]) => [id, { kind: 'STUDY', study }] as const),
    ...[...citations].map(([id, citation]) => [id, { kind: 'CITATION', citation }] as const),
  ]);
}

type Look = (id: string, options?: Partial<NeighbourhoodOptions>) => TrailGraph;

function looker(document: EvidenceDocument): { graph: EvidenceGraph; ids: string[]; look: Look } {
  const graph = buildEvidenceGraph(document);
  const things = thingsOf(graph);
  const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
  return {
    graph,
    ids: [...things.keys()],
    look: (id, options = {}) => {
      const root = things.get(id);
      if (root === undefined) throw new Error(`There is no ${id}.`);
      return walkNeighbourhood(root, {
        depth: 1,
        kinds: new Set(['CLAIM', 'STUDY', 'CITATION']),
        first: 100,
        without: new Set(),
        standings,
        authors: findAuthors(graph),
        size: 2000,
        ...options,
      });
    },
  };
}

/** The cards of a neighbourhood beside its root, in their order. */
const cards = ({ root, steps }: TrailGraph): string[] =>
  steps.filter(({ id, kind }) => id !== root && kind !== 'CITATION').map(({ id }) => id);

describe('a neighbourhood of a random graph', () => {
  test('is what every record of the document says', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const { ids, look } = looker(document);
        const beside = naiveNeighbours(document);
        for (const id of ids) expect(new Set(cards(look(id)))).toEqual(beside.get(id));
      }),
      { numRuns: 500 },
    );
  });

  test('joins every neighbour with its root, and has each edge once, between nodes that are there', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const { ids, look } = looker(document);
        for (const id of ids) {
          const { steps, edges } = look(id);
          const known = new Set(steps.map((step) => step.id));
          expect(known.size).toBe(steps.length);
          expect(new Set(edges.map((edge) => edge.id)).size).toBe(edges.length);
          const joined = new Set([id]);
          for (let times = 0; times < 3; times += 1)
            for (const { source, target } of edges) {
              expect(known).toContain(source);
              expect(known).toContain(target);
              if (joined.has(source)) joined.add(target);
              if (joined.has(target)) joined.add(source);
            }
          expect(joined).toEqual(known);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives the first of the order, counts the others, and leaves out what is drawn', () => {
    fc.assert(
      fc.property(randomEvidence(), fc.integer({ min: 1, max: 4 }), (document, first) => {
        const { ids, look } = looker(document);
        for (const id of ids) {
          const all = cards(look(id));
          const some = look(id, { first });
          expect(cards(some)).toEqual(all.slice(0, first));
          const beyond = all.length - first;
          expect(some.frontier.filter(({ node }) => node === id)).toEqual(
            beyond > 0 ? [{ node: id, count: beyond, reason: 'SIZE' }] : [],
          );
          const others = look(id, { without: new Set(all.slice(0, first)) });
          expect(cards(others)).toEqual(all.slice(first));
          expect(others.frontier.filter(({ node }) => node === id)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('two steps deep is the neighbours of the neighbours, and says how many are beyond', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const { ids, look } = looker(document);
        const beside = naiveNeighbours(document);
        for (const id of ids) {
          const found = look(id, { depth: 2 });
          const near = beside.get(id) ?? new Set();
          const far = new Set([...near].flatMap((other) => [...(beside.get(other) ?? [])]));
          const expected = new Set([...near, ...far].filter((other) => other !== id));
          expect(new Set(cards(found))).toEqual(expected);
          for (const card of cards(found)) {
            const beyond = [...(beside.get(card) ?? [])].filter(
              (other) => other !== id && !expected.has(other),
            ).length;
            expect(found.frontier.find(({ node }) => node === card)).toEqual(
              beyond === 0 ? undefined : { node: card, count: beyond, reason: 'DEPTH' },
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is the same whatever the order of the records', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const { ids, look } = looker(document);
        const turned = looker({
          ...document,
          studies: document.studies.toReversed(),
          citations: document.citations.toReversed(),
          claims: document.claims.toReversed(),
          relations: document.relations.toReversed(),
        });
        const drawn = ({ steps, edges }: TrailGraph): string[] =>
          [...steps, ...edges].map(({ id }) => id);
        for (const id of ids) {
          const options = { first: 2, depth: 2 };
          expect(drawn(turned.look(id, options))).toEqual(drawn(look(id, options)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of a study has the claims that fall with it before all others', () => {
    fc.assert(
      fc.property(randomEvidence(), (document) => {
        const { graph, look } = looker(document);
        const standings = computeStandings(layOutSupport(graph), AS_IT_STANDS);
        for (const [id, study] of graph.studies) {
          const fallen = new Set(
            withdraw(standings, [study]).fallen.map(({ claim }) => claim.claim.id),
          );
          const falls = cards(look(id)).map((card) => fallen.has(card));
          expect(falls).toEqual(falls.toSorted((a, b) => Number(b) - Number(a)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('The paths of a random graph are all the shortest, in the order of their ids', () => {
  let found = 0;
  fc.assert(
    fc.property(randomEvidence(), fc.integer({ min: 1, max: 7 }), (document, maxLength) => {
      const things = thingsOf(buildEvidenceGraph(document));
      for (const [from, start] of things)
        for (const [to, end] of things) {
          const paths = shortestPaths(start, end, { maxLength, most: 10 });
          const expected = naivePaths(document, from, to, maxLength).slice(0, 10);
          found += expected.length;
          expect(paths.map(({ steps }) => steps.map(({ id }) => id))).toEqual(
            expected.map((path) => [...new Set(path)]),
          );
          for (const { steps, edges, root } of paths) {
            expect(root).toBe(from);
            const known = new Set(steps.map(({ id }) => id));
            for (const { source, target } of edges)
              expect(known.has(source) && known.has(target)).toBe(true);
          }
        }
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(1000);
});

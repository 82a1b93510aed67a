import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import { shortestPaths } from '../../../server/domain/paths.ts';
import type { TrailGraph, TrailThing } from '../../../server/domain/trail-graph.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { clique, diamond, ring } from '../../support/shapes.ts';

function paths(
  document: EvidenceDocument,
  [from, to]: readonly [string, string],
  maxLength = 64,
): TrailGraph[] {
  const graph = buildEvidenceGraph(document);
  const thing = (id: string): TrailThing => {
    const [node, paper, link] = [
      graph.claims.get(id),
      graph.studies.get(id),
      graph.citations.get(id),
    ];
    if (node !== undefined) return { kind: 'CLAIM', claim: node };
    if (paper !== undefined) return { kind: 'STUDY', study: paper };
    if (link !== undefined) return { kind: 'CITATION', citation: link };
    throw new Error(`There is no ${id}.`);
  };
  return shortestPaths(thing(from), thing(to), { maxLength, most: 10 });
}

const nodes = ({ steps }: TrailGraph): string[] => steps.map(({ id }) => id);

describe('a path', () => {
  test('leads over citations to what is relayed, each step as deep as it is in citations', () => {
    const [path, ...others] = paths(ring(4), ['o0', 'o2']);
    expect(others).toEqual([]);
    expect(path?.steps.map(({ id, depth }) => [id, depth])).toEqual([
      ['o0', 0],
      ['d-o0>d-o1', 0],
      ['o1', 1],
      ['d-o1>d-o2', 1],
      ['o2', 2],
    ]);
    expect(path?.edges.map(({ type }) => type)).toEqual(['RESTS_ON', 'FOR', 'RESTS_ON', 'FOR']);
  });

  test('is given at most ten times, the first of 1,024 by their ids', () => {
    const found = paths(diamond(10), ['top0', 'top10']);
    expect(found).toHaveLength(10);
    const names = found.map((path) => nodes(path).join(' '));
    expect(names).toEqual(names.toSorted());
    expect(names[0]).not.toContain('right');
    expect(names[1]).toContain('right9');
  });

  test('is no longer than it may be', () => {
    expect(paths(ring(4), ['o0', 'o2'], 3)).toEqual([]);
    expect(paths(ring(4), ['o0', 'o2'], 4)).toHaveLength(1);
  });

  test('is only the shortest', () => {
    const found = paths(clique(6), ['k0', 'k3']);
    expect(found.map(nodes)).toEqual([['k0', 'd-k0>d-k3', 'k3']]);
  });

  test('from a node to itself is that node', () => {
    expect(paths(ring(3), ['o1', 'o1']).map(nodes)).toEqual([['o1']]);
  });

  test('ends with a study, and begins with what a study says', () => {
    expect(paths(ring(3), ['d-o0', 'd-o1']).map(nodes)).toEqual([
      ['d-o0', 'o0', 'd-o0>d-o1', 'd-o1'],
    ]);
    const document = evidenceDocument({
      studies: [study('s')],
      claims: ['b', 'c'].map((id) =>
        claim(id, { assertions: [{ id: `says-${id}`, study: 's', role: 'asserts' }] }),
      ),
    });
    expect(paths(document, ['b', 's']).map(nodes)).toEqual([['b', 's']]);
    expect(paths(document, ['b', 'c'])).toEqual([]);
  });

  test('follows an item’s own `for`, and nothing that only mentions or contradicts', () => {
    const item = (id: string, relayed: string) => ({ id, citation: 'd>s', for: relayed });
    const document = evidenceDocument({
      studies: [study('d'), study('s')],
      citations: [citation('d', 's')],
      claims: [
        claim('b', { lines: [{ stance: 'supports', items: [item('i', 'x')] }] }),
        claim('c', { lines: [{ stance: 'supports', items: [item('j', 'y'), item('k', 'x')] }] }),
        claim('e', { lines: [{ stance: 'contradicts', items: [item('l', 'x')] }] }),
        claim('x'),
        claim('y'),
      ],
    });
    expect(paths(document, ['b', 'y'])).toEqual([]);
    expect(paths(document, ['e', 'x'])).toEqual([]);
    const [path] = paths(document, ['c', 'x']);
    expect(path?.edges.map(({ id }) => id)).toEqual(['k', 'd>s~for~x']);
    expect(paths(document, ['c', 's'])[0]?.edges.map(({ id }) => id)).toEqual([
      'j',
      'k',
      'd>s~cites',
    ]);
  });
});

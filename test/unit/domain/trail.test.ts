import { describe, expect, test } from 'vitest';
import type { EvidenceDocument, Stance } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import type { TrailGraph } from '../../../server/domain/trail-graph.ts';
import { walkTrail } from '../../../server/domain/trail.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';
import { diamond, ring } from '../../support/shapes.ts';

const ALL: readonly Stance[] = ['supports', 'contradicts', 'qualifies', 'mentions'];

function trail(
  document: EvidenceDocument,
  root: string,
  options: Partial<{
    depth: number;
    stances: readonly Stance[];
    size: number;
    agreement: boolean;
  }> = {},
): TrailGraph {
  const node = buildEvidenceGraph(document).claims.get(root);
  if (node === undefined) throw new Error(`There is no claim ${root}.`);
  return walkTrail(node, {
    depth: options.depth ?? 64,
    stances: new Set(options.stances ?? ALL),
    countAgreement: options.agreement ?? false,
    size: options.size ?? 2000,
  });
}

const ids = ({ steps }: TrailGraph): string[] => steps.map(({ id }) => id).toSorted();

describe('a trail', () => {
  test('at a depth holds what that depth reaches, and says where it stops', () => {
    const shallow = trail(diamond(3), 'top0', { depth: 1 });
    expect(Math.max(...shallow.steps.map(({ depth }) => depth))).toBe(1);
    expect(shallow.frontier).toEqual([
      { node: 'left0', count: 1, reason: 'DEPTH' },
      { node: 'right0', count: 1, reason: 'DEPTH' },
    ]);
    const left = shallow.steps.find(({ id }) => id === 'left0');
    expect(left?.hidden).toEqual({ in: 0, out: 1 });
  });

  test('as large as one answer may be says that there is more', () => {
    const { steps, frontier } = trail(diamond(30), 'top0', { size: 20 });
    expect(steps.length).toBeLessThanOrEqual(20);
    expect(frontier.map(({ reason }) => reason)).toContain('SIZE');
  });

  test('of a ring comes back to its root without an end', () => {
    expect(ids(trail(ring(3), 'o0'))).toContain('o2');
    expect(trail(ring(3), 'o0').edges.some(({ target }) => target === 'o0')).toBe(true);
  });

  test('follows only the stances that are asked for', () => {
    const document = evidenceDocument({
      studies: ['d', 's', 't'].map((id) => study(id)),
      citations: [citation('d', 's'), citation('d', 't')],
      claims: [
        claim('c', {
          assertions: [{ id: 'a', study: 'd', role: 'asserts' }],
          lines: [
            { stance: 'supports', items: [{ id: 'i', citation: 'd>s' }] },
            { stance: 'contradicts', items: [{ id: 'j', citation: 'd>t' }] },
          ],
        }),
        claim('against'),
      ],
      relations: [{ id: 'r', from: 'against', to: 'c', type: 'CONTRADICTS' }],
    });
    expect(ids(trail(document, 'c', { stances: ['supports'] }))).toEqual(['c', 'd', 'd>s', 's']);
    expect(ids(trail(document, 'c', { stances: ['contradicts'] }))).toEqual([
      'against',
      'c',
      'd>t',
      't',
    ]);
  });

  test('shows what agrees only where agreement counts', () => {
    const document = evidenceDocument({
      claims: [claim('c'), claim('friend')],
      relations: [{ id: 'r', from: 'friend', to: 'c', type: 'SUPPORTS' }],
    });
    expect(ids(trail(document, 'c'))).toEqual(['c']);
    expect(ids(trail(document, 'c', { agreement: true }))).toEqual(['c', 'friend']);
  });
});

import { describe, expect, test } from 'vitest';
import type { Claim, EvidenceDocument } from '../../../server/domain/document.generated.ts';
import { buildEvidenceGraph } from '../../../server/domain/evidence-graph.ts';
import {
  walkNeighbourhood,
  type NeighbourhoodOptions,
} from '../../../server/domain/neighbourhood.ts';
import { findAuthors } from '../../../server/domain/neighbours.ts';
import { computeStandings } from '../../../server/domain/standing.ts';
import { layOutSupport } from '../../../server/domain/support.ts';
import type { TrailGraph, TrailThing } from '../../../server/domain/trail-graph.ts';
import { conditionsOf } from '../../../server/domain/withdrawal.ts';
import { citation, claim, evidenceDocument, study } from '../../support/evidence.ts';

type Asked = Partial<
  Omit<NeighbourhoodOptions, 'kinds' | 'without'> & {
    kinds: readonly TrailThing['kind'][];
    without: readonly string[];
    withdrawn: readonly string[];
  }
>;

function look(document: EvidenceDocument, id: string, asked: Asked = {}): TrailGraph {
  const { kinds = ['CLAIM', 'STUDY', 'CITATION'], without = [], withdrawn = [], ...rest } = asked;
  const graph = buildEvidenceGraph(document);
  const [node, paper, link] = [
    graph.claims.get(id),
    graph.studies.get(id),
    graph.citations.get(id),
  ];
  const authors = findAuthors(graph);
  const root: TrailThing | undefined =
    (node && { kind: 'CLAIM', claim: node }) ??
    (paper && { kind: 'STUDY', study: paper }) ??
    (link && { kind: 'CITATION', citation: link }) ??
    authors.get(id);
  if (root === undefined) throw new Error(`There is no ${id}.`);
  const studies = withdrawn.flatMap((each) => graph.studies.get(each) ?? []);
  return walkNeighbourhood(root, {
    depth: 1,
    kinds: new Set(kinds),
    first: 12,
    without: new Set(without),
    standings: computeStandings(layOutSupport(graph), conditionsOf(graph, studies)),
    authors,
    size: 2000,
    ...rest,
  });
}

const nodes = ({ steps }: TrailGraph): string[] => steps.map(({ id }) => id);
const edges = (graph: TrailGraph): string[] =>
  graph.edges.map(({ type, source, target }) => `${source} ${type} ${target}`).toSorted();

/** A claim of `study` that relays another through a citation. */
const relaying = (id: string, citing: string, cited: string, of: string): Claim =>
  claim(id, {
    assertions: [{ id: `${id}:says`, study: citing, role: 'asserts' }],
    lines: [
      { stance: 'supports', items: [{ id: `${id}:on`, citation: `${citing}>${cited}`, for: of }] },
    ],
  });

/** A source with data, a review that relays it, and a leaflet that only lists it. */
const library = evidenceDocument({
  authors: [{ id: 'ann', name: 'Ann', kind: 'person' }],
  studies: [
    study('source', { contributors: [{ author: 'ann', role: 'author' }] }),
    study('review', { evidence: 'secondary' }),
    study('leaflet', { evidence: 'opinion' }),
  ],
  citations: [citation('review', 'source'), citation('leaflet', 'source')],
  claims: [
    claim('found', { assertions: [{ id: 'a', study: 'source', role: 'asserts' }] }),
    relaying('relayed', 'review', 'source', 'found'),
  ],
});

describe('a neighbourhood', () => {
  test('of a study is what it says, what rests on it, and who only cites it', () => {
    const found = look(library, 'source');
    expect(nodes(found)).toEqual([
      'source',
      'found',
      'relayed',
      'review>source',
      'leaflet',
      'leaflet>source',
    ]);
    expect(edges(found)).toEqual([
      'leaflet MAKES leaflet>source',
      'leaflet>source CITES source',
      'relayed RESTS_ON review>source',
      'review>source CITES source',
      'review>source FOR found',
      'source ASSERTS found',
    ]);
    expect(found.frontier).toEqual([{ node: 'relayed', count: 1, reason: 'DEPTH' }]);
  });

  test('of a claim is who says it, what it cites, and what it relays, by the same citation', () => {
    const found = look(library, 'relayed');
    expect(nodes(found)).toEqual(['relayed', 'source', 'review>source', 'found', 'review']);
    expect(edges(found)).toContain('review ASSERTS relayed');
    expect(edges(found)).not.toContain('review MAKES review>source');
  });

  test('of a claim looks up, too: what relays it is beside it', () => {
    expect(nodes(look(library, 'found'))).toEqual(['found', 'source', 'relayed', 'review>source']);
  });

  test('of a citation has its two studies first', () => {
    expect(nodes(look(library, 'review>source', { first: 2 }))).toEqual([
      'review>source',
      'source',
      'review',
    ]);
    expect(nodes(look(library, 'review>source')).slice(3)).toEqual(['relayed', 'found']);
  });

  test('of an author is the studies, and authors are beside a study only where they are wanted', () => {
    const found = look(library, 'ann');
    expect(edges(found)).toEqual(['ann AUTHORED source']);
    expect(nodes(look(library, 'source', { kinds: ['AUTHOR'] }))).toEqual(['source', 'ann']);
  });

  test('has only the kinds that are wanted; citations alone are cards themselves', () => {
    expect(nodes(look(library, 'source', { kinds: ['CLAIM'] }))).toEqual([
      'source',
      'found',
      'relayed',
    ]);
    expect(nodes(look(library, 'source', { kinds: ['STUDY', 'CITATION'] }))).toEqual([
      'source',
      'review',
      'review>source',
      'leaflet',
      'leaflet>source',
    ]);
    const citations = look(library, 'source', { kinds: ['CITATION'], first: 1 });
    expect(nodes(citations)).toEqual(['source', 'review>source']);
    expect(citations.frontier).toEqual([{ node: 'source', count: 1, reason: 'SIZE' }]);
  });

  test('joins what it gives with what is drawn already, and counts that nowhere', () => {
    const found = look(library, 'source', { without: ['found', 'leaflet'] });
    expect(nodes(found)).toEqual(['source', 'relayed', 'review>source']);
    expect(edges(found)).toContain('review>source FOR found');
    expect(edges(found)).toContain('source ASSERTS found');
    expect(found.steps[0]?.hidden).toEqual({ in: 1, out: 0 });
  });

  test('two steps deep goes on from each neighbour, and says how far it is', () => {
    const found = look(library, 'found', { depth: 2 });
    expect(found.steps.map(({ id, depth }) => [id, depth])).toEqual([
      ['found', 0],
      ['source', 1],
      ['relayed', 1],
      ['review>source', 1],
      ['leaflet', 2],
      ['leaflet>source', 2],
      ['review', 2],
    ]);
    expect(found.frontier).toEqual([]);
  });

  test('as large as one answer may be says how many are beyond', () => {
    const found = look(library, 'source', { size: 4 });
    expect(nodes(found)).toEqual(['source', 'found', 'relayed', 'review>source']);
    expect(found.frontier[0]).toEqual({ node: 'source', count: 1, reason: 'SIZE' });
  });
});

describe('neighbours are in order', () => {
  const line = (id: string, rest: object, stance: 'supports' | 'contradicts' = 'supports') =>
    ({ stance, items: [{ id, ...rest }] }) as Claim['lines'][number];

  test('beside a claim: by what holds it, what may, what stands against it, then others', () => {
    const document = evidenceDocument({
      studies: [
        study('z-data'),
        study('y-unknown', { evidence: 'unknown' }),
        study('b-argument', { evidence: 'opinion' }),
        study('against'),
        study('home', { evidence: 'secondary' }),
      ],
      citations: ['z-data', 'y-unknown', 'b-argument', 'against'].map((of) => citation('home', of)),
      claims: [
        claim('c', {
          assertions: [{ id: 'says', study: 'home', role: 'asserts' }],
          lines: [
            line('i', { citation: 'home>b-argument' }),
            line('j', { citation: 'home>y-unknown' }),
            line('k', { citation: 'home>z-data' }),
            line('l', { citation: 'home>against' }, 'contradicts'),
          ],
        }),
        claim('a-rests', { lines: [line('m', { claim: 'c' })] }),
        claim('contrary', { assertions: [{ id: 'n', study: 'against', role: 'asserts' }] }),
        claim('idle'),
      ],
      relations: [
        { id: 'r', from: 'contrary', to: 'c', type: 'CONTRADICTS' },
        { id: 's', from: 'idle', to: 'c', type: 'QUALIFIES' },
      ],
    });
    const cards = (graph: TrailGraph): string[] => nodes(graph).filter((id) => !id.includes('>'));
    expect(cards(look(document, 'c'))).toEqual([
      'c',
      'z-data',
      'y-unknown',
      'against',
      'contrary',
      'b-argument',
      'home',
      'a-rests',
      'idle',
    ]);
    // What is withdrawn holds nothing any longer.
    expect(cards(look(document, 'c', { withdrawn: ['z-data'] })).slice(0, 3)).toEqual([
      'c',
      'y-unknown',
      'against',
    ]);
  });

  test('beside a study: by what falls with it, what is grounded without it, then others', () => {
    const says = (id: string, by: string) => ({ id, study: by, role: 'asserts' as const });
    const document = evidenceDocument({
      studies: [study('hub'), study('other'), study('talk', { evidence: 'opinion' })],
      claims: [
        claim('idle', { assertions: [{ id: 'p', study: 'hub', role: 'reports' }] }),
        claim('held-twice', { assertions: [says('q', 'hub'), says('r', 'other')] }),
        claim('z-rested-on', { assertions: [says('s', 'hub')] }),
        claim('falls', { assertions: [says('t', 'hub')] }),
        claim('above', {
          assertions: [says('u', 'talk')],
          lines: [line('v', { claim: 'z-rested-on' })],
        }),
      ],
    });
    expect(nodes(look(document, 'hub'))).toEqual([
      'hub',
      'z-rested-on',
      'falls',
      'held-twice',
      'idle',
    ]);
  });
});

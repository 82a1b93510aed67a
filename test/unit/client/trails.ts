import type { TrailAnswer, TrailEdge, TrailNode } from '../../../client/trail/picture.ts';

const BARE = {
  year: null,
  evidence: null,
  status: null,
  standing: null,
  standingBefore: null,
  contested: null,
  withdrawn: null,
  depth: 0,
  hidden: { in: 0, out: 0 },
} as const;

/** A claim of a trail, said by a study at a line. */
export function claim(id: string, by = 'A', line = 1): TrailNode {
  return {
    ...BARE,
    id,
    kind: 'CLAIM',
    label: `Claim ${id}`,
    shortLabel: id,
    standing: 'UNRESOLVED',
    contested: false,
    node: {
      __typename: 'Claim',
      id,
      assertions: [
        {
          id: `${id}-a`,
          role: 'asserts',
          study: { id: by, shortLabel: by },
          place: { text: `document 000, line ${line}` },
        },
      ],
    },
  };
}

/** A study of a trail. */
export function study(id: string, year: number | null = null): TrailNode {
  const node = { __typename: 'Study', id, type: 'report' } as const;
  return { ...BARE, id, kind: 'STUDY', label: id, shortLabel: id, year, evidence: 'primary', node };
}

/** A citation of a trail, by its id `citing>cited`. */
export function citation(id: string): TrailNode {
  const [citing = '', cited = ''] = id.split('>');
  return {
    ...BARE,
    id,
    kind: 'CITATION',
    label: `${citing} cites ${cited}`,
    shortLabel: id,
    node: {
      __typename: 'Citation',
      id,
      citing: { id: citing, shortLabel: citing },
      cited: { id: cited, shortLabel: cited },
    },
  };
}

/** An edge, with what else is to be said of it. */
export function edge(
  source: string,
  type: TrailEdge['type'],
  target: string,
  more: Partial<TrailEdge> = {},
): TrailEdge {
  return {
    id: `${source} ${type} ${target}`,
    source,
    target,
    type,
    stance: type === 'RESTS_ON' ? 'supports' : null,
    group: null,
    needs: null,
    locator: null,
    for: null,
    basis: null,
    verdict: null,
    via: null,
    void: null,
    role: type === 'ASSERTS' ? 'asserts' : null,
    isLine: type === 'ASSERTS' ? false : null,
    shift: null,
    ...more,
  };
}

/** A trail whose root is its first node. */
export function trail(nodes: readonly TrailNode[], edges: readonly TrailEdge[]): TrailAnswer {
  return { root: nodes[0]?.id ?? '', revision: '1', nodes, edges, frontier: [] };
}

/** A blog relays a newspaper that relays a report that has searched the literature itself. */
export const RELAY = trail(
  [
    claim('c1', 'blog', 5),
    study('blog'),
    citation('blog>newspaper'),
    study('newspaper'),
    claim('c2', 'newspaper', 5),
    citation('newspaper>report'),
    study('report', 2015),
    claim('c3', 'report', 6),
  ],
  [
    edge('blog', 'ASSERTS', 'c1', { role: 'reports' }),
    edge('c1', 'RESTS_ON', 'blog>newspaper', {
      locator: 'document 000, line 5',
      group: 'c1-l1',
      for: 'c2',
    }),
    edge('blog>newspaper', 'CITES', 'newspaper'),
    edge('blog>newspaper', 'FOR', 'c2'),
    edge('newspaper', 'ASSERTS', 'c2', { role: 'reports' }),
    edge('c2', 'RESTS_ON', 'newspaper>report', { locator: 'document 000, line 6', for: 'c3' }),
    edge('newspaper>report', 'CITES', 'report'),
    edge('newspaper>report', 'FOR', 'c3'),
    edge('report', 'ASSERTS', 'c3', {
      basis: 'search',
      isLine: true,
      locator: 'document 000, line 7',
    }),
  ],
);

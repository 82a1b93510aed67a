import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import { hostOver, type TestHost } from '../support/host.ts';
import { hub } from '../support/hub.ts';
import { ask, refusal, serveForTheseTests } from '../support/program.ts';
import { fill } from '../support/store.ts';

interface Node {
  readonly id: string;
  readonly kind: 'CLAIM' | 'CITATION' | 'STUDY' | 'AUTHOR';
  readonly depth: number;
  readonly label: string;
  readonly shortLabel: string;
  readonly standing: string | null;
  readonly standingBefore: string | null;
  readonly withdrawn: boolean | null;
  readonly hidden: { readonly in: number; readonly out: number };
  readonly node: { readonly __typename: string; readonly id: string };
}
interface Trail {
  readonly root: string;
  readonly revision: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly type: string;
    readonly locator: string | null;
  }[];
  readonly frontier: readonly { node: string; count: number; reason: string }[];
}
const FIELDS = `{
  root revision
  nodes {
    id kind depth label shortLabel standing standingBefore withdrawn hidden { in out }
    node { __typename id }
  }
  edges { id source target type locator }
  frontier { node count reason }
}`;
const AROUND = (given: string): string =>
  `query ($id: ID!, $without: [ID!]) { neighbourhood(id: $id, without: $without ${given}) ${FIELDS} }`;

const cards = ({ root, nodes }: Trail): string[] =>
  nodes.filter(({ id, kind }) => id !== root && kind !== 'CITATION').map(({ id }) => id);
const at = ({ nodes }: Trail, id: string): Node | undefined => nodes.find((node) => node.id === id);

describe('on a hub of 500 neighbours', () => {
  let host: TestHost;
  beforeAll(async () => {
    const store = await openCypherStore(await openEmbedded(null));
    await fill(store, hub());
    host = await hostOver(store);
  });
  afterAll(() => host.close());

  const around = async (given = '', without: readonly string[] = []): Promise<Trail> =>
    (await host.ask<{ neighbourhood: Trail }>(AROUND(given), { id: 'hub', without })).neighbourhood;

  test('12 are given, those that fall with it, and 488 are beyond', async () => {
    const found = await around();
    expect(found.root).toBe('hub');
    expect(cards(found)).toHaveLength(12);
    expect(cards(found).filter((id) => !id.startsWith('hangs'))).toEqual([]);
    expect(found.frontier[0]).toEqual({ node: 'hub', count: 488, reason: 'SIZE' });
    // Each with the citation by which it rests on the study.
    expect(found.nodes).toHaveLength(25);
    const [first = ''] = cards(found);
    expect(found.edges.map(({ source, type, target }) => [source, type, target])).toEqual(
      expect.arrayContaining([
        [first, 'RESTS_ON', `d-${first}>hub`],
        [`d-${first}>hub`, 'CITES', 'hub'],
      ]),
    );
  });

  test('what is drawn already is neither given nor counted: page by page it is all of them', async () => {
    const drawn: string[] = [];
    for (let beyond = 500; beyond > 0;) {
      const found = await around(', first: 100', drawn);
      expect(cards(found).filter((id) => drawn.includes(id))).toEqual([]);
      drawn.push(...cards(found));
      beyond = found.frontier.find(({ node }) => node === 'hub')?.count ?? 0;
      expect(beyond).toBe(500 - drawn.length);
    }
    expect(new Set(drawn).size).toBe(500);
    const order = drawn.map((id) => ['hangs', 'stands', 'lists'].indexOf(id.replace(/\d+$/, '')));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('what is withdrawn shows in every standing, before and after', async () => {
    const found = await around(', first: 100, withdrawn: ["hub"]');
    expect(at(found, 'hub')?.withdrawn).toBe(true);
    const hanging = await around('', cards(found));
    expect(found.frontier.find(({ node }) => node === 'hub')?.count).toBe(400);
    expect(hanging.frontier[0]?.count).toBe(388);
    // Nothing falls with what counts for nothing already: the grounded come first.
    expect(at(found, 'stands0')).toMatchObject({
      standing: 'GROUNDED',
      standingBefore: 'GROUNDED',
    });
    expect(cards(found).filter((id) => !id.startsWith('stands'))).toEqual([]);
    const fallen = await host.ask<{ neighbourhood: Trail }>(AROUND(', withdrawn: ["hub"]'), {
      id: 'd-hangs0>hub',
    });
    expect(at(fallen.neighbourhood, 'hangs0')).toMatchObject({
      standing: 'UNSUPPORTED',
      standingBefore: 'GROUNDED',
    });
  });

  test('as of a year before the claims, none of them stands', async () => {
    const found = await around(', asOf: 2007');
    const claims = found.nodes.filter(({ kind }) => kind === 'CLAIM');
    expect(claims.map(({ standing }) => standing)).toEqual(claims.map(() => 'UNSUPPORTED'));
    expect(claims.map(({ standingBefore }) => standingBefore)).toEqual(
      claims.map(() => 'GROUNDED'),
    );
    expect(cards(found)).toHaveLength(12);
  });

  test('authors are there where they are wanted, with their names', async () => {
    const found = await around(', kinds: [AUTHOR]');
    expect(found.nodes.map(({ id, kind, label, node }) => [id, kind, label, node])).toEqual([
      ['hub', 'STUDY', 'Study hub', { __typename: 'Study', id: 'hub' }],
      ['writer', 'AUTHOR', 'Writer, W.', { __typename: 'Author', id: 'writer' }],
    ]);
    expect(found.edges.map(({ source, type, target }) => [source, type, target])).toEqual([
      ['writer', 'AUTHORED', 'hub'],
    ]);
  });

  test('two steps deep says of each neighbour what is beyond', async () => {
    const found = await around(', depth: 2, first: 2');
    expect(found.nodes.filter(({ depth, kind }) => depth === 2 && kind === 'STUDY')).toHaveLength(
      2,
    );
    expect(found.frontier).toContainEqual({ node: 'hub', count: 498, reason: 'SIZE' });
  });

  test('what was merged into another is found by its old id', async () => {
    const { revision } = await around();
    await host.ask(
      `mutation ($revision: String!) {
        mergeAuthors(from: "same-writer", into: "writer", change: { revision: $revision }) { isApplied }
      }`,
      { revision },
    );
    const { neighbourhood, path } = await host.ask<{ neighbourhood: Trail; path: Trail[] }>(
      `{ neighbourhood(id: "same-writer") ${FIELDS}
         path(from: "same-writer", to: "writer") ${FIELDS} }`,
    );
    expect(neighbourhood.nodes.map(({ id }) => id)).toEqual(['writer', 'hub']);
    expect(path.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([['writer']]);
  });

  test('a question for too much is TOO_COSTLY before it is looked at', async () => {
    const { errors } = await host.query(
      `{ neighbourhood(id: "hub", first: 100) { nodes { node { ... on Study {
        claims(first: 100) { nodes { assertions { study { claims(first: 100) { nodes { id } } } } } }
      } } } } }`,
    );
    expect(errors?.[0]?.extensions['code']).toBe('TOO_COSTLY');
  });
});

describe('on the corpus', () => {
  const server = serveForTheseTests();
  /** The claim of the blog post that there is no robust evidence for collaboration. */
  let claim: string;
  const BLOG = 'd000-schools-improvement-blog';

  beforeAll(async () => {
    interface Found {
      study: { claims: { nodes: { id: string; text: string }[] } };
    }
    const { study } = await ask<Found>(
      server.address,
      `{ study(id: "${BLOG}") { claims(first: 100) { nodes { id text } } } }`,
    );
    claim = study.claims.nodes.find(({ text }) => /robust evidence/i.test(text))?.id ?? 'not found';
  });

  const around = async (id: string, given = ''): Promise<Trail> =>
    (await ask<{ neighbourhood: Trail }>(server.address, AROUND(given), { id })).neighbourhood;
  const pathsOf = async (from: string, to: string, given = ''): Promise<readonly Trail[]> => {
    const text = `query ($from: ID!, $to: ID!) { path(from: $from, to: $to ${given}) ${FIELDS} }`;
    return (await ask<{ path: Trail[] }>(server.address, text, { from, to })).path;
  };

  test('a claim of the blog post has beside it who says it and what it relays', async () => {
    const found = await around(claim);
    expect(found.nodes[0]).toMatchObject({ id: claim, depth: 0, kind: 'CLAIM' });
    expect(cards(found)).toContain(BLOG);
    const relayed = found.edges.find(({ type }) => type === 'FOR')?.target ?? '';
    expect(at(found, relayed)).toMatchObject({ depth: 1, kind: 'CLAIM', standing: 'GROUNDED' });
    const upward = await around(relayed);
    expect(cards(upward)).toContain(claim);
    expect(found.edges.find(({ type }) => type === 'RESTS_ON')?.locator).toMatch(
      /^document 000, line \d+$/,
    );
  });

  test('every node can be gone on from, and its edges are between nodes that are there', async () => {
    const { nodes } = await around(claim, ', depth: 2, kinds: [CLAIM, STUDY, CITATION, AUTHOR]');
    expect(new Set(nodes.map(({ kind }) => kind)).size).toBe(4);
    for (const { id, kind } of nodes) {
      const found = await around(id);
      const known = new Set(found.nodes.map((node) => node.id));
      expect(found.nodes[0]).toMatchObject({ id, kind });
      for (const { source, target } of found.edges)
        expect(known.has(source) && known.has(target)).toBe(true);
      for (const each of found.nodes) expect(each.node.id).toBe(each.id);
    }
  });

  test('a path leads from the blog post over the newspaper to the report', async () => {
    const trail = await around(claim, ', depth: 64, first: 100, kinds: [CLAIM]');
    const newspaper = (await around(claim)).edges.find(({ type }) => type === 'FOR')?.target ?? '';
    const last = (await around(newspaper)).edges.find(
      ({ type, target }) => type === 'FOR' && target !== newspaper,
    )?.target;
    expect(trail.nodes.map(({ id }) => id)).toContain(last);
    const [path, ...others] = await pathsOf(claim, last ?? '');
    expect(others).toEqual([]);
    expect(path?.root).toBe(claim);
    expect(path?.nodes.map(({ kind, depth }) => [kind, depth])).toEqual([
      ['CLAIM', 0],
      ['CITATION', 0],
      ['CLAIM', 1],
      ['CITATION', 1],
      ['CLAIM', 2],
    ]);
    expect(path?.edges.map(({ type }) => type)).toEqual(['RESTS_ON', 'FOR', 'RESTS_ON', 'FOR']);
    expect(path?.frontier).toEqual([]);
    expect(await pathsOf(claim, last ?? '', ', maxLength: 3')).toEqual([]);
    expect(await pathsOf(last ?? '', claim)).toEqual([]);
    const [said] = await pathsOf(BLOG, claim);
    expect(said?.nodes.map(({ id }) => id)).toEqual([BLOG, claim]);
  });

  test('both fields, and whatever may be asked of them, say what they are', async () => {
    interface Described {
      readonly name: string;
      readonly description: string | null;
    }
    const { __type: type } = await ask<{
      __type: { fields: (Described & { args: Described[] })[] };
    }>(
      server.address,
      '{ __type(name: "Query") { fields { name description args { name description } } } }',
    );
    const fields = type.fields.filter(({ name }) => name === 'neighbourhood' || name === 'path');
    const said = fields.flatMap((field) => [field, ...field.args]);
    expect(said).toHaveLength(13);
    expect(said.filter(({ description }) => description === null)).toEqual([]);
  });

  test('an id that is not there is NOT_FOUND', async () => {
    for (const text of [
      '{ neighbourhood(id: "no-such-thing") { root } }',
      `{ path(from: "no-such-thing", to: "${BLOG}") { root } }`,
      `{ path(from: "${BLOG}", to: "no-such-thing") { root } }`,
    ])
      expect(await refusal(server.address, text)).toMatchObject({
        code: 'NOT_FOUND',
        message: 'There is nothing with the id “no-such-thing”.',
      });
    const withdrawn = `{ neighbourhood(id: "${BLOG}", withdrawn: ["no-such-study"]) { root } }`;
    expect(await refusal(server.address, withdrawn)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a number out of bounds is INVALID', async () => {
    const wrong: readonly [string, string][] = [
      ['first: 0', 'first is 0: it should be from 1 to 100.'],
      ['first: 101', 'first is 101: it should be from 1 to 100.'],
      ['depth: 0', 'depth is 0: it should be from 1 to 64.'],
      ['depth: 65', 'depth is 65: it should be from 1 to 64.'],
    ];
    for (const [given, message] of wrong)
      expect(
        await refusal(server.address, `{ neighbourhood(id: "${BLOG}", ${given}) { root } }`),
      ).toMatchObject({ code: 'INVALID', message, path: ['neighbourhood'] });
    for (const length of [0, 65, -1])
      expect(
        await refusal(
          server.address,
          `{ path(from: "${BLOG}", to: "${BLOG}", maxLength: ${length}) { root } }`,
        ),
      ).toMatchObject({
        code: 'INVALID',
        message: `maxLength is ${length}: it should be from 1 to 64.`,
      });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { ask, refusal, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();
/** The claim of the blog post that there is no robust evidence for collaboration. */
let claim: string;

const BLOG = 'd000-schools-improvement-blog';

beforeAll(async () => {
  interface Found {
    search: { edges: { node: { id: string; assertions: { study: { id: string } }[] } }[] };
  }
  const { search } = await ask<Found>(
    server.address,
    `{ search(text: "no robust evidence collaboration", kinds: [CLAIM]) {
      edges { node { ... on Claim { id assertions { study { id } } } } }
    } }`,
  );
  const said = search.edges.find(({ node }) => node.assertions.some((by) => by.study.id === BLOG));
  claim = said?.node.id ?? 'not found';
});

interface Node {
  readonly id: string;
  readonly kind: 'CLAIM' | 'CITATION' | 'STUDY';
  readonly depth: number;
  readonly standing: string | null;
  readonly standingBefore: string | null;
  readonly withdrawn: boolean | null;
  readonly label: string;
}
interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly locator: string | null;
  readonly void: boolean | null;
}
interface Trail {
  readonly root: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly frontier: readonly { node: string; count: number; reason: string }[];
  readonly revision: string;
}

const FIELDS = `{
  root revision
  nodes { id kind depth standing standingBefore withdrawn label }
  edges { id source target type locator void }
  frontier { node count reason }
}`;

async function trail(given = '', id = claim): Promise<Trail> {
  const found = await ask<{ claim: { trail: Trail } }>(
    server.address,
    `query ($id: ID!) { claim(id: $id) { trail ${given} ${FIELDS} } }`,
    { id },
  );
  return found.claim.trail;
}

const refused = (given: string) =>
  refusal(server.address, `query ($id: ID!) { claim(id: $id) { trail(${given}) { root } } }`, {
    id: claim,
  });

const node = (found: Trail, id: string): Node | undefined =>
  found.nodes.find((each) => each.id === id);

/** The end of a chain: the claims and citations from the blog post to the report. */
async function chain(): Promise<{ claims: string[]; citations: string[]; edges: Edge[] }> {
  const { edges } = await trail();
  const claims = [claim];
  const citations: string[] = [];
  const walked: Edge[] = [];
  const follow = (source: string, type: string): string | undefined => {
    const edge = edges.find((each) => each.source === source && each.type === type);
    if (edge !== undefined) walked.push(edge);
    return edge?.target;
  };
  for (let at: string | undefined = claim; ;) {
    const cited: string | undefined = follow(at, 'RESTS_ON');
    if (cited === undefined) return { claims, citations, edges: walked };
    citations.push(cited);
    at = follow(cited, 'FOR');
    if (at === undefined) return { claims, citations, edges: walked };
    claims.push(at);
  }
}

describe('the trail of the claim that there is no robust evidence', () => {
  test('leads from the blog post over the newspaper to the report, each step with its line', async () => {
    const found = await trail();
    const { claims, citations, edges } = await chain();
    expect(found.root).toBe(claim);
    expect(claims).toHaveLength(3);
    expect(citations).toHaveLength(2);
    const cites = citations.map(
      (id) => found.edges.find((edge) => edge.source === id && edge.type === 'CITES')?.target,
    );
    expect(cites.map((id) => node(found, id ?? '')?.label)).toEqual([
      expect.stringMatching(/collaboration/i),
      expect.stringMatching(/collaborative overreach/i),
    ]);
    const corpus = await readSeed('seed/corpus');
    const lines = new Map(
      corpus.claims.flatMap((each) =>
        [...each.assertions, ...each.lines.flatMap(({ items }) => items)].map(
          ({ id, line }) => [id, line] as const,
        ),
      ),
    );
    const rests = edges.filter(({ type }) => type === 'RESTS_ON');
    const asserts = found.edges.filter(
      ({ type, target }) => type === 'ASSERTS' && claims.includes(target),
    );
    expect(rests).toHaveLength(2);
    expect(new Set(asserts.map(({ target }) => target))).toEqual(new Set(claims));
    for (const { id, locator } of [...rests, ...asserts]) {
      expect(locator).toMatch(/^document 000, line \d+$/);
      expect(locator).toBe(`document 000, line ${lines.get(id)}`);
    }
  });

  test('says how deep each step is, in citations', async () => {
    const found = await trail();
    const { claims, citations } = await chain();
    expect(claims.map((id) => node(found, id)?.depth)).toEqual([0, 1, 2]);
    expect(citations.map((id) => node(found, id)?.depth)).toEqual([0, 1]);
  });

  test('holds both ends of every edge, and nothing twice', async () => {
    const { nodes, edges } = await trail();
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.size).toBe(nodes.length);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
    for (const { source, target } of edges) {
      expect(ids).toContain(source);
      expect(ids).toContain(target);
    }
  });

  test('says of the standings what each claim says of itself', async () => {
    const { nodes } = await trail();
    const claims = nodes.filter(({ kind }) => kind === 'CLAIM');
    for (const { id, standing, standingBefore } of claims) {
      const found = await ask(server.address, `{ claim(id: "${id}") { standing } }`);
      expect(found).toEqual({ claim: { standing } });
      expect(standingBefore).toBe(standing);
    }
    const others = nodes.filter(({ kind }) => kind !== 'CLAIM');
    expect(new Set(others.map(({ standing }) => standing))).toEqual(new Set([null]));
  });

  test('of depth 0 stops at the claim, and says that there is more', async () => {
    const { nodes, frontier } = await trail('(depth: 0)');
    expect(nodes.filter(({ kind }) => kind !== 'STUDY')).toEqual([
      expect.objectContaining({ id: claim, depth: 0 }),
    ]);
    expect(frontier).toEqual([{ node: claim, count: 1, reason: 'DEPTH' }]);
  });

  test('of depth 1 ends at the newspaper’s claim', async () => {
    const { nodes, frontier } = await trail('(depth: 1)');
    const { claims } = await chain();
    expect(nodes.filter(({ kind }) => kind === 'CLAIM').map(({ id }) => id)).toContain(claims[1]);
    expect(nodes.map(({ id }) => id)).not.toContain(claims[2]);
    expect(frontier).toContainEqual({ node: claims[1], count: 1, reason: 'DEPTH' });
  });

  test('of depth 64 is whole; of 65 or less than none INVALID', async () => {
    expect((await trail('(depth: 64)')).frontier).toEqual([]);
    for (const depth of [65, -1, 1_000_000])
      expect(await refused(`depth: ${depth}`)).toMatchObject({
        code: 'INVALID',
        message: `depth is ${depth}: it should be from 0 to 64.`,
        path: ['claim', 'trail'],
      });
  });

  test('follows only the stances that it is asked for', async () => {
    const { edges } = await trail('(stances: [contradicts])');
    expect(edges.filter(({ type, source }) => type === 'RESTS_ON' && source === claim)).toEqual([]);
    const types = (await trail('(stances: [supports])')).edges.map(({ type }) => type);
    expect(types).toContain('RESTS_ON');
  });
});

describe('what falls', () => {
  test('with the report is every claim of the chain; what stood before is kept', async () => {
    const { claims, citations } = await chain();
    const before = await trail();
    const report = before.edges.find(
      ({ source, type }) => source === citations[1] && type === 'CITES',
    )?.target;
    const after = await trail(`(withdrawn: ["${report}"])`);
    for (const id of claims) {
      expect(node(before, id)?.standing).toBe('GROUNDED');
      expect(node(after, id)).toMatchObject({
        standing: 'UNSUPPORTED',
        standingBefore: 'GROUNDED',
      });
    }
    expect(node(after, report ?? '')?.withdrawn).toBe(true);
    expect(after.edges.filter((edge) => edge.void === true).map(({ target }) => target)).toContain(
      citations[1],
    );
    expect(before.edges.filter((edge) => edge.void === true)).toEqual([]);
    expect(node(await trail(), claim)?.standing).toBe('GROUNDED');
  });

  test('with a study that is not there is NOT_FOUND, and so is it with what is no study', async () => {
    expect(await refused('withdrawn: ["no-such-study"]')).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no study “no-such-study”.',
      path: ['claim', 'trail'],
    });
    expect(await refused(`withdrawn: ["${claim}"]`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(node(await trail('(withdrawn: [])'), claim)?.standing).toBe('GROUNDED');
  });

  test('as of a year before anything was published is everything', async () => {
    const early = await trail('(asOf: 1900)');
    expect(node(early, claim)).toMatchObject({
      standing: 'UNSUPPORTED',
      standingBefore: 'GROUNDED',
    });
    expect(early.nodes.map(({ id }) => id)).toEqual((await trail()).nodes.map(({ id }) => id));
    expect(node(await trail('(asOf: 2999)'), claim)?.standing).not.toBe('UNSUPPORTED');
  });
});

test('a trail of a claim that is not there is null, as the claim is', async () => {
  expect(await ask(server.address, '{ claim(id: "no-such-claim") { trail { root } } }')).toEqual({
    claim: null,
  });
});

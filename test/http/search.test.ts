import { describe, expect, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { ask, refusal, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();
const corpus = await readSeed('seed/corpus');

interface Found {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly score: number;
    readonly node: { readonly __typename: string; readonly id: string; readonly text?: string };
  }[];
}

async function find(text: string, more = ''): Promise<Found> {
  const { search } = await ask<{ search: Found }>(
    server.address,
    `query ($text: String!) {
      search(text: $text ${more}) {
        totalCount edges { score node { __typename id ... on Claim { text } } }
      }
    }`,
    { text },
  );
  return search;
}

describe('a search', () => {
  test('finds the claim about robust evidence first, the best first of all', async () => {
    const { totalCount, edges } = await find('robust evidence collaboration');
    expect(edges[0]?.node.text).toMatch(/robust evidence.*collaboration/);
    const scores = edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(edges).toHaveLength(20);
    expect(totalCount).toBeGreaterThan(20);
  });

  test('finds an author by name and a study by its title, alone or among all', async () => {
    const author = corpus.authors[0];
    const study = corpus.studies.find(({ title }) => title !== undefined);
    const ids = async (text: string, more: string): Promise<string[]> =>
      (await find(text, more)).edges.map(({ node }) => node.id);
    expect(await ids(author?.name ?? '', 'kinds: [AUTHOR]')).toContain(author?.id);
    expect(await ids(study?.title ?? '', 'kinds: [STUDY]')).toContain(study?.id);
    expect(await ids(study?.title ?? '', 'first: 100')).toContain(study?.id);
  });

  test('gives the kinds that it is asked for and no others', async () => {
    for (const [kind, name] of [
      ['CLAIM', 'Claim'],
      ['STUDY', 'Study'],
    ]) {
      const { edges } = await find('schools', `kinds: [${kind}], first: 100`);
      expect(new Set(edges.map(({ node }) => node.__typename))).toEqual(new Set([name]));
    }
  });

  test('gives as many as it is asked for, and still counts all', async () => {
    const all = await find('schools', 'first: 100');
    const some = await find('schools', 'first: 3');
    expect(some.totalCount).toBe(all.totalCount);
    expect(some.edges).toEqual(all.edges.slice(0, 3));
    expect((await find('schools', 'first: 0')).edges).toEqual([]);
  });

  test('of what is no word finds nothing, and fails at nothing', async () => {
    for (const text of ['', '   ', '"', '&& (', '[* *]', '\\', 'qqqqzzzz', '💥'])
      expect(await find(text)).toEqual({ totalCount: 0, edges: [] });
  });

  test('is for 0 to 100 finds', async () => {
    for (const first of [101, -1])
      expect(
        await refusal(server.address, `{ search(text: "x", first: ${first}) { totalCount } }`),
      ).toMatchObject({ code: 'INVALID', path: ['search'] });
  });
});

describe('the statistics', () => {
  test('count what the corpus holds, and the standings add up to the claims', async () => {
    const { statistics } = await ask<{
      statistics: Record<string, number> & { standings: Record<string, number> };
    }>(
      server.address,
      `{ statistics {
        authors studies citations mentions claims
        standings { grounded unresolved ungrounded unsupported }
      } }`,
    );
    const { standings, ...counts } = statistics;
    expect(counts).toEqual({
      authors: corpus.authors.length,
      studies: corpus.studies.length,
      citations: corpus.citations.length,
      mentions: corpus.citations.reduce((sum, { mentions }) => sum + mentions.length, 0),
      claims: corpus.claims.length,
    });
    expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(
      corpus.claims.length,
    );
    expect(standings['grounded']).toBeGreaterThan(0);
  });

  test('agree with the standing that each claim says of itself', async () => {
    const standings: string[] = [];
    let after: string | null = null;
    do {
      interface Page {
        claims: {
          nodes: { standing: string; reach: { standing: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }
      const { claims }: Page = await ask<Page>(
        server.address,
        `query ($after: String) {
          claims(first: 100, after: $after) {
            nodes { standing reach { standing } } pageInfo { hasNextPage endCursor }
          }
        }`,
        { after },
      );
      for (const { standing, reach } of claims.nodes) expect(reach.standing).toBe(standing);
      standings.push(...claims.nodes.map(({ standing }) => standing.toLowerCase()));
      after = claims.pageInfo.hasNextPage ? claims.pageInfo.endCursor : null;
    } while (after !== null);
    const { statistics } = await ask<{ statistics: { standings: Record<string, number> } }>(
      server.address,
      '{ statistics { standings { grounded unresolved ungrounded unsupported } } }',
    );
    for (const [standing, count] of Object.entries(statistics.standings))
      expect(standings.filter((each) => each === standing)).toHaveLength(count);
  });

  test('name every seed document, each with what it says', async () => {
    interface Documents {
      statistics: {
        documents: {
          study: { id: string; document: string };
          claims: number;
          directions: { direction: string; claims: number }[];
        }[];
      };
    }
    const { statistics } = await ask<Documents>(
      server.address,
      '{ statistics { documents { study { id document } claims directions { direction claims } } } }',
    );
    expect(statistics.documents.map(({ study }) => study.document)).toEqual(
      corpus.studies.flatMap(({ document }) => document ?? []).toSorted(),
    );
    for (const { study, claims, directions } of statistics.documents) {
      const ids = new Set([
        study.id,
        ...corpus.studies.filter(({ partOf }) => partOf === study.id).map(({ id }) => id),
      ]);
      const said = corpus.claims.filter((row) => row.assertions.some((by) => ids.has(by.study)));
      expect(claims).toBe(said.length);
      for (const { direction, claims: count } of directions)
        expect(said.filter((row) => row.direction === direction)).toHaveLength(count);
      expect(directions.reduce((sum, { claims: count }) => sum + count, 0)).toBe(claims);
    }
  });
});

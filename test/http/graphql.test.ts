import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { readSeed } from '../../server/ingest/seed.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import {
  ask,
  folderForThisTest,
  refusal,
  runProgram,
  serveForThisTest,
  startProgram,
  type RunningProgram,
} from './program.ts';

let server: RunningProgram;
let corpus: EvidenceDocument;

beforeAll(async () => {
  corpus = await readSeed('seed/corpus');
  server = await startProgram();
});
afterAll(() => server.stop());

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const first = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error('The corpus holds none of these.');
  return row;
};

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A page of one of the lists; `more` is arguments beside the page's own. */
async function page(list: string, size: number, after: string | null, more = ''): Promise<Page> {
  const { page: found } = await ask<{ page: Page }>(
    server.address,
    `query ($size: Int!, $after: String) {
      page: ${list}(first: $size, after: $after ${more}) {
        totalCount edges { cursor node { id } } nodes { id }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    { size, after },
  );
  return found;
}

const list = async (name: string, more: string): Promise<string[]> =>
  idsOf((await page(name, 100, null, more)).nodes);

describe('looked up by id', () => {
  test('each kind of node says what the corpus says of it', async () => {
    const ids = {
      author: first(corpus.authors).id,
      study: first(corpus.studies).id,
      citation: first(corpus.citations).id,
      claim: first(corpus.claims).id,
    };
    const found = await ask(
      server.address,
      `query ($author: ID!, $study: ID!, $citation: ID!, $claim: ID!) {
        author(id: $author) { id name kind }
        study(id: $study) { id title type evidence }
        citation(id: $citation) { id citing { id } cited { id } }
        claim(id: $claim) { id text direction kind }
        a: node(id: $author) { __typename id }
        s: node(id: $study) { __typename id }
        c: node(id: $citation) { __typename id }
        l: node(id: $claim) { __typename id }
      }`,
      ids,
    );
    const { id, name, kind } = first(corpus.authors);
    const { title = null, type, evidence } = first(corpus.studies);
    const { citing, cited } = first(corpus.citations);
    const { text, direction, kind: kindOfClaim } = first(corpus.claims);
    expect(found).toEqual({
      author: { id, name, kind },
      study: { id: ids.study, title, type, evidence },
      citation: { id: ids.citation, citing: { id: citing }, cited: { id: cited } },
      claim: { id: ids.claim, text, direction, kind: kindOfClaim },
      a: { __typename: 'Author', id: ids.author },
      s: { __typename: 'Study', id: ids.study },
      c: { __typename: 'Citation', id: ids.citation },
      l: { __typename: 'Claim', id: ids.claim },
    });
  });

  test.each(['no-such-id', '', '__proto__', "' OR 1=1 //", '💥'])('“%s” is null', async (id) => {
    const found = await ask(
      server.address,
      `query ($id: ID!) {
        node(id: $id) { id } author(id: $id) { id } study(id: $id) { id }
        citation(id: $id) { id } claim(id: $id) { id } doi: study(doi: "10.1000/none") { id }
      }`,
      { id },
    );
    expect(found).toEqual({
      node: null,
      author: null,
      study: null,
      citation: null,
      claim: null,
      doi: null,
    });
  });

  test('an id of another kind is null too', async () => {
    const query = 'query ($id: ID!) { claim(id: $id) { id } author(id: $id) { id } }';
    const found = await ask(server.address, query, { id: first(corpus.studies).id });
    expect(found).toEqual({ claim: null, author: null });
  });

  test('a study is found by its DOI, however that is written', async () => {
    const folder = await folderForThisTest();
    const file = join(folder, 'document.json');
    const document = evidenceDocument({
      studies: [study('other'), study('wanted', { doi: '10.1000/XYZ.123' })],
    });
    await writeFile(file, JSON.stringify(document));
    const UNDERPIN_DATA = join(folder, 'data');
    expect((await runProgram(['import', file], { UNDERPIN_DATA })).status).toBe(0);
    const own = await serveForThisTest({ UNDERPIN_DATA });
    for (const doi of [
      '10.1000/XYZ.123',
      '10.1000/xyz.123',
      'doi:10.1000/xyz.123',
      'DOI: 10.1000/XYZ.123',
      'https://doi.org/10.1000/XYZ.123',
      'http://dx.doi.org/10.1000/xyz.123',
      'doi.org/10.1000/xyz.123',
      'https://doi.org/10.1000%2Fxyz.123',
      '  10.1000/xyz.123\n',
    ])
      expect(
        await ask(own.address, 'query ($doi: String) { study(doi: $doi) { id } }', { doi }),
      ).toEqual({ study: { id: 'wanted' } });
    expect(await ask(own.address, '{ study(doi: "10.1000/xyz.12") { id } }')).toEqual({
      study: null,
    });
  });
});

describe.each([
  ['authors', () => idsOf(corpus.authors)],
  ['studies', () => idsOf(corpus.studies)],
  ['citations', () => idsOf(corpus.citations)],
  ['claims', () => idsOf(corpus.claims)],
])('the list of %s', (name, expected) => {
  test('gives each once, page after page, and says how many there are', async () => {
    const size = Math.ceil(expected().length / 4);
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 1; ; pages += 1) {
      const { totalCount, edges, nodes, pageInfo }: Page = await page(name, size, after);
      expect(totalCount).toBe(expected().length);
      expect(nodes).toEqual(edges.map(({ node }) => node));
      expect(pageInfo.startCursor).toBe(edges[0]?.cursor);
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
      expect(pageInfo.hasPreviousPage).toBe(pages > 1);
      seen.push(...idsOf(nodes));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(expected().toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('asks for a page of 0 to 100, and for a cursor of its own', async () => {
    const refused = (given: string) =>
      refusal(server.address, `{ ${name}${given} { totalCount } }`);
    for (const size of [101, -1, 2_147_483_647])
      expect(await refused(`(first: ${size})`)).toMatchObject({
        code: 'INVALID',
        path: [name],
        message: `first is ${size}: it should be from 0 to 100.`,
      });
    expect(await refused('')).toMatchObject({ code: 'INVALID', status: 400 });
    expect(await refused('(first: 1, after: "bm93aGVyZQ")')).toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('“bm93aGVyZQ”, which is no cursor of this list'),
    });
    expect(await refused('(first: 1, after: "")')).toMatchObject({ code: 'INVALID' });
    const none = await page(name, 0, null);
    expect(none.nodes).toEqual([]);
    expect(none.pageInfo).toMatchObject({ hasNextPage: true, startCursor: null, endCursor: null });
  });
});

describe('lists are filtered and ordered', () => {
  const sorted = (rows: readonly { readonly id: string }[]): string[] => idsOf(rows).toSorted();

  test('authors by kind, and by name', async () => {
    const organisations = corpus.authors.filter(({ kind }) => kind === 'organisation');
    expect(organisations.length).toBeGreaterThan(0);
    expect(await list('authors', 'filter: { kind: organisation }')).toEqual(sorted(organisations));
    const names = corpus.authors.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    expect(await list('authors', 'orderBy: NAME')).toEqual(idsOf(names));
  });

  test('studies by type, evidence, document and year', async () => {
    const matching = (test: (row: EvidenceDocument['studies'][number]) => boolean): string[] => {
      const found = sorted(corpus.studies.filter(test));
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(corpus.studies.length);
      return found;
    };
    const { type, evidence } = first(corpus.studies);
    expect(await list('studies', `filter: { type: ${type} }`)).toEqual(
      matching((row) => row.type === type),
    );
    expect(await list('studies', `filter: { evidence: ${evidence} }`)).toEqual(
      matching((row) => row.evidence === evidence),
    );
    expect(await list('studies', 'filter: { yearFrom: 2010, yearTo: 2015 }')).toEqual(
      matching(({ year = 0 }) => year >= 2010 && year <= 2015),
    );
    const document = first(corpus.studies.filter((row) => row.document === '000')).id;
    expect(await list('studies', 'filter: { document: "000" }')).toEqual(
      matching((row) => row.id === document || row.partOf === document),
    );
  });

  test('studies newest first, those of unknown year last', async () => {
    const years = new Map(corpus.studies.map(({ id, year }) => [id, year]));
    const order = (await list('studies', 'orderBy: YEAR')).map((id) => years.get(id));
    expect(order).toEqual(order.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(order).size).toBeGreaterThan(2);
    expect(order.at(-1)).toBeUndefined();
  });

  test('citations by either end', async () => {
    const { citing, cited } = first(corpus.citations);
    for (const [end, id] of Object.entries({ citing, cited }))
      expect(await list('citations', `filter: { ${end}: "${id}" }`)).toEqual(
        sorted(corpus.citations.filter((row) => row[end as 'citing' | 'cited'] === id)),
      );
  });

  test('claims by direction, kind, topic, study and document', async () => {
    const {
      direction,
      kind,
      topics = [],
      assertions,
    } = first(
      corpus.claims.filter((row) => (row.topics ?? []).length > 0 && row.assertions.length > 0),
    );
    const [topic = ''] = topics;
    const [{ study: asserting } = { study: '' }] = assertions;
    const claims = async (filter: string): Promise<string[]> => {
      const found = await list('claims', `filter: { ${filter} }`);
      expect(found.length).toBeGreaterThan(0);
      return found;
    };
    const matching = (test: (row: EvidenceDocument['claims'][number]) => boolean): string[] =>
      sorted(corpus.claims.filter(test)).slice(0, 100);
    expect(await claims(`direction: ${direction}`)).toEqual(
      matching((row) => row.direction === direction),
    );
    expect(await claims(`kind: ${kind}`)).toEqual(matching((row) => row.kind === kind));
    expect(await claims(`topic: ${JSON.stringify(topic)}`)).toEqual(
      matching((row) => row.topics?.includes(topic) === true),
    );
    expect(await claims(`study: "${asserting}", kind: ${kind}`)).toEqual(
      matching(
        (row) => row.kind === kind && row.assertions.some((link) => link.study === asserting),
      ),
    );
    expect(await list('claims', 'filter: { topic: null, study: "nobody" }')).toEqual([]);
  });

  test('claims with grounded evidence against them first', async () => {
    interface Contested {
      claims: { nodes: { reach: { contested: boolean } }[] };
    }
    const { claims } = await ask<Contested>(
      server.address,
      '{ claims(first: 100, orderBy: CONTESTED) { nodes { reach { contested } } } }',
    );
    const contested = claims.nodes.map(({ reach }) => reach.contested);
    expect(contested[0]).toBe(true);
    expect(contested).toEqual(contested.toSorted((a, b) => Number(b) - Number(a)));
  });
});

test('a query over 50 claims, who makes them and who wrote that, is answered', async () => {
  interface Nested {
    claims: { nodes: { id: string; assertions: { study: { authors: { id: string }[] } }[] }[] };
  }
  const { claims } = await ask<Nested>(
    server.address,
    '{ claims(first: 50) { nodes { id assertions { study { authors { id } } } } } }',
  );
  const writers = new Map(
    corpus.studies.map(({ id, contributors }) => [
      id,
      contributors.filter(({ role }) => role === 'author').map(({ author }) => ({ id: author })),
    ]),
  );
  const wanted = new Map(corpus.claims.map((row) => [row.id, row]));
  expect(claims.nodes).toHaveLength(50);
  for (const { id, assertions } of claims.nodes)
    expect(assertions).toEqual(
      wanted.get(id)?.assertions.map(({ study: by }) => ({ study: { authors: writers.get(by) } })),
    );
});

test('a citation names its ends, its places and the claims that rest on it', async () => {
  const given = first(
    corpus.citations.filter((row) =>
      corpus.claims.some(({ lines }) =>
        lines.some(({ items }) => items.some((item) => item.citation === row.id)),
      ),
    ),
  );
  const found = await ask<{ citation: { mentions: unknown[]; claims: { id: string }[] } }>(
    server.address,
    'query ($id: ID!) { citation(id: $id) { mentions { at place { line text } } claims { id } } }',
    { id: given.id },
  );
  expect(found.citation.mentions).toHaveLength(given.mentions.length);
  expect(idsOf(found.citation.claims).toSorted()).toEqual(
    idsOf(
      corpus.claims.filter(({ lines }) =>
        lines.some(({ items }) => items.some((item) => item.citation === given.id)),
      ),
    ).toSorted(),
  );
});

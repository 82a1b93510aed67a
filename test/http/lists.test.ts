import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { claim, evidenceDocument, study } from '../support/evidence.ts';
import { ask, refusal, serveDocumentForThisTest, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();
const corpus = await readSeed('seed/corpus');

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
async function page(name: string, size: number, after: string | null, more = ''): Promise<Page> {
  const { page: found } = await ask<{ page: Page }>(
    server.address,
    `query ($size: Int!, $after: String) {
      page: ${name}(first: $size, after: $after ${more}) {
        totalCount edges { cursor node { id } } nodes { id }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    { size, after },
  );
  return found;
}

/** The ids of a list, from its first page to its last. */
async function list(name: string, more: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: Page = await page(name, 100, after, more);
    ids.push(...idsOf(nodes));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

describe.each([
  ['authors', () => idsOf(corpus.authors)],
  ['studies', () => idsOf(corpus.studies)],
  ['citations', () => idsOf(corpus.citations)],
  ['claims', () => idsOf(corpus.claims)],
])('the list of %s', (name, expected) => {
  test('gives each once, page after page, and says how many there are', async () => {
    const size = Math.min(100, Math.ceil(expected().length / 4));
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
    const matching = (fits: (row: EvidenceDocument['studies'][number]) => boolean): string[] => {
      const found = sorted(corpus.studies.filter(fits));
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
    const years = corpus.studies.flatMap(({ year }) => year ?? []);
    const [from, to] = [Math.min(...years) + 1, Math.max(...years) - 1];
    expect(await list('studies', `filter: { yearFrom: ${from} }`)).toEqual(
      matching(({ year }) => year !== undefined && year >= from),
    );
    expect(await list('studies', `filter: { yearTo: ${to} }`)).toEqual(
      matching(({ year }) => year !== undefined && year <= to),
    );
    expect(await list('studies', `filter: { yearFrom: ${from}, yearTo: ${to} }`)).toEqual(
      matching(({ year }) => year !== undefined && year >= from && year <= to),
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
    const matching = (fits: (row: EvidenceDocument['claims'][number]) => boolean): string[] =>
      sorted(corpus.claims.filter(fits));
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

  test('claims with grounded evidence against them first, then those that most say', async () => {
    const says = (id: string, ...studies: string[]) =>
      claim(id, {
        assertions: studies.map((by) => ({ id: `${id}-${by}`, study: by, role: 'asserts' })),
      });
    const own = await serveDocumentForThisTest(
      evidenceDocument({
        studies: [study('s'), study('t')],
        claims: [says('a', 's'), says('b', 's', 't'), says('c', 's'), says('d', 't'), claim('e')],
        relations: [{ id: 'r', from: 'd', to: 'c', type: 'CONTRADICTS' }],
      }),
    );
    expect(
      await ask(
        own.address,
        '{ claims(first: 9, orderBy: CONTESTED) { nodes { id reach { contested } } } }',
      ),
    ).toEqual({
      claims: {
        nodes: [
          { id: 'c', reach: { contested: true } },
          { id: 'd', reach: { contested: true } },
          { id: 'b', reach: { contested: false } },
          { id: 'a', reach: { contested: false } },
          { id: 'e', reach: { contested: false } },
        ],
      },
    });
  });
});

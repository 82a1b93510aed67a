import { describe, expect, test } from 'vitest';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import { ask, serveDocumentForThisTest, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();
const corpus = await readSeed('seed/corpus');

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const first = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error('The corpus holds none of these.');
  return row;
};

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
    const own = await serveDocumentForThisTest(
      evidenceDocument({
        studies: [study('other'), study('wanted', { doi: '10.1000/XYZ.123' })],
      }),
    );
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

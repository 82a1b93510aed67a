import { describe, expect, test } from 'vitest';
import { ask, query, refusal, serveForTheseTests } from '../support/program.ts';

const server = serveForTheseTests();

const CODES = [
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'FORBIDDEN',
  'TOO_COSTLY',
  'UNAVAILABLE',
  'INTERNAL',
];

/** A query that is nested `times` deep: `before` … `inside` … `after`. */
const nest = (times: number, before: string, inside: string, after: string): string =>
  before.repeat(times) + inside + after.repeat(times);

const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_each, index) => each(index)).join(' ');

const faulty: readonly { name: string; text: string; variables?: object; says: RegExp }[] = [
  { name: 'a query that breaks off', text: '{ claim(', says: /Syntax Error/ },
  { name: 'no query at all', text: '', says: /non-empty `query`/ },
  { name: 'a field that there is not', text: '{ nothing }', says: /Cannot query field/ },
  { name: 'an argument that is missing', text: '{ claims { totalCount } }', says: /is required/ },
  {
    name: 'a word that an argument does not take',
    text: '{ claims(first: 1, filter: { direction: sideways }) { totalCount } }',
    says: /"sideways" does not exist/,
  },
  {
    name: 'a variable that is missing',
    text: 'query ($id: ID!) { claim(id: $id) { id } }',
    says: /"\$id" of required type/,
  },
  {
    name: 'a variable of another type',
    text: 'query ($first: Int!) { claims(first: $first) { totalCount } }',
    variables: { first: 'ten' },
    says: /got invalid value/,
  },
  {
    name: 'a number that is too great',
    text: '{ claims(first: 99999999999) { totalCount } }',
    says: /non 32-bit/,
  },
  {
    name: 'two operations and no word of which',
    text: 'query A { __typename } query B { __typename }',
    says: /Must provide operation name/,
  },
  {
    name: 'a mutation that there is not',
    text: 'mutation { dropEverything { id } }',
    says: /Cannot query field "dropEverything" on type "Mutation"/,
  },
  { name: 'a subscription', text: 'subscription { __typename }', says: /no subscription/ },
];

const costly: readonly { name: string; text: string; says: RegExp }[] = [
  {
    name: 'more than 15 aliases',
    text: `{ ${times(16, (index) => `a${index}: statistics { claims }`)} }`,
    says: /16 aliases; at most 15/,
  },
  {
    name: 'more than 15 aliases, some of them in fragments',
    text: `{ ...A ...B } fragment A on Query { ${times(8, (index) => `a${index}: __typename`)} }
      fragment B on Query { ${times(8, (index) => `b${index}: __typename`)} }`,
    says: /16 aliases; at most 15/,
  },
  {
    name: 'more than 12 levels of fields',
    text: `{ claim(id: "x") { ${nest(6, 'relations { from { ', 'id', '} }')} } }`,
    says: /14 levels of fields; at most 12/,
  },
  {
    name: 'more than 12 levels of fields, by fragments',
    text: `{ claim(id: "x") { ...A } } fragment A on Claim { ${nest(3, 'relations { from { ', '...B', '} }')} }
      fragment B on Claim { ${nest(3, 'relations { to { ', 'id', '} }')} }`,
    says: /14 levels of fields; at most 12/,
  },
  {
    name: 'more than 2,000 tokens',
    text: `{ statistics { ${'claims '.repeat(2000)} } }`,
    says: /2000 tokens/,
  },
  {
    name: 'more than 50 fragments',
    text: `{ ...F0 } ${times(51, (index) => `fragment F${index} on Query { __typename ${index < 50 ? `...F${index + 1}` : ''} }`)}`,
    says: /51 fragments; at most 50/,
  },
  {
    name: 'more than 200,000 objects',
    text: `{ studies(first: 100) { nodes { claims(first: 100) { nodes { assertions { study {
      claims(first: 100) { nodes { id } } } } } } } } }`,
    says: /\d+ objects; at most 200000/,
  },
];

describe('INVALID is the answer to', () => {
  for (const { name, text, variables, says } of faulty)
    test(`${name}`, async () => {
      const { status, code, message, extensions } = await refusal(
        server.address,
        text,
        variables as Record<string, unknown>,
      );
      expect(message).toMatch(says);
      expect({ status, code, retriable: extensions['retriable'] }).toEqual({
        status: 400,
        code: 'INVALID',
        retriable: false,
      });
    });
});

describe('TOO_COSTLY is the answer to', () => {
  for (const { name, text, says } of costly)
    test(`${name}`, async () => {
      const { status, code, message, extensions } = await refusal(server.address, text);
      expect(message).toMatch(says);
      expect({ status, code, retriable: extensions['retriable'] }).toEqual({
        status: 400,
        code: 'TOO_COSTLY',
        retriable: false,
      });
    });

  test('more objects than the variables’ values allow, and no fewer', async () => {
    const text = `query ($outer: Int!, $inner: Int!) {
      studies(first: $outer) { nodes { claims(first: $inner) { nodes { assertions { study { authors { id } } } } } } }
    }`;
    expect(await refusal(server.address, text, { outer: 100, inner: 100 })).toMatchObject({
      code: 'TOO_COSTLY',
    });
    expect((await query(server.address, text, { outer: 100, inner: 10 })).errors).toBeUndefined();
  });
});

describe('what is within the limits is answered', () => {
  test('15 aliases, and 12 levels of fields', async () => {
    const aliases = `{ ${times(15, (index) => `a${index}: __typename`)} }`;
    expect(Object.keys(await ask<object>(server.address, aliases))).toHaveLength(15);
    const levels = `{ claim(id: "x") { ${nest(5, 'relations { from { ', 'id', '} }')} } }`;
    expect(await ask(server.address, levels)).toEqual({ claim: null });
  });

  test('introspection, as tools ask it', async () => {
    const { getIntrospectionQuery, buildClientSchema } = await import('graphql');
    const found = await ask<Parameters<typeof buildClientSchema>[0]>(
      server.address,
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    );
    const schema = buildClientSchema(found);
    expect(schema.getQueryType()?.getFields()).toHaveProperty('claims');
    expect(schema.getMutationType()?.getFields()).toHaveProperty('importSource');
  });

  test('but not introspection that multiplies', async () => {
    const text = `{ __schema { types { ${nest(5, 'fields { type { ', 'name', '} }')} } } }`;
    expect(await refusal(server.address, text)).toMatchObject({ status: 400, code: 'INVALID' });
  });
});

test('every refusal has a code of the closed set, and none a stack', async () => {
  for (const { text, variables } of [
    ...faulty,
    ...costly.map((each) => ({ ...each, variables: {} })),
  ]) {
    const answer = await query(server.address, text, variables as Record<string, unknown>);
    for (const { extensions } of answer.errors ?? []) {
      expect(CODES).toContain(extensions['code']);
      expect(Object.keys(extensions).toSorted()).toEqual(['code', 'retriable']);
    }
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|file:\/\/|\.js:\d/);
  }
});

describe('another page cannot have the server asked', () => {
  const OPERATION = JSON.stringify({ query: '{ __typename }' });
  const send = async (
    path: string,
    init: RequestInit,
  ): Promise<{ status: number; body: string; headers: Headers }> => {
    const response = await fetch(`${server.address}${path}`, init);
    return { status: response.status, body: await response.text(), headers: response.headers };
  };

  test('by a bare GET', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const bare = await send(path, {});
    expect(bare.status).toBe(400);
    expect(bare.body).toContain('Cross-Site Request Forgery');
    expect(JSON.parse(bare.body)).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] });
    const asked = await send(path, { headers: { 'apollo-require-preflight': 'yes' } });
    expect({ status: asked.status, body: JSON.parse(asked.body) as unknown }).toEqual({
      status: 200,
      body: { data: { __typename: 'Query' } },
    });
  });

  test.each([
    ['text/plain', [400, 415]],
    ['application/x-www-form-urlencoded', [400, 415]],
    ['multipart/form-data; boundary=x', [400, 415]],
  ])('by a POST of type %s', async (type, statuses) => {
    const { status, body } = await send('/graphql', {
      method: 'POST',
      headers: { 'content-type': type },
      body: OPERATION,
    });
    expect(statuses).toContain(status);
    expect(body).not.toContain('"data"');
  });

  test('by a preflight, or by reading the answer', async () => {
    const origin = 'https://elsewhere.example';
    const preflight = await send('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const post = await send('/graphql', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: OPERATION,
    });
    for (const { headers } of [preflight, post])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(preflight.status).toBe(400);
  });

  test('in batches, in a body that is too large, or in one that is no JSON', async () => {
    const post = (body: string) =>
      send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const batch = await post(`[${OPERATION}, ${OPERATION}]`);
    expect(batch.status).toBe(400);
    expect(JSON.parse(batch.body)).toMatchObject({
      errors: [{ message: expect.stringContaining('batching'), extensions: { code: 'INVALID' } }],
    });
    const large = await post(JSON.stringify({ query: `{ __typename }${' '.repeat(100_000)}` }));
    expect(large.status).toBe(413);
    expect(JSON.parse(large.body)).toMatchObject({
      errors: [{ extensions: { code: 'TOO_COSTLY' } }],
    });
    expect(large.body).toContain('too large');
    for (const body of ['{', '', '3', '{"__proto__": 1}'])
      expect((await post(body)).status).toBe(400);
    expect((await post(OPERATION)).status).toBe(200);
  });
});

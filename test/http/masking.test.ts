import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnderpinError } from '../../server/domain/errors.ts';
import { writeInterchange } from '../../server/export/interchange.ts';
import { makeHost } from '../../server/http/host.ts';
import { reasonerHere } from '../../server/reasoning/reasoner.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import type { EvidenceStore } from '../../server/store/evidence-store.ts';
import { fullDocument } from '../support/full-document.ts';
import { makeTestGate, TEST_TOKEN } from '../support/gate.ts';
import { query, type Answer } from '../support/program.ts';
import { curationOf, fill } from '../support/store.ts';

/** Words of a fault that no reader may see. */
const SECRET = 'secret postgres://user:pw@host at /srv/underpin/inner.js:12:3';

let store: EvidenceStore;
let apps: FastifyInstance[];

beforeEach(async () => {
  apps = [];
  store = await openCypherStore(await openEmbedded(null));
  await fill(store, fullDocument);
});
afterEach(async () => {
  for (const app of apps) await app.close();
  await store.close();
});

/** A server over the store, some of whose methods fail. */
async function serve(
  faults: Partial<EvidenceStore> = {},
): Promise<{ address: string; logged: () => string }> {
  const faulty = { ...store, ...faults };
  let errors = 0;
  const app = await makeHost({
    curation: curationOf(faulty),
    evidence: new CurrentEvidence(faulty),
    reasoner: reasonerHere(),
    gate: makeTestGate(),
    client: '/nowhere',
    makeErrorId: () => `error-${(errors += 1)}`,
    logLevel: 'silent',
  });
  apps.push(app);
  const log = vi.spyOn(app.log, 'error');
  const logged = (): string =>
    log.mock.calls
      .map(([entry]) => {
        const { errorId, err } = entry as unknown as { errorId?: string; err?: unknown };
        return `${errorId}: ${err instanceof Error ? err.message : String(err)}`;
      })
      .join('\n');
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), logged };
}

const fails = (error: unknown) => async (): Promise<never> => {
  throw error;
};
const CLAIM = '{ claim(id: "lifts") { id text } }';

function expectNoWordOf(answer: Answer<unknown>): void {
  expect(JSON.stringify(answer)).not.toMatch(/secret|postgres|pw@|inner\.js|node_modules/);
}

describe('a fault of ours', () => {
  test.each([
    ['an error', SECRET, new Error(SECRET)],
    [
      'an error with a code of Apollo’s own',
      SECRET,
      Object.assign(new Error(SECRET), { code: 'BAD_REQUEST' }),
    ],
    [
      'an error that names a cause',
      SECRET,
      new Error(SECRET, { cause: new Error('secret cause') }),
    ],
    ['a text', SECRET, SECRET],
    ['nothing', 'Unexpected error', undefined],
  ])(
    'that is %s is masked, and stands in the log under the id that the answer gives',
    async (_name, inLog, error) => {
      const { address, logged } = await serve({ claims: fails(error) });
      const answer = await query(address, CLAIM);
      expect(answer.errors).toEqual([
        {
          message: 'Something went wrong that should not; it stands in the log as error-1.',
          locations: [{ line: 1, column: 3 }],
          path: ['claim'],
          extensions: { code: 'INTERNAL', retriable: false, errorId: 'error-1' },
        },
      ]);
      expect(answer.data).toEqual({ claim: null });
      expectNoWordOf(answer);
      expect(logged()).toMatch(/^error-1: /);
      expect(logged()).toContain(inLog);
    },
  );

  test('in several fields has an id each, and does not spoil the others', async () => {
    const { address, logged } = await serve({ studies: fails(new Error(SECRET)) });
    const answer = await query(
      address,
      '{ a: study(id: "post") { id } b: study(id: "post") { id } claim(id: "lifts") { id } }',
    );
    expect(answer.data).toEqual({ a: null, b: null, claim: { id: 'lifts' } });
    expect(answer.errors?.map(({ extensions }) => extensions['errorId'])).toEqual([
      'error-1',
      'error-2',
    ]);
    expectNoWordOf(answer);
    expect(logged().split('\n')).toHaveLength(2);
  });

  test('deep in a list is masked as well', async () => {
    const { address } = await serve({ contributions: fails(new Error(SECRET)) });
    const answer = await query(
      address,
      '{ claims(first: 10) { nodes { id assertions { study { authors { id } } } } } }',
    );
    expect(new Set(answer.errors?.map(({ extensions }) => extensions['code']))).toEqual(
      new Set(['INTERNAL']),
    );
    expectNoWordOf(answer);
  });

  test('in what is stored (a record that names one that is gone) is masked', async () => {
    const { address, logged } = await serve({ authors: () => Promise.resolve([]) });
    const answer = await query(address, '{ study(id: "post") { contributors { author { id } } } }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(JSON.stringify(answer)).not.toContain('öberg-a');
    expect(logged()).toContain('öberg-a');
  });

  test('does not stand in the log where it is one of the request', async () => {
    const { address, logged } = await serve();
    for (const text of [
      '{',
      '{ nothing }',
      '{ claims(first: 101) { totalCount } }',
      'mutation { a }',
    ])
      expect((await query(address, text)).errors).toMatchObject([
        { extensions: { code: 'INVALID' } },
      ]);
    expect(logged()).toBe('');
  });
});

describe('a fault of ours in what is asked without GraphQL', () => {
  const routes = [
    ['GET', '/export'],
    ['GET', '/verify'],
    ['POST', '/import'],
  ] as const;
  const asked = async (address: string, method: string, path: string): Promise<unknown> => {
    const response = await fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${TEST_TOKEN}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: writeInterchange(fullDocument) } : {}),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };

  test.each(routes)('is masked as well: %s %s', async (method, path) => {
    const { address, logged } = await serve({
      ids: fails(new Error(SECRET)),
      claims: fails(SECRET),
    });
    expect(await asked(address, method, path)).toEqual({
      status: 500,
      errors: [
        {
          message: 'Something went wrong that should not; it stands in the log as error-1.',
          extensions: { code: 'INTERNAL', retriable: false, errorId: 'error-1' },
        },
      ],
    });
    expect(logged()).toBe(`error-1: ${SECRET}`);
  });

  test.each(routes)('is none where the database is gone: %s %s', async (method, path) => {
    const gone = fails(new UnderpinError('UNAVAILABLE', 'The database does not answer.', SECRET));
    const { address, logged } = await serve({ ids: gone, claims: gone });
    expect(await asked(address, method, path)).toEqual({
      status: 503,
      errors: [
        {
          message: 'The database does not answer.',
          extensions: { code: 'UNAVAILABLE', retriable: true },
        },
      ],
    });
    expect(logged()).toBe('');
  });
});

describe('a database that is gone', () => {
  const gone = fails(new UnderpinError('UNAVAILABLE', 'The database does not answer.', SECRET));

  test('is UNAVAILABLE, to be tried again, and said in the words that were written for it', async () => {
    const { address, logged } = await serve({ claims: gone, ping: gone });
    const answer = await query(address, CLAIM);
    expect(answer.errors).toMatchObject([
      {
        message: 'The database does not answer.',
        path: ['claim'],
        extensions: { code: 'UNAVAILABLE', retriable: true },
      },
    ]);
    expectNoWordOf(answer);
    expect(logged()).toBe('');
  });

  test('leaves the server well and not ready', async () => {
    const { address } = await serve({ ping: fails(new Error(SECRET)) });
    const ready = await fetch(`${address}/readyz`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 503,
      body: { status: 'unavailable' },
    });
    const healthy = await fetch(`${address}/healthz`);
    expect({ status: healthy.status, body: await healthy.json() }).toEqual({
      status: 200,
      body: { status: 'ok' },
    });
  });

  test('as the store was closed under the server: every reading field says so', async () => {
    const { address } = await serve();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await query(address, CLAIM)).errors).toBeUndefined();
    await store.close();
    for (const text of [
      CLAIM,
      '{ node(id: "lifts") { id } }',
      '{ claims(first: 1) { totalCount } }',
      '{ search(text: "schools") { totalCount } }',
      '{ statistics { claims } }',
      '{ claim(id: "lifts") { trail { root } } }',
    ]) {
      const answer = await query(address, text);
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'UNAVAILABLE', retriable: true } },
      ]);
    }
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  test('and comes back: the next request is answered', async () => {
    let isGone = true;
    const { address } = await serve({
      revision: () => (isGone ? gone() : store.revision()),
    });
    const text = '{ claims(first: 1) { totalCount } }';
    expect((await query(address, text)).errors).toMatchObject([
      { extensions: { code: 'UNAVAILABLE' } },
    ]);
    isGone = false;
    expect(await query(address, text)).toEqual({
      status: 200,
      data: { claims: { totalCount: fullDocument.claims.length } },
    });
  });
});

test('a server without a built client answers all but pages', async () => {
  const { address } = await serve();
  expect((await fetch(`${address}/`)).status).toBe(404);
  expect((await query(address, CLAIM)).errors).toBeUndefined();
});

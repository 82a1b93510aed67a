import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { evidenceDocument, study } from '../support/evidence.ts';
import { ask, serveForTheseTests } from '../support/program.ts';
import { codeOf, send, signIn, type Received, type Sent } from '../support/requests.ts';

const TOKEN = 'the-token-of-this-test';
const IMPORT = `mutation Bring($content: String!) {
  importSource(content: $content) { plan { created conflicts } problems { message } }
}`;

const server = serveForTheseTests({ UNDERPIN_SEED: 'off', UNDERPIN_TOKEN: TOKEN });
let host: string;
let cookie: string;

beforeAll(async () => {
  host = new URL(server.address).host;
  cookie = await signIn(server);
});

type Headers = Readonly<Record<string, string>>;

/** What is refused says nothing to the store: its revision changes with every write. */
const stored = (): Promise<unknown> =>
  ask(server.address, '{ statistics { studies claims revision } }');

let studies = 0;

/** A mutation that would write a study that is not there yet. */
function newStudy(): string {
  studies += 1;
  const content = JSON.stringify(evidenceDocument({ studies: [study(`study-${studies}`)] }));
  return JSON.stringify({ query: IMPORT, variables: { content } });
}

const post = (headers: Headers, about: Sent = {}): Promise<Received> =>
  send(server.address, {
    method: 'POST',
    path: '/graphql',
    headers: { host, 'content-type': 'application/json', ...headers },
    body: newStudy(),
    ...about,
  });

/** As a page of the server's own asks. */
const own = (): Headers => ({ cookie, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' });
const bearer: Headers = { authorization: `Bearer ${TOKEN}` };

describe('who may write, does', () => {
  test.each([
    ['a page of the server’s own that is signed in', () => own()],
    ['a script that shows the token', () => bearer],
    ['a page that shows the token', () => ({ ...bearer, origin: `http://${host}` })],
  ])('%s', async (_who, headers) => {
    const before = await stored();
    const { status, body } = await post(headers());
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({
      status: 200,
      body: { data: { importSource: { plan: { created: 1, conflicts: 0 }, problems: [] } } },
    });
    expect(await stored()).not.toEqual(before);
  });

  test('by each of the names that the server has on this machine', async () => {
    const { port } = new URL(server.address);
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const origin = `http://${name}:${port}`;
      const { status } = await post({ ...own(), host: `${name}:${port}`, origin });
      expect(status).toBe(200);
    }
  });
});

describe('nothing is written', () => {
  const other = (): string => String(Number(new URL(server.address).port) + 1);
  const forged: readonly [string, () => Headers][] = [
    ['of the name of another', () => ({ host: 'evil.example' })],
    ['of another’s name and our port', () => ({ host: host.replace('127.0.0.1', 'evil.example') })],
    ['that begins like ours', () => ({ host: host.replace(':', '.evil.example:') })],
    ['on another port', () => ({ host: `127.0.0.1:${other()}` })],
    ['without a port', () => ({ host: '127.0.0.1' })],
    ['of another address', () => ({ host: host.replace('127.0.0.1', '192.0.2.1') })],
  ];
  const strange: readonly [string, () => Headers][] = [
    ['from another site', () => ({ origin: 'https://evil.example' })],
    ['from nowhere', () => ({ origin: 'null' })],
    ['from another port', () => ({ origin: `http://127.0.0.1:${other()}` })],
    ['from another scheme', () => ({ origin: `https://${host}` })],
    ['from another name of this machine', () => ({ origin: `http://localhost:${other()}` })],
    ['from a name that begins like ours', () => ({ origin: `http://${host}.evil.example` })],
    ['that the browser calls cross-site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['that the browser calls same-site', () => ({ 'sec-fetch-site': 'same-site' })],
    ['that no page asked for', () => ({ 'sec-fetch-site': 'none' })],
  ];
  const refusals: readonly [string, () => Headers][] = [
    ...forged.map(([name, headers]) => [`a Host ${name}`, headers] as const),
    ...strange.map(([name, headers]) => [`a request ${name}`, headers] as const),
  ].map(([name, headers]) => [name, headers]);

  test.each(refusals)('on %s, by cookie or by token', async (_name, headers) => {
    const before = await stored();
    for (const credentials of [own(), { ...own(), ...bearer }]) {
      const received = await post({ ...credentials, ...headers() });
      expect({ status: received.status, code: codeOf(received) }).toEqual({
        status: 403,
        code: 'FORBIDDEN',
      });
    }
    expect(await stored()).toEqual(before);
  });

  test.each([
    ['HTTP/1.0', ''],
    ['HTTP/1.1', 'Host:\r\n'],
  ])('on a request of %s without a Host: “%s”', async (version, header) => {
    const before = await stored();
    const body = newStudy();
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    socket.end(
      `POST /graphql ${version}\r\n${header}Authorization: Bearer ${TOKEN}\r\nConnection: close\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 [\s\S]*"FORBIDDEN"/);
    expect(await stored()).toEqual(before);
  });

  test.each<[string, () => Headers, number]>([
    ['of a reader', () => ({}), 403],
    ['of a reader of the server’s own page', () => ({ origin: `http://${host}` }), 403],
    ['by a cookie that is none of ours', () => ({ ...own(), cookie: `${cookie}x` }), 403],
    ['by cookie that does not say where it comes from', () => ({ cookie }), 403],
    ['by a wrong token', () => ({ authorization: `Bearer ${TOKEN}x` }), 401],
    ['by no token', () => ({ authorization: 'Bearer' }), 401],
    ['by the session in the token’s place', () => ({ authorization: `Bearer ${cookie}` }), 401],
    ['by a wrong token beside a good cookie', () => ({ ...own(), authorization: 'Bearer x' }), 401],
  ])('on a mutation %s', async (_name, headers, status) => {
    const before = await stored();
    const received = await post(headers());
    expect({ status: received.status, code: codeOf(received) }).toEqual({
      status,
      code: 'FORBIDDEN',
    });
    expect(await stored()).toEqual(before);
  });

  test.each([
    ['text/plain', 415],
    ['text/plain;application/json', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/octet-stream', 415],
  ])('on what a form could send: %s', async (type, status) => {
    const before = await stored();
    const received = await post({ ...own(), 'content-type': type });
    expect({ status: received.status, code: codeOf(received) }).toEqual({
      status,
      code: 'INVALID',
    });
    expect(await stored()).toEqual(before);
  });

  test('on a mutation by GET', async () => {
    const before = await stored();
    const { query, variables } = JSON.parse(newStudy()) as { query: string; variables: object };
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const received = await post(
      { ...own(), 'apollo-require-preflight': 'yes' },
      { method: 'GET', path: `/graphql?${search}`, body: '' },
    );
    expect({ status: received.status, code: codeOf(received) }).toEqual({
      status: 405,
      code: 'INVALID',
    });
    expect(await stored()).toEqual(before);
  });

  test('on a batch', async () => {
    const before = await stored();
    const received = await post(own(), { body: `[${newStudy()},${newStudy()}]` });
    expect({ status: received.status, code: codeOf(received) }).toEqual({
      status: 400,
      code: 'INVALID',
    });
    expect(await stored()).toEqual(before);
  });

  test('on any mutation of a reader, whatever it names: the kind of the operation decides', async () => {
    for (const query of [
      'mutation { __typename }',
      'mutation { ...A } fragment A on Mutation { __typename }',
    ]) {
      const body = JSON.stringify({ query });
      const received = await post({}, { body });
      expect({ status: received.status, code: codeOf(received) }).toEqual({
        status: 403,
        code: 'FORBIDDEN',
      });
      expect((await post(bearer, { body })).status).toBe(200);
    }
  });

  test('on several mutations of a reader in one document, whichever is named', async () => {
    const before = await stored();
    const query = `query Harmless { __typename } mutation Harm { ${IMPORT.slice(IMPORT.indexOf('importSource')).replace('$content', '"{}"')}`;
    const received = await post({}, { body: JSON.stringify({ query, operationName: 'Harm' }) });
    expect(codeOf(received)).toBe('FORBIDDEN');
    expect(await stored()).toEqual(before);
  });
});

describe('a reader', () => {
  test('is told that, and how to become a curator', async () => {
    expect(await ask(server.address, '{ viewer { role name } }')).toEqual({
      viewer: { role: 'READER', name: null },
    });
    const { body } = await post({});
    expect(body).toContain('`npx underpin sign-in`');
    expect(body).toContain('Authorization: Bearer TOKEN');
  });

  test('gets no page in a frame, and hands no address on', async () => {
    for (const path of ['/', '/playground', '/graphql', '/sign-in', '/nowhere', '/healthz']) {
      const { headers } = await send(server.address, { path, headers: { host } });
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('is asked for no Host where the question is only whether the server is well', async () => {
    for (const path of ['/healthz', '/readyz', '/', '/graphql', '/nowhere']) {
      const { status } = await send(server.address, { path, headers: { host: 'evil.example' } });
      expect(`${path} ${status}`).toBe(`${path} ${path.endsWith('z') ? 200 : 403}`);
    }
  });
});

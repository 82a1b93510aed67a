import { describe, expect, test } from 'vitest';
import { serveForThisTest, type RunningProgram } from '../support/program.ts';
import { codeOf, cookieOf, send, signIn, type Received, type Sent } from '../support/requests.ts';

const TOKEN = 'the-token-of-this-test';
const environment = { UNDERPIN_SEED: 'off', UNDERPIN_TOKEN: TOKEN };

const hostOf = ({ address }: RunningProgram): string => new URL(address).host;

/** A request to a server by its own name. */
function to(server: RunningProgram, { headers = {}, ...about }: Sent): Promise<Received> {
  return send(server.address, { ...about, headers: { host: hostOf(server), ...headers } });
}

/** Signs in as the page's own form does. */
function signInByToken(server: RunningProgram, credentials: unknown): Promise<Received> {
  return to(server, {
    method: 'POST',
    path: '/session',
    headers: { origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
}

async function viewer(server: RunningProgram, cookie: string): Promise<unknown> {
  const { body } = await to(server, {
    method: 'POST',
    path: '/graphql',
    headers: { cookie, origin: server.address, 'content-type': 'application/json' },
    body: '{"query":"{ viewer { role name } }"}',
  });
  return (JSON.parse(body) as { data: { viewer: unknown } }).data.viewer;
}

const curator = (name = 'Curator'): unknown => ({ role: 'CURATOR', name });
const READER = { role: 'READER', name: null };

function linkPath(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname + search;
}

describe('the link that the server prints', () => {
  test('signs a browser in, once, and leads to the page without the code', async () => {
    const server = await serveForThisTest(environment);
    const path = linkPath(server.signInLink);
    expect(path).toMatch(/^\/sign-in\?code=[\w-]{43}$/);
    // Neither asking for the head alone nor another page's form uses it up.
    expect((await to(server, { method: 'HEAD', path })).status).toBe(404);
    expect((await to(server, { path, headers: { host: 'evil.example' } })).status).toBe(403);
    const received = await to(server, { path });
    expect(received.status).toBe(303);
    expect(received.headers).toMatchObject({
      location: '/',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const [cookie = ''] = received.headers['set-cookie'] ?? [];
    const port = new URL(server.address).port;
    expect(cookie).toMatch(
      new RegExp(
        `^underpin-session-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000$`,
      ),
    );
    expect(await viewer(server, cookieOf(received))).toEqual(curator());
    const again = await to(server, { path });
    expect({ status: again.status, code: codeOf(again) }).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    });
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test.each(['/sign-in', '/sign-in?code=', '/sign-in?code=x', '/sign-in?code=x&code=y'])(
    'is no other: %s answers a person with a page and a program with an error',
    async (path) => {
      const server = await serveForThisTest(environment);
      const page = await to(server, { path, headers: { accept: 'text/html,*/*' } });
      expect(page.status).toBe(403);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.body).toContain('npx underpin sign-in');
      const answer = await to(server, { path });
      expect(codeOf(answer)).toBe('FORBIDDEN');
      for (const { headers } of [page, answer]) {
        expect(headers['set-cookie']).toBeUndefined();
        expect(headers['cache-control']).toBe('no-store');
      }
    },
  );

  test('is made anew for whoever has the token, and not for a session', async () => {
    const server = await serveForThisTest(environment);
    const ask = (headers: Sent['headers'] = {}): Promise<Received> =>
      to(server, { method: 'POST', path: '/sign-in', headers });
    const received = await ask({ authorization: `Bearer ${TOKEN}` });
    expect(received.status).toBe(201);
    expect(received.headers['cache-control']).toBe('no-store');
    const { link } = JSON.parse(received.body) as { link: string };
    expect(link.startsWith(`${server.address}/sign-in?code=`)).toBe(true);
    const cookie = await signIn({ ...server, signInLink: link });
    expect(await viewer(server, cookie)).toEqual(curator());
    for (const headers of [{}, { cookie, origin: server.address }])
      expect(codeOf(await ask(headers))).toBe('FORBIDDEN');
  });
});

describe('the token, pasted', () => {
  test('signs in, under a name where one is given', async () => {
    const server = await serveForThisTest(environment);
    for (const [credentials, name] of [
      [{ token: TOKEN }, 'Curator'],
      [{ token: ` ${TOKEN}\n`, name: ' Ada Öberg ' }, 'Ada Öberg'],
      [{ token: TOKEN, name: null }, 'Curator'],
    ] as const) {
      const received = await signInByToken(server, credentials);
      expect(received).toMatchObject({ status: 204, body: '' });
      expect(received.headers['cache-control']).toBe('no-store');
      expect(await viewer(server, cookieOf(received))).toEqual(curator(name));
    }
  });

  test('signs nobody in where it is wrong, or no token at all', async () => {
    const server = await serveForThisTest(environment);
    const wrong = await signInByToken(server, { token: `${TOKEN}x` });
    expect({ status: wrong.status, code: codeOf(wrong) }).toEqual({
      status: 401,
      code: 'FORBIDDEN',
    });
    for (const credentials of [
      null,
      [],
      {},
      { token: 1 },
      { token: TOKEN, name: '' },
      { token: TOKEN, name: 7 },
      { token: TOKEN, name: 'two\nlines' },
      { token: TOKEN, name: 'x'.repeat(81) },
    ]) {
      const received = await signInByToken(server, credentials);
      expect({ status: received.status, code: codeOf(received) }).toEqual({
        status: 400,
        code: 'INVALID',
      });
      expect(received.headers['set-cookie']).toBeUndefined();
      expect(received.body).not.toContain(TOKEN);
    }
  });

  test('is not taken from another page, from a form, or by another name of the server', async () => {
    const server = await serveForThisTest(environment);
    const ask = (headers: Sent['headers'], body: string): Promise<Received> =>
      to(server, { method: 'POST', path: '/session', headers: { ...headers }, body });
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token: TOKEN });
    for (const headers of [
      { ...json, origin: 'https://evil.example' },
      { ...json, origin: 'null' },
      { ...json, host: 'evil.example' },
      { ...json, 'sec-fetch-site': 'cross-site' },
    ]) {
      const received = await ask(headers, body);
      expect(codeOf(received)).toBe('FORBIDDEN');
      expect(received.headers['set-cookie']).toBeUndefined();
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await ask({ 'content-type': type }, body)).status).toBe(415);
  });
});

describe('a session', () => {
  test('ends when its curator signs out, and the cookie goes', async () => {
    const server = await serveForThisTest(environment);
    const cookie = await signIn(server);
    const signOut = (headers: Sent['headers']): Promise<Received> =>
      to(server, { method: 'DELETE', path: '/session', headers: { cookie, ...headers } });
    for (const origin of ['https://evil.example', 'null'])
      expect(codeOf(await signOut({ origin }))).toBe('FORBIDDEN');
    expect(await viewer(server, cookie)).toEqual(curator());
    const received = await signOut({ origin: server.address });
    expect(received.status).toBe(204);
    expect(received.headers['set-cookie']?.[0]).toContain('; Max-Age=0');
    expect(await viewer(server, cookie)).toEqual(READER);
  });

  test('is of one server: another takes neither its cookie nor its link', async () => {
    const [one, other] = [await serveForThisTest(environment), await serveForThisTest(environment)];
    const cookie = await signIn(one);
    const port = new URL(other.address).port;
    expect(await viewer(other, cookie)).toEqual(READER);
    expect(await viewer(other, cookie.replace(/\d+=/, `${port}=`))).toEqual(READER);
    expect((await to(one, { path: linkPath(other.signInLink) })).status).toBe(403);
  });
});

test('behind a proxy the link, the Host, the Origin and the cookie are those of the public address', async () => {
  const origin = 'https://underpin.example';
  const server = await serveForThisTest({ ...environment, UNDERPIN_ORIGIN: `${origin}/` });
  expect(server.signInLink.startsWith(`${origin}/sign-in?code=`)).toBe(true);
  const headers = { host: 'underpin.example' };
  const received = await to(server, { path: linkPath(server.signInLink), headers });
  expect(received.status).toBe(303);
  expect(received.headers['set-cookie']?.[0]).toMatch(/; Secure$/);
  const signOut = (from: string): Promise<Received> =>
    to(server, {
      method: 'DELETE',
      path: '/session',
      headers: { ...headers, cookie: cookieOf(received), origin: from },
    });
  expect(codeOf(await signOut('http://underpin.example'))).toBe('FORBIDDEN');
  expect((await signOut(origin)).status).toBe(204);
});

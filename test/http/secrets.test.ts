import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeHost } from '../../server/http/host.ts';
import { reasonerHere } from '../../server/reasoning/reasoner.ts';
import { CurrentEvidence } from '../../server/store/current-evidence.ts';
import { openCypherStore } from '../../server/store/cypher-store.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import { makeTestGate, TEST_TOKEN } from '../support/gate.ts';
import { folderForThisTest, serveForThisTest, type RunningProgram } from '../support/program.ts';
import { send, signIn, type Received } from '../support/requests.ts';
import { curationOf } from '../support/store.ts';

const readToken = async (data: string): Promise<string> =>
  (await readFile(join(data, 'token'), 'utf8')).trim();

const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);

/** Whether whoever shows this token is a curator. */
async function isToken({ address }: RunningProgram, token: string): Promise<boolean> {
  const { status } = await send(address, {
    method: 'POST',
    path: '/sign-in',
    headers: { host: new URL(address).host, authorization: `Bearer ${token}` },
  });
  return status === 201;
}

describe('the curator’s token', () => {
  test('is made at the first start, kept for its owner alone, and used again', async () => {
    const UNDERPIN_DATA = join(await folderForThisTest(), 'data');
    const environment = { UNDERPIN_DATA, UNDERPIN_SEED: 'off' };
    const first = await serveForThisTest(environment);
    const token = await readToken(UNDERPIN_DATA);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await modeOf(join(UNDERPIN_DATA, 'token'))).toBe('600');
    expect(await modeOf(UNDERPIN_DATA)).toBe('700');
    expect(await isToken(first, token)).toBe(true);
    await first.stop();
    const second = await serveForThisTest(environment);
    expect(await readToken(UNDERPIN_DATA)).toBe(token);
    expect(await isToken(second, token)).toBe(true);
    expect((await readdir(UNDERPIN_DATA)).filter((name) => name.startsWith('token'))).toEqual([
      'token',
    ]);
  });

  test('is closed to others where it was open to them, and made anew where it is empty', async () => {
    const UNDERPIN_DATA = join(await folderForThisTest(), 'data');
    const environment = { UNDERPIN_DATA, UNDERPIN_SEED: 'off' };
    await mkdir(UNDERPIN_DATA);
    const file = join(UNDERPIN_DATA, 'token');
    await writeFile(file, 'the-token-of-my-own\n');
    await chmod(file, 0o644);
    const first = await serveForThisTest(environment);
    expect(await modeOf(file)).toBe('600');
    expect(await isToken(first, 'the-token-of-my-own')).toBe(true);
    await first.stop();
    await writeFile(file, '\n');
    const second = await serveForThisTest(environment);
    expect(await isToken(second, '')).toBe(false);
    expect(await isToken(second, await readToken(UNDERPIN_DATA))).toBe(true);
  });

  test('of the environment stands in no file', async () => {
    const token = 'the-token-of-the-environment';
    const server = await serveForThisTest({ UNDERPIN_TOKEN: token, UNDERPIN_SEED: 'off' });
    expect(await isToken(server, token)).toBe(true);
    expect(await readdir(server.data)).not.toContain('token');
  });
});

test('no secret leaves the server, whatever is asked with it, and none stands in what it says', async () => {
  const server = await serveForThisTest({ UNDERPIN_SEED: 'off' });
  const { host } = new URL(server.address);
  const token = await readToken(server.data);
  const code = new URL(server.signInLink).searchParams.get('code') ?? '';
  const cookie = await signIn(server);
  const [, session = ''] = cookie.split('=');
  expect([token, code, session].map(({ length }) => length)).toEqual([43, 43, 43]);
  const own = { host, cookie, origin: server.address, 'content-type': 'application/json' };
  const bearer = { ...own, authorization: `Bearer ${token}` };
  const answers: Received[] = [];
  for (const headers of [own, bearer, { ...bearer, host: 'evil.example' }])
    for (const [method, path, body] of [
      ['GET', '/', ''],
      ['GET', '/playground', ''],
      ['GET', '/healthz', ''],
      ['GET', `/sign-in?code=${code}`, ''],
      ['GET', `/nowhere?code=${code}&token=${token}`, ''],
      ['GET', `/%zz?code=${code}`, ''],
      ['POST', '/graphql', '{"query":"{ viewer { role name } }"}'],
      [
        'POST',
        '/graphql',
        '{"query":"mutation { importSource(content: 1) { plan { created } } }"}',
      ],
      ['POST', '/graphql', `{"query":"{ claim(id: 1) { id } }", "variables": "${token}"}`],
      ['POST', '/graphql', `{"query": ${token}`],
      ['POST', '/session', `{"token": "${token}x"}`],
      ['POST', '/session', `{"token": "${token}", "name": 1}`],
      ['PUT', '/session', `{"token": "${token}"}`],
    ] as const)
      answers.push(
        await send(server.address, { method, path, headers, ...(body === '' ? {} : { body }) }),
      );
  const { stdout, stderr } = await server.stop();
  for (const secret of [token, session]) {
    for (const { headers, body } of answers)
      expect(JSON.stringify([headers, body])).not.toContain(secret);
    expect(stdout + stderr).not.toContain(secret);
  }
  for (const { headers, body } of answers)
    expect(JSON.stringify([headers, body])).not.toContain(code);
  expect(stdout.split(code)).toHaveLength(2);
  expect(stderr).toBe('');
});

test('no secret of a request stands in the log of what went wrong with it', async () => {
  const store = await openCypherStore(await openEmbedded(null));
  const faulty = { ...store, claims: () => Promise.reject(new Error('inner words')) };
  const gate = makeTestGate();
  const app = await makeHost({
    curation: curationOf(faulty),
    evidence: new CurrentEvidence(faulty),
    reasoner: reasonerHere(),
    gate,
    client: '/nowhere',
    makeErrorId: () => 'error-1',
    logLevel: 'silent',
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  const log = vi.spyOn(app.log, 'error');
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const { body } = await send(address, {
    method: 'POST',
    path: `/graphql?code=${new URL(gate.makeLink(address)).searchParams.get('code')}`,
    headers: {
      host: new URL(address).host,
      authorization: `Bearer ${TEST_TOKEN}`,
      cookie: 'underpin-session=a-session',
      origin: address,
      'content-type': 'application/json',
    },
    body: '{"query":"{ claim(id: \\"x\\") { id } }"}',
  });
  expect(body).toContain('it stands in the log as error-1');
  expect(body).not.toContain('inner words');
  const logged = inspect(log.mock.calls, { depth: 10 });
  expect(logged).toContain('inner words');
  for (const secret of [TEST_TOKEN, 'a-session', 'code=']) expect(logged).not.toContain(secret);
});

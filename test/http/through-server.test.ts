import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { claim, evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import {
  ask,
  folderForThisTest,
  runProgram,
  serveForThisTest,
  type Ended,
  type Environment,
  type RunningProgram,
} from '../support/program.ts';
import { codeOf, send, signIn } from '../support/requests.ts';

const environment = { UNDERPIN_SEED: 'off' };
const recordOf = (data: string): string => join(data, 'server.json');

/** Runs the same commands on a store of its own and through a server, and gives what both said. */
async function bothWays(
  commands: readonly (readonly string[])[],
): Promise<{ alone: Ended[]; through: Ended[]; server: RunningProgram }> {
  const alone = join(await folderForThisTest(), 'data');
  const server = await serveForThisTest(environment);
  const said: { alone: Ended[]; through: Ended[] } = { alone: [], through: [] };
  for (const words of commands) {
    said.alone.push(timeless(await runProgram(words, { UNDERPIN_DATA: alone })));
    said.through.push(timeless(await runProgram(words, { UNDERPIN_DATA: server.data })));
  }
  return { ...said, server };
}

/** What was said, without the times of changes: the two were not made at once. */
function timeless(ended: Ended): Ended {
  return { ...ended, stdout: ended.stdout.replaceAll(/"at": "[^"]+"/g, '"at": "…"') };
}

describe('while a server holds the store', () => {
  test('every command works through it, and says and ends as it does alone', async () => {
    const folder = await folderForThisTest();
    const file = async (name: string, content: unknown): Promise<string> => {
      await writeFile(join(folder, name), JSON.stringify(content, null, 2));
      return join(folder, name);
    };
    const full = await file('full.json', fullDocument);
    const more = await file('more.json', evidenceDocument({ studies: [study('more')] }));
    const broken = await file('broken.json', { studies: [{ id: 'x' }] });
    const conflicting = await file(
      'conflict.json',
      evidenceDocument({ claims: [claim(fullDocument.studies[0]?.id ?? '')] }),
    );
    await writeFile(join(folder, 'empty.json'), '');
    const { alone, through, server } = await bothWays([
      ['export'],
      ['import', full, '--dry-run'],
      ['import', full, more, '--json'],
      ['import', full],
      ['import', broken, more],
      ['import', join(folder, 'empty.json')],
      ['import', '--json', conflicting, broken],
      ['import', conflicting],
      ['import', join(folder, 'missing.json')],
      ['import', '--format', 'docx', full],
      ['verify'],
      ['export'],
    ]);
    expect(through).toEqual(alone);
    expect(through.map(({ status }) => status)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 0, 0]);
    expect(await ask(server.address, '{ statistics { studies } }')).toEqual({
      statistics: { studies: fullDocument.studies.length + 1 },
    });
  });

  test('an export goes to the file that it is told', async () => {
    const server = await serveForThisTest(environment);
    const out = join(await folderForThisTest(), 'out.json');
    const words = ['export', '--out', out];
    expect(await runProgram(words, { UNDERPIN_DATA: server.data })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const { body } = await send(server.address, {
      path: '/export',
      headers: { host: new URL(server.address).host },
    });
    expect(await readFile(out, 'utf8')).toBe(body);
  });

  test('a source of several megabytes is imported', async () => {
    const server = await serveForThisTest(environment);
    const file = join(await folderForThisTest(), 'large.json');
    const studies = Array.from({ length: 2000 }, (_, index) =>
      study(`study-${index}`, { note: 'ö'.repeat(1000) }),
    );
    await writeFile(file, JSON.stringify(evidenceDocument({ studies })));
    const { status, stdout } = await runProgram(['import', file], { UNDERPIN_DATA: server.data });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${file}: 2000 to create, 0 to update, 0 as they are, 0 conflicts: applied.\n`,
    });
  });

  test('sign-in prints a link that signs in, once', async () => {
    const server = await serveForThisTest(environment);
    const { status, stdout, stderr } = await runProgram(['sign-in'], {
      UNDERPIN_DATA: server.data,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?code=[\w-]{43}\n$/);
    expect(stdout.trim()).not.toBe(server.signInLink);
    expect(await signIn({ ...server, signInLink: stdout.trim() })).toContain('underpin-session-');
  });
});

describe('a server with a token of its own', () => {
  const UNDERPIN_TOKEN = 'the-token-of-this-test';

  test('works for who has it, lets others export, and says what the rest takes', async () => {
    const server = await serveForThisTest({ ...environment, UNDERPIN_TOKEN });
    const run = (words: readonly string[], token: Environment): Promise<Ended> =>
      runProgram(words, { UNDERPIN_DATA: server.data, ...token });
    const file = join(await folderForThisTest(), 'document.json');
    await writeFile(file, JSON.stringify(fullDocument));
    for (const words of [['import', file], ['verify'], ['sign-in']]) {
      expect(await run(words, {})).toEqual({
        status: 1,
        stdout: '',
        stderr: `The server at ${server.address} holds the store and asks for the curator’s token: set UNDERPIN_TOKEN to the server’s own.\n`,
      });
      expect(await run(words, { UNDERPIN_TOKEN: 'another' })).toEqual({
        status: 1,
        stdout: '',
        stderr:
          'This is not the curator’s token: it is UNDERPIN_TOKEN of the server, or stands in the file “token” of its data folder.\n',
      });
    }
    const before = await run(['export'], {});
    expect(before.status).toBe(0);
    expect((await run(['import', file], { UNDERPIN_TOKEN })).status).toBe(0);
    expect((await run(['export'], {})).stdout).not.toBe(before.stdout);
  });
});

describe('the record that a server leaves', () => {
  test('is for its owner alone, holds no secret, and is gone when the server is', async () => {
    const UNDERPIN_DATA = join(await folderForThisTest(), 'data');
    const server = await serveForThisTest({ ...environment, UNDERPIN_DATA });
    const { mode } = await stat(recordOf(UNDERPIN_DATA));
    expect((mode & 0o777).toString(8)).toBe('600');
    const text = await readFile(recordOf(UNDERPIN_DATA), 'utf8');
    expect(JSON.parse(text)).toEqual({
      address: server.address,
      pid: server.pid,
      store: expect.stringMatching(/^[\da-f]{64}$/) as string,
    });
    await server.stop();
    await expect(readFile(recordOf(UNDERPIN_DATA))).rejects.toThrow('ENOENT');
    expect((await runProgram(['verify'], { UNDERPIN_DATA })).status).toBe(0);
  });

  test('counts for nothing where the server was killed, its port answers for another, or it is none', async () => {
    const UNDERPIN_DATA = join(await folderForThisTest(), 'data');
    const server = await serveForThisTest({ ...environment, UNDERPIN_DATA });
    const killed = await readFile(recordOf(UNDERPIN_DATA), 'utf8');
    await server.kill();
    const asked: string[] = [];
    const { store } = JSON.parse(killed) as { store: string };
    const other = await listenForThisTest(asked);
    for (const record of [
      killed,
      JSON.stringify({ address: other, pid: server.pid, store }),
      JSON.stringify({ address: other, pid: process.pid, store }),
      '{"address": 1}',
      'no JSON',
      '',
    ]) {
      await writeFile(recordOf(UNDERPIN_DATA), record);
      expect(await runProgram(['verify'], { UNDERPIN_DATA })).toEqual({
        status: 0,
        stdout: 'The store is in order: 0 records.\n',
        stderr: '',
      });
      const { status, stderr } = await runProgram(['sign-in'], { UNDERPIN_DATA });
      expect(status).toBe(1);
      expect(stderr).toContain(`No server runs on the data folder ${UNDERPIN_DATA}`);
    }
    expect(new Set(asked)).toEqual(new Set(['/healthz']));
  });

  test('is of one store: a command for another goes its own way', async () => {
    const server = await serveForThisTest(environment);
    const { status, stderr } = await runProgram(['export'], {
      UNDERPIN_DATA: server.data,
      NEO4J_URI: 'bolt://127.0.0.1:1',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('The Neo4j database does not answer');
  });
});

/** A server that is none of ours; it keeps what it is asked, and has no Underpin's word to say. */
async function listenForThisTest(asked: string[]): Promise<string> {
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200).end('{"status":"something else"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the routes for the store as a whole', () => {
  const TOKEN = 'the-token-of-this-test';
  const json = { 'content-type': 'application/json' };
  const bearer = { authorization: `Bearer ${TOKEN}` };
  const serve = (): Promise<RunningProgram> =>
    serveForThisTest({ ...environment, UNDERPIN_TOKEN: TOKEN });

  test('refuse a reader before the body is read, however large it says it is', async () => {
    const server = await serve();
    const { host } = new URL(server.address);
    for (const headers of [
      { host },
      { host, authorization: 'Bearer x' },
      { ...bearer, host: 'evil.example' },
      { ...bearer, host, origin: 'https://evil.example' },
      { ...bearer, host, 'sec-fetch-site': 'cross-site' },
    ]) {
      const received = await send(server.address, {
        method: 'POST',
        path: '/import',
        headers: { ...headers, ...json, 'content-length': '60000000', connection: 'close' },
      });
      expect([401, 403]).toContain(received.status);
      expect(codeOf(received)).toBe('FORBIDDEN');
    }
    const verified = await send(server.address, { path: '/verify', headers: { host } });
    expect({ status: verified.status, code: codeOf(verified) }).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    });
  });

  test('take a source by its two types, and no form’s', async () => {
    const server = await serve();
    const { host } = new URL(server.address);
    const body = JSON.stringify(fullDocument);
    const post = (type: string, path = '/import?name=full.json&dryRun=true') =>
      send(server.address, {
        method: 'POST',
        path,
        headers: { ...bearer, host, 'content-type': type },
        body,
      });
    for (const type of ['application/json', 'application/octet-stream'])
      expect(JSON.parse((await post(type)).body)).toMatchObject({ problems: [], isApplied: false });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await post(type)).status).toBe(415);
    for (const path of ['/import?dryRun=yes', '/import?format=docx', '/import?name=a&name=b']) {
      const received = await post('application/json', path);
      expect({ status: received.status, code: codeOf(received) }).toEqual({
        status: 400,
        code: 'INVALID',
      });
    }
    expect(await ask(server.address, '{ statistics { studies } }')).toEqual({
      statistics: { studies: 0 },
    });
  });

  test('refuse a source of more than 1024 MiB, and an export of a format that there is not', async () => {
    const server = await serve();
    const { host } = new URL(server.address);
    const large = await send(server.address, {
      method: 'POST',
      path: '/import',
      headers: { ...bearer, ...json, host, 'content-length': String(1024 * 1024 * 1024 + 1) },
    });
    expect({ status: large.status, code: codeOf(large) }).toEqual({
      status: 413,
      code: 'TOO_COSTLY',
    });
    const exported = await send(server.address, { path: '/export?format=yaml', headers: { host } });
    expect({ status: exported.status, code: codeOf(exported) }).toEqual({
      status: 400,
      code: 'INVALID',
    });
  });
});

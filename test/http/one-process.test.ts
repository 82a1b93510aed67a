import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inOrder } from '../../server/export/interchange.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { fullDocument } from '../support/full-document.ts';
import {
  ask,
  folderForThisTest,
  runProgram,
  serveForThisTest,
  startLines,
} from '../support/program.ts';

describe('a store that a server holds', () => {
  test('is refused to a second server, and the first goes on', async () => {
    const UNDERPIN_DATA = await folderForThisTest();
    const server = await serveForThisTest({ UNDERPIN_DATA });
    const before = await ask(server.address, '{ statistics { claims revision } }');
    expect(await runProgram(['serve'], { UNDERPIN_DATA, PORT: '0' })).toEqual({
      status: 1,
      stdout: '',
      stderr: `The store ${join(UNDERPIN_DATA, 'graph.grafeo')} is in use by another process: stop that one first, or set UNDERPIN_DATA to another folder.\n`,
    });
    expect(await ask(server.address, '{ statistics { claims revision } }')).toEqual(before);
    // Nor does it take the first one's place for the commands.
    expect((await runProgram(['verify'], { UNDERPIN_DATA })).status).toBe(0);
  });

  test('is free again when the server has ended', async () => {
    const UNDERPIN_DATA = await folderForThisTest();
    const first = await serveForThisTest({ UNDERPIN_DATA });
    await first.stop();
    const second = await serveForThisTest({ UNDERPIN_DATA });
    expect(second.output.stdout).toBe(startLines(second));
  });
});

describe('a server that is asked to end', () => {
  test('ends with status 0 and leaves its store in order', async () => {
    const UNDERPIN_DATA = await folderForThisTest();
    const server = await serveForThisTest({ UNDERPIN_DATA });
    expect((await server.stop()).status).toBe(0);
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed');
    const { status, stdout } = await runProgram(['verify'], { UNDERPIN_DATA });
    expect(stdout).toMatch(/^The store is in order: [1-9]\d* records\.\n$/);
    expect(status).toBe(0);
  });

  test('does so though a reader keeps a connection open', async () => {
    const server = await serveForThisTest();
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('HTTP/1.1 200 OK');
    expect((await server.stop()).status).toBe(0);
  });

  test('answers first what was asked before', async () => {
    const server = await serveForThisTest();
    const { hostname, port } = new URL(server.address);
    const body = JSON.stringify({ query: '{ claims(first: 1) { totalCount } }' });
    const socket = await connected(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    // The server has read the head of the request, and waits for the rest.
    while (!said.includes('100 Continue')) await once(socket, 'data');
    server.askToEnd();
    while (await isListening(Number(port), hostname));
    socket.write(body);
    await once(socket, 'close');
    expect(said).toContain('HTTP/1.1 200 OK');
    expect(said).toMatch(/\{"data":\{"claims":\{"totalCount":[1-9]\d*\}\}\}\s*$/);
    expect((await server.stop()).status).toBe(0);
  });
});

describe('a server that is killed', () => {
  test('right after it seeded its store has lost nothing of what it said was loaded', async () => {
    const UNDERPIN_DATA = await folderForThisTest();
    const server = await serveForThisTest({ UNDERPIN_DATA });
    expect(server.output.stdout).toContain('the seed corpus was loaded');
    expect((await server.kill()).status).toBeNull();
    const { status, stdout } = await runProgram(['export'], { UNDERPIN_DATA });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(inOrder(await readSeed('seed/corpus')));
    expect((await runProgram(['verify'], { UNDERPIN_DATA })).status).toBe(0);
  });

  test('after an import keeps the import, byte for byte', async () => {
    const folder = await folderForThisTest();
    const UNDERPIN_DATA = join(folder, 'data');
    await mkdir(UNDERPIN_DATA);
    const document = join(folder, 'document.json');
    await writeFile(document, JSON.stringify(fullDocument));
    expect((await runProgram(['import', document], { UNDERPIN_DATA })).status).toBe(0);
    const before = await runProgram(['export'], { UNDERPIN_DATA });
    const server = await serveForThisTest({ UNDERPIN_DATA });
    await ask(server.address, '{ search(text: "schools") { totalCount } }');
    await server.kill();
    expect(await runProgram(['export'], { UNDERPIN_DATA })).toEqual(before);
    expect(JSON.parse(before.stdout)).toEqual(inOrder(fullDocument));
  });
});

async function connected(port: number, host: string): Promise<Socket> {
  const socket = connect(port, host);
  await once(socket, 'connect');
  return socket;
}

async function isListening(port: number, host: string): Promise<boolean> {
  try {
    (await connected(port, host)).destroy();
    return true;
  } catch {
    return false;
  }
}

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { UnderpinError } from '../../server/domain/errors.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import {
  folderForThisTest,
  makeFolder,
  projectFolder,
  removeFolder,
  run,
  runProgram,
  type Ended,
  type Environment,
} from '../support/program.ts';
import { formatList } from '../../server/ingest/formats.ts';

let folder: string;
let UNDERPIN_DATA: string;

beforeAll(async () => {
  folder = await makeFolder();
  UNDERPIN_DATA = join(folder, 'data');
});
afterAll(() => removeFolder(folder));

/** Runs the program, which is to say one sentence and no more, on stderr. */
async function refused(
  words: readonly string[],
  environment: Environment = {},
): Promise<{ status: Ended['status']; sentence: string }> {
  const { status, stdout, stderr } = await runProgram(words, { UNDERPIN_DATA, ...environment });
  expect(stdout).toBe('');
  expect(stderr.endsWith('\n')).toBe(true);
  const sentence = stderr.slice(0, -1);
  expect(sentence.split('\n')).toHaveLength(1);
  expect(sentence).toMatch(/^\S.*[.]$/);
  expect(sentence).not.toMatch(/Error|node:| at .*:\d+:\d+/);
  return { status, sentence };
}

describe('a wrong call is a usage error', () => {
  test.concurrent.each([
    [[], 'Say what to do.'],
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['import'], 'Say which files to import.'],
    [['import', '--dry-run'], 'Say which files to import.'],
    [['import', '--colour', 'x.json'], "Unknown option '--colour'."],
    [
      ['import', '--format', 'docx', 'x.json'],
      `The format “docx” is not known: there are ${formatList()}.`,
    ],
    [['export', '--format', 'yaml'], 'The format “yaml” is not known: there is “json”.'],
    [['export', '--out'], "Option '--out <value>' argument missing."],
    [['export', 'x.json'], "Unexpected argument 'x.json'."],
    [['serve', '--port', '80'], "Unknown option '--port'."],
    [['verify', 'x.json'], "Unexpected argument 'x.json'."],
  ])('%j', async (words, sentence) => {
    expect(await refused(words)).toEqual({
      status: 2,
      sentence: `${sentence} See \`underpin help\`.`,
    });
  });
});

describe('a wrong environment stops every command', () => {
  test.concurrent.each([
    ['PORT', 'eighty', '“eighty”: it should be a number from 0 to 65535'],
    ['PORT', '65536', '“65536”: it should be a number from 0 to 65535'],
    ['UNDERPIN_SEED', 'no', '“no”: it should be “on” or “off”'],
    ['UNDERPIN_TOKEN', 'hunter2 hunter2', 'holds a space'],
    ['UNDERPIN_ORIGIN', 'https://me:hunter2@underpin.example', 'as in https://underpin.example'],
    ['NEO4J_URI', 'localhost', 'should look like neo4j://host:7687 or bolt://host:7687'],
    ['NEO4J_URI', 'http://localhost:7474', 'should look like neo4j://host:7687'],
    ['NEO4J_PASSWORD', 'hunter2', 'mean nothing without NEO4J_URI'],
  ])('%s=%s', async (name, value, reason) => {
    const { status, sentence } = await refused(['serve'], { [name]: value });
    expect(status).toBe(2);
    expect(sentence).toContain(name);
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain('hunter2');
  });

  test.concurrent('a password without a name', async () => {
    const { status, sentence } = await refused(['serve'], {
      NEO4J_URI: 'bolt://127.0.0.1:7687',
      NEO4J_PASSWORD: 'hunter2',
    });
    expect(status).toBe(2);
    expect(sentence).toBe('NEO4J_PASSWORD is set without NEO4J_USERNAME: set both.');
  });

  test.concurrent.each([['import', 'package.json'], ['export'], ['verify']])(
    'and not serve alone: %s',
    async (...words) => {
      const { status, sentence } = await refused(words, { UNDERPIN_SEED: 'maybe' });
      expect(status).toBe(2);
      expect(sentence).toContain('UNDERPIN_SEED');
    },
  );
});

describe('a database that is not to be had', () => {
  test.concurrent.each(['bolt', 'neo4j'])(
    'at %s:// where nothing answers: one sentence, and no password in it',
    async (scheme) => {
      const { port, server } = await listen();
      await close(server);
      const { status, sentence } = await refused(['serve'], {
        NEO4J_URI: `${scheme}://127.0.0.1:${port}`,
        NEO4J_USERNAME: 'neo4j',
        NEO4J_PASSWORD: 'hunter2',
      });
      expect(status).toBe(1);
      expect(sentence).toBe(
        'The Neo4j database does not answer: start it, or check NEO4J_URI, and try again.',
      );
    },
  );

  test.concurrent('at an address that holds a password: the password is not said', async () => {
    const { port, server } = await listen();
    await close(server);
    const { status, sentence } = await refused(['verify'], {
      NEO4J_URI: `bolt://neo4j:hunter2@127.0.0.1:${port}`,
    });
    expect(status).toBe(1);
    expect(sentence).not.toContain('hunter2');
  });

  test('where what answers is no Neo4j and hangs up', async () => {
    const { port } = await listenForThisTest((server) =>
      server.on('connection', (socket) => socket.destroy()),
    );
    const { status, sentence } = await refused(['verify'], {
      NEO4J_URI: `bolt://127.0.0.1:${port}`,
    });
    expect(status).toBe(1);
    expect(sentence).toContain('NEO4J_URI');
  });

  test('where a file stands in the place of the data folder', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, 'not a folder');
    for (const path of [file, join(file, 'below')])
      for (const command of ['serve', 'export'])
        expect(await refused([command], { UNDERPIN_DATA: path, PORT: '0' })).toEqual({
          status: 1,
          sentence: `The data folder ${path} cannot be made: set UNDERPIN_DATA to a folder that may be written.`,
        });
  });

  test('on a platform for which the embedded engine has no build', async () => {
    const error = await openEmbedded(null, {
      loadBinding: () => Promise.reject(new Error('Cannot find module @grafeo-db/js-plan9')),
    }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnderpinError);
    expect(error).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^The embedded database has no build .*: set NEO4J_URI .*\.$/),
    });
  });
});

describe('an address that is not to be had', () => {
  test('as its port is in use: the sentence names it, and the store is left as it was', async () => {
    const { port } = await listenForThisTest();
    const data = await folderForThisTest();
    const environment = { PORT: String(port), UNDERPIN_DATA: data, UNDERPIN_SEED: 'off' };
    expect(await refused(['serve'], environment)).toEqual({
      status: 1,
      sentence: `Port ${port} of 127.0.0.1 is in use: stop what uses it, or set PORT to another.`,
    });
    expect((await runProgram(['verify'], { UNDERPIN_DATA: data })).stdout).toBe(
      'The store is in order: 0 records.\n',
    );
  });

  test('as others could reach it and there is no token: the store is not even made', async () => {
    const data = join(await folderForThisTest(), 'data');
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'underpin.example'])
      expect(await refused(['serve'], { HOST, UNDERPIN_DATA: data })).toEqual({
        status: 2,
        sentence: `HOST is ${HOST}, which others can reach: set UNDERPIN_TOKEN to a long secret word, which curators then sign in with.`,
      });
    expect(existsSync(data)).toBe(false);
  });

  test('as it is none of this machine', async () => {
    const environment = {
      HOST: '192.0.2.1',
      PORT: '4000',
      UNDERPIN_TOKEN: 'x',
      UNDERPIN_SEED: 'off',
    };
    expect(await refused(['serve'], environment)).toEqual({
      status: 1,
      sentence:
        'Port 4000 of 192.0.2.1 cannot be had: set HOST and PORT to an address of this machine.',
    });
  });
});

describe('a file that cannot be written', () => {
  test('fails the export with one sentence', async () => {
    const file = join(folder, 'no-such-folder', 'out.json');
    expect(await refused(['export', '--out', file])).toEqual({
      status: 1,
      sentence: `The file ${file} cannot be written (ENOENT).`,
    });
  });
});

describe('a copy of the program without a build', () => {
  test.each(['serve', 'help'])('says how to make one: %s', async (word) => {
    const alone = await folderForThisTest();
    await mkdir(join(alone, 'bin'));
    const program = join(alone, 'bin', 'underpin.mjs');
    await copyFile(join(projectFolder, 'underpin.mjs'), program);
    expect(await run(process.execPath, [program, word], {}, alone)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no build yet: run `npm run build` (or `npm start`) first.\n',
    });
    expect(await readdir(alone)).toEqual(['bin']);
  });
});

/** Listens on a free port of this machine. */
async function listen(
  prepare: (server: Server) => unknown = () => undefined,
): Promise<{ port: number; server: Server }> {
  const server = createServer();
  prepare(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

async function listenForThisTest(prepare?: (server: Server) => unknown): Promise<{ port: number }> {
  const { port, server } = await listen(prepare);
  onTestFinished(() => close(server));
  return { port };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

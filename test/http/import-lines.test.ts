import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCli } from '../../server/cli/cli.ts';
import type { World } from '../../server/cli/world.ts';
import { manyCitations } from '../support/many-citations.ts';
import {
  ask,
  folderForThisTest,
  serveForThisTest,
  startProgram,
  type RunningProgram,
} from '../support/program.ts';

const TOKEN = 'the-token-of-this-test';
const environment = { UNDERPIN_SEED: 'off', UNDERPIN_TOKEN: TOKEN };
const authorization = `Bearer ${TOKEN}`;
const LINES = 'application/x-ndjson';

const BIB = `@article{a, title = {What schools learn from each other}, author = {Smith, Jane}, year = 2001, journal = {Schools}}

@article{b, title = {What schools forget}, author = {Jones, Ann}, year = 2005}
`;

interface Line {
  readonly progress?: { readonly stage: string };
  readonly report?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string; readonly extensions: object };
}

function post(
  { address }: RunningProgram,
  search: string,
  body: string,
  about: { readonly accept?: string; readonly signal?: AbortSignal } = {},
): Promise<Response> {
  const { accept = LINES, signal = null } = about;
  return fetch(`${address}/import?${search}`, {
    method: 'POST',
    headers: { authorization, accept, 'content-type': 'application/octet-stream' },
    body,
    signal,
  });
}

/** The lines of an answer as they come. */
async function* linesOf(response: Response): AsyncGenerator<Line> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const lines = (text + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

async function allLines(response: Response): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(response)) lines.push(line);
  return lines;
}

async function revisionOf({ address }: RunningProgram): Promise<string> {
  return (await ask<{ revision: string }>(address, '{ revision }')).revision;
}

function giveUp({ address }: RunningProgram, run: string): Promise<Response> {
  return fetch(`${address}/import/${run}`, { method: 'DELETE', headers: { authorization } });
}

/** Waits until an import is no longer under way. */
async function untilEnded(server: RunningProgram, run: string): Promise<void> {
  await expect.poll(async () => (await giveUp(server, run)).status, { timeout: 30_000 }).toBe(404);
}

describe('an import, line by line', () => {
  test('says what it goes through, and at last the report that it else answers with', async () => {
    const server = await serveForThisTest(environment);
    const response = await post(server, 'name=x.bib&dryRun=true', BIB);
    expect(response.headers.get('content-type')).toBe(`${LINES}; charset=utf-8`);
    const lines = await allLines(response);
    const stages = lines.flatMap(({ progress }) => progress?.stage ?? []);
    expect([...new Set(stages)]).toEqual(['reading', 'matching', 'planning']);
    const plain = await post(server, 'name=x.bib&dryRun=true', BIB, { accept: 'application/json' });
    expect(lines.at(-1)?.report).toEqual(await plain.json());
    const applied = await allLines(await post(server, 'name=x.bib', BIB));
    const writing = applied.flatMap(({ progress }) => progress ?? []).slice(stages.length);
    expect(writing.map(({ stage }) => stage)).toContain('writing');
    expect(writing.at(-1)).toEqual({ stage: 'writing', done: 4, total: 4 });
    expect(applied.at(-1)?.report).toMatchObject({ isApplied: true });
  });

  test('tells records by their names and lines, so many of each sort, with true counts', async () => {
    const server = await serveForThisTest(environment);
    const told = async (search: string, content = BIB): Promise<Line['report']> =>
      (await allLines(await post(server, search, content))).at(-1)?.report;
    expect(await told('name=x.bib&dryRun=true&rows=1')).toMatchObject({
      isRefused: false,
      change: null,
      counts: { created: 4, updated: 0, conflicts: 0, problems: 0, vanished: 0 },
      created: [{ kind: 'studies', name: 'What schools learn from each other (2001)' }],
    });
    const { created } = (await told('name=x.bib&rows=10')) as {
      created: { name: string; line: number }[];
    };
    expect(created.map(({ name, line }) => [name, line])).toContainEqual([
      'What schools forget (2005)',
      3,
    ]);
    // A newer version: another journal, and one work that is gone.
    const newer = BIB.slice(0, BIB.indexOf('@article{b')).replace('{Schools}', '{School Studies}');
    expect(await told('name=x.bib&dryRun=true&rows=10', newer)).toMatchObject({
      updated: [
        {
          name: 'What schools learn from each other (2001)',
          line: 1,
          fields: [{ field: 'venue', before: 'Schools', after: 'School Studies' }],
          fieldCount: 1,
        },
      ],
      vanished: [
        { kind: 'authors', name: 'Jones, Ann', line: null },
        { kind: 'studies', name: 'What schools forget (2005)', line: null },
      ],
    });
  });

  test('ends with an error that says which formats it may be', async () => {
    const server = await serveForThisTest(environment);
    const lines = await allLines(await post(server, '', 'nothing that is known'));
    expect(lines.at(-1)?.error).toMatchObject({
      message: expect.stringContaining('No format is recognised') as string,
      extensions: { code: 'INVALID', formats: [] },
    });
  });

  test('is carried out once under one key, and names its change again', async () => {
    const server = await serveForThisTest(environment);
    const once = async (): Promise<unknown> =>
      (await allLines(await post(server, 'name=x.bib&key=k&rows=1', BIB))).at(-1)?.report?.[
        'change'
      ];
    expect([await once(), await once()]).toEqual([1, 1]);
    const other = (await allLines(await post(server, 'name=y.bib&key=k', BIB))).at(-1);
    expect(other?.error?.extensions).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('an import that is given up', () => {
  const MANY = manyCitations(30_000);

  test('by its name says so, writes nothing, and the server goes on', async () => {
    const server = await serveForThisTest(environment);
    const before = await revisionOf(server);
    const said: Line[] = [];
    const lines = linesOf(await post(server, 'name=many.txt&run=r1', MANY));
    await lines.next();
    expect((await giveUp(server, 'r1')).status).toBe(204);
    for await (const line of lines) said.push(line);
    expect(said.at(-1)?.error).toEqual({
      message: 'Cancelled: nothing was written.',
      extensions: { code: 'UNAVAILABLE', retriable: true },
    });
    expect((await giveUp(server, 'r1')).status).toBe(404);
    expect(await revisionOf(server)).toBe(before);
  });

  test('by going away writes nothing, by this way and by GraphQL', async () => {
    const server = await serveForThisTest(environment);
    const before = await revisionOf(server);
    const leaving = new AbortController();
    const response = await post(server, 'name=many.txt&run=r2', MANY, { signal: leaving.signal });
    await linesOf(response).next();
    leaving.abort();
    await untilEnded(server, 'r2');
    expect(await revisionOf(server)).toBe(before);

    const gone = new AbortController();
    const asked = fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($content: String!) { importSource(content: $content) { isApplied } }',
        variables: { content: MANY },
      }),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 300);
    await expect(asked).rejects.toThrow('aborted');
    // What is changed next waits for its turn, behind whatever was under way.
    await allLines(await post(server, 'name=x.bib', BIB));
    const { changes } = await ask<{ changes: { totalCount: number } }>(
      server.address,
      '{ changes(first: 1) { totalCount } }',
    );
    expect(changes.totalCount).toBe(1);
  });

  test('is for curators to give up', async () => {
    const server = await serveForThisTest(environment);
    const refused = await fetch(`${server.address}/import/r3`, { method: 'DELETE' });
    expect(refused.status).toBe(403);
  });
});

describe('underpin import, asked to end', () => {
  /** Runs it in this process, and asks it to end when it says that it is at this. */
  async function importUntil(
    stage: string,
    files: readonly string[],
    variables: Readonly<Record<string, string>>,
  ): Promise<{ status: number; said: string; complained: string; shown: readonly string[] }> {
    let askToEnd: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      askToEnd = resolve;
    });
    let said = '';
    let complained = '';
    const shown: string[] = [];
    const world: World = {
      environment: variables,
      root: process.cwd(),
      user: 'Somebody',
      say: (text) => (said += text),
      complain: (text) => (complained += text),
      untilAskedToEnd: () => asked,
      show: (text) => {
        shown.push(text);
        if (text.includes(stage)) askToEnd();
      },
    };
    const status = await runCli(['import', ...files], world);
    return { status, said, complained, shown };
  }

  test.each(['alone', 'through a server'])('writes nothing, %s', async (how) => {
    const folder = await folderForThisTest();
    const file = join(folder, 'many.txt');
    await writeFile(file, manyCitations(5000));
    const small = join(folder, 'small.bib');
    await writeFile(small, BIB);
    const variables = { UNDERPIN_DATA: join(folder, 'data'), ...environment };
    if (how === 'through a server') {
      const server = await startProgram(variables);
      onTestFinished(async () => void (await server.stop()));
    }
    const ended = await importUntil('matching', [file], variables);
    expect(ended).toMatchObject({
      status: 1,
      said: '',
      complained: 'Cancelled: nothing was written.\n',
    });
    expect(ended.shown[0]).toBe(`${file}: reading…`);
    expect(ended.shown.at(-1)).toBe('');
    expect(await importUntil('many.txt: matching', [small, file], variables)).toMatchObject({
      status: 1,
      said: expect.stringContaining('4 to create') as string,
      complained: `Cancelled: nothing of ${file} was written.\n`,
    });
    expect(await importUntil('never', [small], variables)).toMatchObject({
      status: 0,
      said: expect.stringContaining('0 to create, 0 to update, 4 as they are') as string,
    });
  });
});

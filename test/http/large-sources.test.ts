import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  folderForThisTest,
  runProgram,
  serveForThisTest,
  serveForTheseTests,
} from '../support/program.ts';

const TOKEN = 'the-token-of-this-test';
const environment = { UNDERPIN_SEED: 'off', UNDERPIN_TOKEN: TOKEN };
const authorization = `Bearer ${TOKEN}`;

/** Six megabytes: records are few, and each has much in it that is not kept. */
const WORKS = 300;
const LARGE = Array.from(
  { length: WORKS },
  (_each, at) =>
    `TY  - JOUR\nTI  - What school number ${at} learns from the others\nAU  - Smith, Jane\nPY  - ${1990 + (at % 30)}\nDO  - 10.1000/${at}\nAB  - ${'Schools that work together. '.repeat(720)}\nER  - \n\n`,
).join('');

interface Line {
  readonly progress?: { readonly stage: string };
  readonly report?: {
    readonly counts: Readonly<Record<string, number>>;
    readonly created: readonly { readonly name: string; readonly line: number }[];
  };
}

/** What is left of sources that arrived. */
async function leftBehind(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('underpin-source-'));
}

describe('a source of several megabytes', () => {
  test('is brought in by the command line, alone and through a server, packed or not', async () => {
    const folder = await folderForThisTest();
    const [plain, packed] = [join(folder, 'works.ris'), join(folder, 'works.ris.gz')];
    await writeFile(plain, LARGE);
    await writeFile(packed, gzipSync(LARGE, { level: 0 }));
    const alone = join(folder, 'data');
    const server = await serveForThisTest(environment);
    for (const data of [alone, server.data]) {
      const words = (file: string): string[] => ['import', file];
      const first = await runProgram(words(plain), { ...environment, UNDERPIN_DATA: data });
      expect(first).toMatchObject({ status: 0, stderr: '' });
      expect(first.stdout).toBe(
        `${plain}: ${WORKS + 1} to create, 0 to update, 0 as they are, 0 conflicts: applied.\n`,
      );
      const second = await runProgram(words(packed), { ...environment, UNDERPIN_DATA: data });
      expect(second.stdout).toBe(
        `${packed}: 0 to create, 0 to update, ${WORKS + 1} as they are, 0 conflicts: applied.\n`,
      );
    }
    const exported = await Promise.all(
      [alone, server.data].map((data) => runProgram(['export'], { UNDERPIN_DATA: data })),
    );
    expect(exported[0]?.stdout).toBe(exported[1]?.stdout);
    await expect.poll(leftBehind).toEqual([]);
  });

  describe('that is sent to a server', () => {
    const server = serveForTheseTests(environment);

    const post = (search: string, body: string, type = 'application/octet-stream') =>
      fetch(`${server.address}/import?${search}`, {
        method: 'POST',
        headers: { authorization, accept: 'application/x-ndjson', 'content-type': type },
        body,
      });

    const linesIn = async (response: Response): Promise<Line[]> =>
      (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);

    test('is planned and told for a person, with its progress, and nothing is left of it', async () => {
      const lines = await linesIn(await post('name=large&dryRun=true&rows=2', LARGE));
      const stages = new Set(lines.flatMap(({ progress }) => progress?.stage ?? []));
      expect([...stages]).toEqual(['reading', 'planning']);
      const report = lines.at(-1)?.report;
      expect(report?.counts).toMatchObject({ created: WORKS + 1, conflicts: 0, problems: 0 });
      expect(report?.created.map(({ name, line }) => ({ name, line }))).toEqual([
        { name: 'What school number 0 learns from the others (1990)', line: 1 },
        { name: 'What school number 1 learns from the others (1991)', line: 9 },
      ]);
      await expect.poll(leftBehind).toEqual([]);
    });

    test('is written, with what is said in front of it', async () => {
      const said = `${JSON.stringify({ apart: 'all' })}\n`;
      const type = 'application/vnd.underpin.source';
      const lines = await linesIn(await post('name=large', said + LARGE, type));
      expect(lines.at(-1)?.report?.counts).toMatchObject({ created: WORKS + 1, conflicts: 0 });
      await expect.poll(leftBehind).toEqual([]);
    });

    test('is not kept where it breaks off, or what is said in front of it is wrong', async () => {
      const type = 'application/vnd.underpin.source';
      const wrong = await post('', `{"same": 1}\n${LARGE}`, type);
      expect(await wrong.text()).toContain('“same” should be pairs of ids');
      const controller = new AbortController();
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(LARGE);
        controller.abort();
        yield Buffer.from(LARGE);
      }
      await expect(
        fetch(`${server.address}/import`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/octet-stream' },
          body: ReadableStream.from(broken()),
          duplex: 'half',
          signal: controller.signal,
        }),
      ).rejects.toThrow('aborted');
      await expect.poll(leftBehind).toEqual([]);
    });
  });
});

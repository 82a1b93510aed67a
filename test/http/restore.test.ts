import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeInterchange } from '../../server/export/interchange.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import { folderForThisTest, runProgram, serveForThisTest, type Ended } from '../support/program.ts';

const first = writeInterchange(fullDocument);
const more = writeInterchange(
  evidenceDocument({ studies: [study('more'), study('post', { title: 'Another title' })] }),
);

interface Place {
  readonly snapshots: string;
  readonly run: (...words: string[]) => Promise<Ended>;
  readonly exported: () => Promise<string>;
  readonly file: (name: string) => string;
}

/** A store that two documents were imported into, the second over the first. */
async function makeStore(): Promise<Place> {
  const folder = await folderForThisTest();
  const UNDERPIN_DATA = join(folder, 'data');
  const file = (name: string): string => join(folder, name);
  const run = (...words: string[]): Promise<Ended> => runProgram(words, { UNDERPIN_DATA });
  await writeFile(file('first.json'), first);
  await writeFile(file('more.json'), more);
  const { status, stderr } = await run('import', file('first.json'), file('more.json'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return {
    snapshots: join(UNDERPIN_DATA, 'snapshots'),
    run,
    exported: async () => (await run('export')).stdout,
    file,
  };
}

/** The names of the exports among the snapshots. */
async function snapshotsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files.filter((name) => !name.endsWith('.states.json')).toSorted();
}

describe('before an import', () => {
  test('the command line keeps a snapshot that nobody else may read', async () => {
    const { snapshots } = await makeStore();
    const files = await readdir(snapshots);
    expect(files.toSorted()).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.json$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.states\.json$/),
    ]);
    expect((await stat(snapshots)).mode & 0o777).toBe(0o700);
    for (const name of files) expect((await stat(join(snapshots, name))).mode & 0o777).toBe(0o600);
    const [name = ''] = await snapshotsIn(snapshots);
    expect(await readFile(join(snapshots, name), 'utf8')).toBe(first);
  });

  test('a disk that does not take one refuses the import', async () => {
    const { snapshots, run, exported, file } = await makeStore();
    const before = await exported();
    await rm(snapshots, { recursive: true });
    await writeFile(snapshots, 'in the way');
    await writeFile(
      file('third.json'),
      writeInterchange(evidenceDocument({ studies: [study('t')] })),
    );
    const { status, stdout, stderr } = await run('import', file('third.json'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^The disk did not take a snapshot of the store, .* Nothing was written\.\n$/,
    );
    expect(await exported()).toBe(before);
  });
});

test('a server keeps a snapshot before a source is brought in through it', async () => {
  const server = await serveForThisTest({ UNDERPIN_TOKEN: 'the-token' });
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer the-token' },
    body: JSON.stringify({
      query: 'mutation ($content: String!) { importSource(content: $content) { __typename } }',
      variables: { content: more },
    }),
  });
  expect(await response.json()).toEqual({ data: { importSource: { __typename: 'ImportReport' } } });
  const folder = join(server.data, 'snapshots');
  const [name = '', another] = await snapshotsIn(folder);
  expect(another).toBeUndefined();
  expect(await readFile(join(folder, name), 'utf8')).toBe(
    writeInterchange(await readSeed('seed/corpus')),
  );
});

describe('underpin restore', () => {
  test('brings a snapshot back, tells what that changed, and keeps what was there', async () => {
    const { snapshots, run, exported } = await makeStore();
    const before = await exported();
    const [name = ''] = await snapshotsIn(snapshots);
    const planned = await run('restore', name, '--dry-run');
    expect(planned).toEqual({
      status: 0,
      stdout: `${name}: 0 to create, 1 to update, 1 to remove, 19 as they are: a dry run.\n  update studies post: title, type, evidence\n  remove studies more\n`,
      stderr: '',
    });
    expect(await exported()).toBe(before);
    expect(await snapshotsIn(snapshots)).toEqual([name]);

    const done = await run('restore', name);
    expect(done).toEqual({
      ...planned,
      stdout: planned.stdout.replace('a dry run', 'restored as change 3'),
    });
    expect(await exported()).toBe(first);
    const [, kept = ''] = await snapshotsIn(snapshots);
    expect(await readFile(join(snapshots, kept), 'utf8')).toBe(before);

    const again = await run('restore', name);
    expect(again.stdout).toBe(
      `${name}: 0 to create, 0 to update, 0 to remove, 20 as they are: nothing to change.\n`,
    );
    expect((await run('restore', kept.replace('.json', ''))).status).toBe(0);
    expect(await exported()).toBe(before);
    expect((await run('verify')).status).toBe(0);
  });

  test('without a snapshot lists those that there are, the newest first', async () => {
    const { snapshots, run } = await makeStore();
    const [older = ''] = await snapshotsIn(snapshots);
    await run('restore', older);
    const [, newer = ''] = await snapshotsIn(snapshots);
    const timeOf = (name: string): string =>
      `${name.slice(0, 10)} ${name.slice(11, 19).replaceAll('-', ':')} UTC`;
    expect(await run('restore')).toEqual({
      status: 0,
      stdout: `${newer}  ${timeOf(newer)}  21 records\n${older}  ${timeOf(older)}  20 records\n`,
      stderr: '',
    });
    const { stdout } = await run('restore', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { name: newer, records: 21 },
      { name: older, records: 20 },
    ]);
  });

  test('says that there is none yet', async () => {
    const UNDERPIN_DATA = await folderForThisTest();
    const { status, stdout } = await runProgram(['restore'], { UNDERPIN_DATA });
    expect(status).toBe(0);
    expect(stdout).toBe(`There is no snapshot in ${join(UNDERPIN_DATA, 'snapshots')} yet.\n`);
  });

  test('takes any export by its path, as a source of its name', async () => {
    const { run, exported, file } = await makeStore();
    await writeFile(file('elsewhere.json'), more);
    const { status, stdout } = await run('restore', file('elsewhere.json'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      snapshot: 'elsewhere.json',
      problem: null,
      isApplied: true,
      change: {
        action: 'RESTORE',
        details: {
          sources: expect.arrayContaining([
            expect.objectContaining({
              after: expect.objectContaining({ id: 'source:elsewhere.json' }),
            }),
          ]),
        },
      },
    });
    expect(await exported()).toBe(more);
  });

  test('refuses what is broken in one sentence, and writes nothing', async () => {
    const { snapshots, run, exported, file } = await makeStore();
    const before = await exported();
    const [name = ''] = await snapshotsIn(snapshots);
    const states = join(snapshots, name.replace('.json', '.states.json'));
    const refused = async (given: string): Promise<string> => {
      const { status, stdout, stderr } = await run('restore', given);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(await exported()).toBe(before);
      return stderr;
    };
    const whole = await readFile(states, 'utf8');
    await writeFile(states, whole.slice(0, 100));
    expect(await refused(name)).toMatch(
      /^The file \S+\.states\.json cannot be used, as it is no JSON/,
    );
    await writeFile(states, whole);
    await writeFile(join(snapshots, name), first.replace('a=1', 'a=2'));
    expect(await refused(name)).toBe(
      `The snapshot ${name} is not as it was taken, and ${name.replace('.json', '.states.json')} belongs to what it was: move that file away to restore the contents alone. Nothing was written.\n`,
    );
    await writeFile(file('cut.json'), first.slice(0, 100));
    expect(await refused(file('cut.json'))).toMatch(
      /^The snapshot cut\.json is broken: line \d+, column \d+: This is no JSON: .* Nothing was written\.\n$/,
    );
    await writeFile(
      file('dangling.json'),
      writeInterchange(evidenceDocument({ studies: [study('part', { partOf: 'nowhere' })] })),
    );
    expect(await refused(file('dangling.json'))).toMatch(
      /^The snapshot dangling\.json is broken: line \d+, column \d+: There is no study “nowhere”/,
    );
    expect(await refused('2001-01-01')).toMatch(/^There is no snapshot 2001-01-01, neither in /);
    const { status, stdout } = await run('restore', file('cut.json'), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      problem: expect.stringContaining('is broken'),
      plan: null,
      isApplied: false,
    });
  });

  test('takes one snapshot at a time', async () => {
    const { status, stderr } = await runProgram(['restore', 'one', 'two'], {});
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Say one snapshot to restore. See `underpin help`.\n',
    });
  });
});

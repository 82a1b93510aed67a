import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderForThisTest, runProgram, serveForThisTest } from '../support/program.ts';
import type { RunningProgram } from '../support/program.ts';

const TOKEN = 'the-token-of-this-test';
const environment = { UNDERPIN_SEED: 'off', UNDERPIN_TOKEN: TOKEN };
const TABLE = `Words,Where,Says
Water is wet,10.1000/a,pro
Water is wet,10.1000/b,con
`;
const COLUMNS = [
  { field: 'claim', headings: ['Words'] },
  { field: 'source', headings: ['Where'] },
  { field: 'stance', headings: ['Says'] },
];
const STANCES = [
  { word: 'Pro', stance: 'supports' },
  { word: 'con', stance: 'contradicts' },
];

const SAVE = `mutation ($profile: TableProfileInput!) {
  saveTableProfile(profile: $profile) { name columns { field headings } stances { word stance } documentRole }
}`;

const IMPORT = `mutation ($content: String!, $format: String, $profile: TableProfileInput, $profileName: String) {
  importSource(
    content: $content, name: "table.csv", format: $format, profile: $profile
    profileName: $profileName, dryRun: true
  ) {
    plan { created }
    problems { message }
    table { headings samples used { name } guess { columns { field } } fitting stanceWords { word rows } unknownStances }
  }
}`;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

async function ask(
  { address }: RunningProgram,
  query: string,
  variables: object = {},
  authorization = `Bearer ${TOKEN}`,
): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const refusalOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions.code;

describe('a profile of a table', () => {
  test('is saved for its owner alone, used by itself where it fits, named, and deleted', async () => {
    const server = await serveForThisTest(environment);
    const unread = await ask(server, IMPORT, { content: TABLE, format: 'claims-table' });
    expect(unread.data?.['importSource']).toEqual({
      plan: null,
      problems: [{ message: 'No heading says which column has the claims.' }],
      table: {
        headings: ['Words', 'Where', 'Says'],
        samples: [
          ['Water is wet', '10.1000/a', 'pro'],
          ['Water is wet', '10.1000/b', 'con'],
        ],
        used: { name: 'by its headings' },
        guess: { columns: [] },
        fitting: [],
        stanceWords: [],
        unknownStances: 0,
      },
    });
    const profile = { columns: COLUMNS, stances: STANCES };
    const once = await ask(server, IMPORT, { content: TABLE, profile });
    expect(once.data?.['importSource']).toMatchObject({
      plan: { created: 3 },
      problems: [],
      table: {
        stanceWords: [
          { word: 'pro', rows: 1 },
          { word: 'con', rows: 1 },
        ],
        unknownStances: 0,
      },
    });

    const saved = await ask(server, SAVE, { profile: { name: 'My coding', ...profile } });
    expect(saved.data).toEqual({
      saveTableProfile: {
        name: 'My coding',
        columns: COLUMNS,
        stances: [{ word: 'pro', stance: 'supports' }, STANCES[1]],
        documentRole: null,
      },
    });
    const file = join(server.data, 'profiles', 'My coding.json');
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ name: 'My coding' });
    const table = { used: { name: 'My coding' }, fitting: ['My coding'] };
    for (const named of [{}, { profileName: 'My coding' }, { format: 'claims-table' }]) {
      const read = await ask(server, IMPORT, { content: TABLE, ...named });
      expect(read.data?.['importSource']).toMatchObject({ plan: { created: 3 }, table });
    }
    const list = '{ tableProfiles { name } }';
    expect((await ask(server, list, {}, '')).data).toEqual({
      tableProfiles: [{ name: 'My coding' }],
    });
    const remove = 'mutation { deleteTableProfile(name: "My coding") }';
    expect((await ask(server, remove)).data).toEqual({ deleteTableProfile: true });
    expect((await ask(server, remove)).data).toEqual({ deleteTableProfile: false });
    expect((await ask(server, list)).data).toEqual({ tableProfiles: [] });
  });

  test('has a name that is safe for a file, columns with the claims, and a curator who saves and deletes it', async () => {
    const server = await serveForThisTest(environment);
    for (const name of ['', '../token', '.hidden', 'a/b', 'a\\b', 'x'.repeat(61), 'a\u0000b']) {
      const refused = await ask(server, SAVE, { profile: { name, columns: COLUMNS } });
      expect(refusalOf(refused)).toBe('INVALID');
    }
    const claimless = { name: 'x', columns: COLUMNS.slice(1) };
    expect(refusalOf(await ask(server, SAVE, { profile: claimless }))).toBe('INVALID');
    const reader = await ask(server, SAVE, { profile: { name: 'x', columns: COLUMNS } }, '');
    expect(refusalOf(reader)).toBe('FORBIDDEN');
    const remove = 'mutation ($name: String!) { deleteTableProfile(name: $name) }';
    expect(refusalOf(await ask(server, remove, { name: 'x' }, ''))).toBe('FORBIDDEN');
    expect(refusalOf(await ask(server, remove, { name: '../token' }))).toBe('INVALID');
    const unknown = await ask(server, IMPORT, { content: TABLE, profileName: 'no such' });
    expect(refusalOf(unknown)).toBe('NOT_FOUND');
    const other = { content: TABLE, format: 'bibtex', profile: { columns: COLUMNS } };
    expect(refusalOf(await ask(server, IMPORT, other))).toBe('INVALID');
  });

  test('goes by name or as a file in the command, alone and through a server', async () => {
    const folder = await folderForThisTest();
    const table = join(folder, 'table.csv');
    await writeFile(table, TABLE);
    const profile = {
      name: 'Mine',
      columns: { claim: ['Words'], source: ['Where'], stance: ['Says'] },
      stances: { pro: 'supports', con: 'contradicts' },
    };
    const file = join(folder, 'mine.json');
    await writeFile(file, JSON.stringify(profile));
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"columns": {"nothing": ["Where"]}}');
    const server = await serveForThisTest(environment);
    const { columns, stances: _stances, name } = profile;
    const listed = Object.entries(columns).map(([field, headings]) => ({ field, headings }));
    await ask(server, SAVE, { profile: { name, columns: listed, stances: STANCES } });
    const through = { UNDERPIN_DATA: server.data, UNDERPIN_TOKEN: TOKEN };
    const alone = { UNDERPIN_DATA: join(folder, 'data') };
    const read = `${table}: 3 to create, 0 to update, 0 as they are, 0 conflicts: a dry run.\n`;
    const run = (words: readonly string[], where: Readonly<Record<string, string>>) =>
      runProgram(['import', table, '--dry-run', ...words], where);
    expect(await run(['--profile', file], alone)).toMatchObject({ status: 0, stdout: read });
    expect(await run(['--profile', file], through)).toMatchObject({ status: 0 });
    const named = await run(['--profile', 'Mine'], through);
    expect(named.stdout).toBe(`${read}  read by the profile “Mine”\n`);
    expect((await run(['--profile', 'Mine'], alone)).stderr).toBe(
      'No profile of a table is saved as “Mine”.\n',
    );
    expect((await run(['--profile', 'Yours'], through)).stderr).toBe(
      'No profile of a table is saved as “Yours”: there are “Mine”.\n',
    );
    for (const where of [alone, through])
      expect(await run(['--profile', broken], where)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('“nothing” is no field: there are claim, ') as string,
      });
  });
});

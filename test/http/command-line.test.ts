import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EvidenceDocument } from '../../server/domain/document.generated.ts';
import { inOrder, writeInterchange } from '../../server/export/interchange.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { openEmbedded } from '../../server/store/engines/embedded/embedded-engine.ts';
import type { Statement } from '../../server/store/statement.ts';
import { evidenceDocument, study } from '../support/evidence.ts';
import { fullDocument } from '../support/full-document.ts';
import {
  ask,
  folderForThisTest,
  run,
  runProgram,
  serveForThisTest,
  startLines,
} from '../support/program.ts';

const EMPTY = writeInterchange(evidenceDocument({}));
const COUNTS = '{ statistics { studies claims } }';

/** A data folder and a place for files, both for one test. */
async function makePlace(): Promise<{ UNDERPIN_DATA: string; file: (name: string) => string }> {
  const folder = await folderForThisTest();
  return { UNDERPIN_DATA: join(folder, 'data'), file: (name) => join(folder, name) };
}

async function exported(data: string): Promise<string> {
  const { status, stdout, stderr } = await runProgram(['export'], { UNDERPIN_DATA: data });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

async function imported(data: string, ...words: string[]): Promise<string> {
  const { status, stdout, stderr } = await runProgram(['import', ...words], {
    UNDERPIN_DATA: data,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('underpin help', () => {
  test.each(['help', '--help', '-h'])(
    'as “%s” names the commands and the environment',
    async (word) => {
      const { status, stdout, stderr } = await runProgram([word], {});
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      for (const command of ['serve', 'import FILE…', 'export', 'verify', 'sign-in'])
        expect(stdout).toContain(`\n  ${command}`);
      for (const name of [
        'PORT',
        'HOST',
        'UNDERPIN_DATA',
        'UNDERPIN_SEED',
        'UNDERPIN_TOKEN',
        'NEO4J_URI',
      ])
        expect(stdout).toContain(name);
    },
  );

  test('is found by npx in the folder of the project', async () => {
    const { status, stdout } = await run('npm', ['exec', '--offline', '--', 'underpin', 'help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: underpin COMMAND');
  });
});

describe('underpin serve', () => {
  test('fills an empty store with the seed corpus, and says so', async () => {
    const { UNDERPIN_DATA } = await makePlace();
    const corpus = await readSeed('seed/corpus');
    const server = await serveForThisTest({ UNDERPIN_DATA });
    expect(await ask(server.address, COUNTS)).toEqual({
      statistics: { studies: corpus.studies.length, claims: corpus.claims.length },
    });
    const { status, stdout, stderr } = await server.stop();
    expect(stdout).toBe(`The store was empty: the seed corpus was loaded.\n${startLines(server)}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(await exported(UNDERPIN_DATA))).toEqual(inOrder(corpus));
  });

  test('leaves a store alone that holds something', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    await writeFile(
      file('one.json'),
      writeInterchange(evidenceDocument({ studies: [study('s')] })),
    );
    await imported(UNDERPIN_DATA, file('one.json'));
    const server = await serveForThisTest({ UNDERPIN_DATA });
    expect(server.output.stdout).toBe(startLines(server));
    expect(await ask(server.address, COUNTS)).toEqual({ statistics: { studies: 1, claims: 0 } });
  });

  test('serves an empty store with UNDERPIN_SEED=off', async () => {
    const server = await serveForThisTest({ UNDERPIN_SEED: 'off' });
    expect(server.output.stdout).toBe(startLines(server));
    expect(await ask(server.address, COUNTS)).toEqual({ statistics: { studies: 0, claims: 0 } });
  });
});

describe('underpin import and export', () => {
  test.each([
    ['the corpus', () => readSeed('seed/corpus')],
    ['a document that fills every field', () => Promise.resolve(fullDocument)],
  ])('are inverse for %s, and importing again changes nothing', async (_name, read) => {
    const [first, second] = [await makePlace(), await makePlace()];
    const document: EvidenceDocument = await read();
    await writeFile(first.file('given.json'), JSON.stringify(document));
    expect(await imported(first.UNDERPIN_DATA, first.file('given.json'))).toMatch(
      / 0 to update, 0 as they are, 0 conflicts: applied\.\n$/,
    );
    const text = await exported(first.UNDERPIN_DATA);
    expect(JSON.parse(text)).toEqual(inOrder(document));

    await writeFile(second.file('exported.json'), text);
    await imported(second.UNDERPIN_DATA, second.file('exported.json'));
    expect(await exported(second.UNDERPIN_DATA)).toBe(text);

    expect(await imported(second.UNDERPIN_DATA, second.file('exported.json'))).toMatch(
      /: 0 to create, 0 to update, [1-9]\d* as they are, 0 conflicts: applied\.\n$/,
    );
    expect(await exported(second.UNDERPIN_DATA)).toBe(text);
  });

  test('print the plan of a dry run and write nothing', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    const given = evidenceDocument({ studies: [study('s'), study('t')] });
    const more = evidenceDocument({ studies: [study('s', { year: 2001 }), study('u')] });
    await writeFile(file('given.json'), writeInterchange(given));
    await writeFile(file('more.json'), writeInterchange(more));
    expect(await imported(UNDERPIN_DATA, '--dry-run', file('given.json'))).toBe(
      `${file('given.json')}: 2 to create, 0 to update, 0 as they are, 0 conflicts: a dry run.\n`,
    );
    expect(await exported(UNDERPIN_DATA)).toBe(EMPTY);
    await imported(UNDERPIN_DATA, file('given.json'));
    expect(await imported(UNDERPIN_DATA, file('more.json'), '--dry-run')).toBe(
      `${file('more.json')}: 1 to create, 1 to update, 0 as they are, 0 conflicts: a dry run.\n` +
        '  update studies s: year\n',
    );
    expect(JSON.parse(await exported(UNDERPIN_DATA))).toEqual(given);
  });

  test('report as JSON where they are asked to', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    await writeFile(
      file('good.json'),
      writeInterchange(evidenceDocument({ studies: [study('s')] })),
    );
    await writeFile(file('bad.json'), '{');
    const plan = {
      created: [{ kind: 'studies', id: 's' }],
      updated: [],
      matched: [],
      conflicts: [],
    };
    const dry = await imported(UNDERPIN_DATA, '--json', '--dry-run', file('good.json'));
    expect(JSON.parse(dry)).toMatchObject([
      { file: file('good.json'), problems: [], plan, isApplied: false },
    ]);
    const { status, stdout, stderr } = await runProgram(
      ['import', '--json', file('good.json'), file('bad.json')],
      { UNDERPIN_DATA },
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([
      { file: file('good.json'), problems: [], plan, isApplied: true },
      {
        file: file('bad.json'),
        problems: [{ line: 1, column: 2, place: '', message: expect.stringContaining('no JSON') }],
        plan: null,
        isApplied: false,
      },
    ]);
  });

  test('take several files in turn, the later resting on the earlier', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    const whole = evidenceDocument({ studies: [study('whole')] });
    const part = evidenceDocument({ studies: [study('part', { partOf: 'whole' })] });
    await writeFile(file('whole.json'), writeInterchange(whole));
    await writeFile(file('part.json'), writeInterchange(part));
    await imported(UNDERPIN_DATA, '--format', 'json', file('whole.json'), file('part.json'));
    expect(JSON.parse(await exported(UNDERPIN_DATA))).toEqual(
      evidenceDocument({ studies: [...part.studies, ...whole.studies] }),
    );
  });

  test('write to the file that they are told', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    const words = ['export', '--format', 'json', '--out', file('out.json')];
    expect(await runProgram(words, { UNDERPIN_DATA })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(await readFile(file('out.json'), 'utf8')).toBe(EMPTY);
  });
});

describe('underpin verify', () => {
  test('says that a sound store is in order', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    await writeFile(file('full.json'), writeInterchange(fullDocument));
    await imported(UNDERPIN_DATA, file('full.json'));
    const records = Object.values(fullDocument).reduce((sum, rows) => sum + rows.length, 0);
    expect(await runProgram(['verify'], { UNDERPIN_DATA })).toEqual({
      status: 0,
      stdout: `The store is in order: ${records} records.\n`,
      stderr: '',
    });
  });

  test('names what is broken, and fails', async () => {
    const { UNDERPIN_DATA, file } = await makePlace();
    await writeFile(file('full.json'), writeInterchange(fullDocument));
    await imported(UNDERPIN_DATA, file('full.json'));
    const cut: Statement<Record<string, never>, Record<string, never>> = {
      name: 'a hand that cuts a citation off',
      access: 'write',
      text: "MATCH (:Citation {id: 'post>summary-2015b'})-[r:CITES]->(:Study) DELETE r",
      parameters: {},
      row: {},
    };
    const engine = await openEmbedded(join(UNDERPIN_DATA, 'graph.grafeo'));
    await engine.write((statement) => statement(cut, {}));
    await engine.close();
    const { status, stdout, stderr } = await runProgram(['verify'], { UNDERPIN_DATA });
    expect(status).toBe(1);
    expect(stderr).toContain('Citation “post>summary-2015b” is made by 1 studies and cites 0');
    expect(stdout).toMatch(/^\d+ faults were found in \d+ records\.\n$/);
  });
});

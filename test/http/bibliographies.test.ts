import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderForThisTest, runProgram } from '../support/program.ts';

const LIBRARY = `TY  - JOUR
TI  - Does collaboration between schools raise attainment – élan?
AU  - Smith, Jane
PY  - 2015
DO  - 10.1234/abc
ER  - 
`;
const PREPRINT = LIBRARY.replace('JOUR', 'UNPB').replace('DO  - 10.1234/abc\n', '');

async function place(): Promise<{
  readonly file: (name: string, bytes: string | Uint8Array) => Promise<string>;
  readonly underpin: (...words: string[]) => ReturnType<typeof runProgram>;
}> {
  const folder = await folderForThisTest();
  const environment = { UNDERPIN_DATA: join(folder, 'data'), UNDERPIN_SEED: 'off' };
  return {
    file: async (name, bytes) => {
      await writeFile(join(folder, name), bytes);
      return join(folder, name);
    },
    underpin: (...words) => runProgram(words, environment),
  };
}

describe('underpin import of a bibliography', () => {
  test('tells its format and its encoding by itself', async () => {
    const { file, underpin } = await place();
    const utf16 = await file('library', Buffer.from(`\uFEFF${LIBRARY}`, 'utf16le'));
    const windows = await file('again', Buffer.from(LIBRARY.replace('–', '\u0096'), 'latin1'));
    expect(await underpin('import', utf16)).toEqual({
      status: 0,
      stdout: `${utf16}: 2 to create, 0 to update, 0 as they are, 0 conflicts: applied.\n`,
      stderr: '',
    });
    expect((await underpin('import', windows)).stdout).toBe(
      `${windows}: 0 to create, 0 to update, 2 as they are, 0 conflicts: applied.\n`,
    );
  });

  test('asks about what may be the same work, and takes the answer', async () => {
    const { file, underpin } = await place();
    await underpin('import', await file('library.ris', LIBRARY));
    const preprint = await file('preprint.ris', PREPRINT);
    const asked = await underpin('import', preprint);
    expect(asked.status).toBe(1);
    expect(asked.stderr).toMatch(
      /This may be the same work as “doi:10\.1234\/abc”: one may be the preprint of the other\. Say whether it is\./,
    );
    const [, record = ''] = /--apart '([^']+)'/.exec(asked.stderr) ?? [];
    expect(asked.stderr).toContain(`--same '${record}=doi:10.1234/abc'`);
    const apart = await underpin('import', '--apart', record, '--dry-run', preprint);
    expect(apart.stdout).toContain(
      '1 to create, 0 to update, 1 as they are, 0 conflicts: a dry run.',
    );
    const same = await underpin('import', '--same', `${record}=doi:10.1234/abc`, preprint);
    expect(same.stdout).toContain('0 to create, 0 to update, 2 as they are, 0 conflicts: applied.');
    expect((await underpin('verify')).status).toBe(0);
  });

  test('says what it left out, at which line, and ends with 1', async () => {
    const { file, underpin } = await place();
    const cut = await file('cut.ris', `${LIBRARY}\nTY  - JOUR\nTI  - Cut o`);
    expect(await underpin('import', cut)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `${cut}: 2 to create, 0 to update, 0 as they are, 0 conflicts, 1 problem: applied.\n` +
        '  problem line 8, column 1, TY: This record has no line “ER” that ends it: it is left out.\n',
    });
  });

  test('refuses what is packed, and what nobody knows, in one sentence', async () => {
    const { file, underpin } = await place();
    const packed = await underpin('import', await file('a.bib', 'PK\u0003\u0004'));
    expect(packed).toMatchObject({
      status: 2,
      stderr: 'This file is a ZIP archive: unpack it first.\n',
    });
    const letter = await underpin('import', await file('letter.txt', 'Dear Sir or Madam'));
    expect(letter.status).toBe(2);
    expect(letter.stderr).toMatch(/^No format is recognised in “letter.txt”: say which it is\./);
  });
});

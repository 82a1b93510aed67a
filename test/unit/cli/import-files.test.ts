import { describe, expect, test } from 'vitest';
import { importAll, importFiles } from '../../../server/cli/import-files.ts';
import { Cancelled } from '../../../server/curation/course.ts';
import { sourceInMemory } from '../../../server/curation/source-bytes.ts';
import { UnderpinError } from '../../../server/domain/errors.ts';
import { IMPORTED } from '../../support/imported.ts';

const about = {
  who: 'a person',
  dryRun: false,
  format: null,
  same: [],
  apart: [],
  keepsEdits: false,
  key: null,
  profile: null,
};

const WORLD = {
  say: () => {},
  complain: () => {},
  show: null,
  untilAskedToEnd: () => new Promise<void>(() => {}),
};

/** Brings files in of which some cannot be, and gives what was said. */
async function imported(
  files: readonly string[],
  errors: Readonly<Record<string, UnderpinError>>,
  asJson = false,
): Promise<{ status: number; said: string; complained: string }> {
  const out = { said: '', complained: '' };
  const status = await importAll(
    {
      importSource: (_source, { name }) => {
        const error = errors[name ?? ''];
        return error === undefined ? Promise.resolve(IMPORTED) : Promise.reject(error);
      },
    },
    files.map((file) => ({ file, source: sourceInMemory(Buffer.from('')) })),
    { about, asJson },
    {
      ...WORLD,
      say: (text) => void (out.said += text),
      complain: (text) => void (out.complained += text),
    },
  );
  return { status, ...out };
}

const APPLIED = '1 to create, 0 to update, 0 as they are, 0 conflicts: applied.\n';
const picture = new UnderpinError('INVALID', 'This file is no text.');

describe('Of several files', () => {
  test('one that cannot be read is named, and keeps no other from its turn', async () => {
    expect(await imported(['a', 'b', 'c'], { b: picture })).toEqual({
      status: 2,
      said: `a: ${APPLIED}c: ${APPLIED}`,
      complained: 'b: This file is no text.\n',
    });
  });

  test('what was written is told as JSON, whatever came after it', async () => {
    const { status, said } = await imported(['a', 'b', 'c'], { b: picture }, true);
    expect(status).toBe(2);
    expect(JSON.parse(said)).toMatchObject([
      { file: 'a', isApplied: true },
      { file: 'b', error: { code: 'INVALID', message: 'This file is no text.' } },
      { file: 'c', isApplied: true },
    ]);
  });

  test('none is begun after the server went away, or it was given up; each is named', async () => {
    const away = new UnderpinError('UNAVAILABLE', 'The server does not answer.');
    for (const [error, sentence] of [
      [away, 'b: The server does not answer.'],
      [new Cancelled(), 'Cancelled: nothing of b was written.'],
    ] as const)
      expect(await imported(['a', 'b', 'c'], { b: error })).toEqual({
        status: 1,
        said: `a: ${APPLIED}`,
        complained: `${sentence}\nc: not looked at, nothing of it was written.\n`,
      });
  });
});

test('One file alone needs no name', async () => {
  await expect(imported(['a'], { a: picture })).rejects.toBe(picture);
});

test('A folder is no file', async () => {
  const world = { ...WORLD, environment: {}, root: '.', user: 'a person' };
  await expect(importFiles(['test'], world)).rejects.toMatchObject({
    code: 'INVALID',
    message: 'test is a folder: name the files in it.',
  });
});

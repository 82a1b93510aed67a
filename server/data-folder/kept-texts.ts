import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UnderpinError } from '../domain/errors.ts';
import { makePrivateFolder, writePrivateFile } from './private-files.ts';

/** Texts that people keep under names of their own. */
export interface KeptTexts {
  /** In the order of the alphabet. */
  names(): Promise<string[]>;
  /** Null where there is none of that name. */
  read(name: string): Promise<string | null>;
  /** @throws INVALID where the name is none for a file. */
  write(name: string, text: string): Promise<void>;
  /** Says whether there was one. */
  remove(name: string): Promise<boolean>;
}

/** No path, nothing hidden, nothing that a shell or another system takes for something else. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u;
const ENDING = '.json';

/** Texts as files of a folder, each for its owner alone to read. */
export function textsIn(folder: string): KeptTexts {
  const fileOf = (name: string): string => {
    if (NAME.test(name)) return join(folder, `${name.normalize('NFC')}${ENDING}`);
    throw new UnderpinError(
      'INVALID',
      `“${name.slice(0, 80)}” is no name to keep something under: up to 60 letters, digits, blanks, “.”, “_” and “-”, a letter or digit first and last.`,
    );
  };
  return {
    names: async () =>
      (await unlessGone(readdir(folder), []))
        .filter((file) => file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length))
        .filter((name) => NAME.test(name))
        .toSorted((a, b) => a.localeCompare(b)),
    read: (name) => unlessGone(readFile(fileOf(name), 'utf8'), null),
    write: async (name, text) => {
      const file = fileOf(name);
      makePrivateFolder(folder);
      await writePrivateFile(file, text);
    },
    remove: async (name) =>
      unlessGone(
        rm(fileOf(name)).then(() => true),
        false,
      ),
  };
}

/** What reading gives, or something else where there is nothing of that name. */
async function unlessGone<Found, Other>(
  reading: Promise<Found>,
  other: Other,
): Promise<Found | Other> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return other;
    throw error;
  }
}

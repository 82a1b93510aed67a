import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, writePrivateFile } from './private-files.ts';

/** Files that the program keeps under names of its own making. */
export interface KeptFiles {
  /** Null where there is none of that name. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** @throws UNAVAILABLE where it cannot be written. */
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

/** Files of a folder, each for its owner alone to read. */
export function filesIn(folder: string): KeptFiles {
  return {
    read: async (name) => {
      try {
        return (await open(join(folder, name))).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (name, bytes) => {
      makePrivateFolder(folder);
      await writePrivateFile(join(folder, name), bytes);
    },
  };
}

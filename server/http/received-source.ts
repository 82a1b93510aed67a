import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnderpinError } from '../domain/errors.ts';
import { MOST_HELD, sourceInMemory, type SourceBytes } from '../curation/source-bytes.ts';
import { LARGEST_SOURCE } from './body-limits.ts';

/** A line in front of a source that is longer says nothing that anybody would. */
const LONGEST_LINE = 16 * 2 ** 20;

/** What arrived in the body of a request. */
export interface ReceivedSource {
  readonly source: SourceBytes;
  /** The line in front of it; null where none was expected. */
  readonly line: string | null;
  /** To be called when nobody reads the source any longer. */
  readonly discard: () => Promise<void>;
}

/**
 * Receives a source, and holds no more than a few megabytes of it.
 * @param hasLine whether a line stands in front of it.
 * @throws TOO_COSTLY where it is too large; INVALID where the line is not there.
 */
export async function receiveSource(
  body: AsyncIterable<Uint8Array>,
  hasLine: boolean,
): Promise<ReceivedSource> {
  const source = new GrowingSource();
  try {
    let front: Buffer | null = hasLine ? Buffer.alloc(0) : null;
    let line: string | null = null;
    for await (const bytes of body) {
      if (front === null) {
        await source.add(bytes);
        continue;
      }
      front = Buffer.concat([front, bytes]);
      const end = front.indexOf('\n');
      if (end === -1 && front.length > LONGEST_LINE) break;
      if (end === -1) continue;
      line = front.subarray(0, end).toString();
      await source.add(front.subarray(end + 1));
      front = null;
    }
    if (front !== null)
      throw new UnderpinError(
        'INVALID',
        'The line of JSON in front of the source: there is no such line.',
      );
    return { source: await source.whole(), line, discard: () => source.discard() };
  } catch (error) {
    await source.discard();
    throw error;
  }
}

/** A source while it arrives: in memory while it is small, then in a file that only its owner may read. */
class GrowingSource {
  #size = 0;
  #held: Uint8Array[] = [];
  #folder: string | null = null;
  #file: FileHandle | null = null;

  async add(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    if (this.#size > LARGEST_SOURCE) throw tooLargeSource();
    if (this.#file === null && this.#size > MOST_HELD) {
      this.#folder = await mkdtemp(join(tmpdir(), 'underpin-source-'));
      this.#file = await open(this.#path(), 'wx', 0o600);
      for (const part of this.#held) await this.#file.writeFile(part);
      this.#held = [];
    }
    if (this.#file === null) this.#held.push(bytes);
    else await this.#file.writeFile(bytes);
  }

  async whole(): Promise<SourceBytes> {
    if (this.#file === null) return sourceInMemory(Buffer.concat(this.#held));
    await this.#close();
    return { size: this.#size, open: () => createReadStream(this.#path()) };
  }

  async discard(): Promise<void> {
    await this.#close();
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }

  async #close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  #path(): string {
    return join(this.#folder ?? '', 'source');
  }
}

export function tooLargeSource(): UnderpinError {
  return new UnderpinError(
    'TOO_COSTLY',
    `A source may have ${LARGEST_SOURCE / 2 ** 20} MiB: bring it in parts.`,
  );
}

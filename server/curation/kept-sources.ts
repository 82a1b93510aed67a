import { promisify } from 'node:util';
import { gunzip, gzip, type ZlibOptions } from 'node:zlib';

/** Where what was brought in is kept: bytes under names. */
export interface SourceFiles {
  read(name: string): Promise<Uint8Array | null>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** Where a record stands in the source that brought it. */
export interface MadeFrom {
  /** 1-based line at which it begins. */
  readonly line: number;
  /** What stands there, up to the next record, cut where it is long; null where one line holds far more than a record. */
  readonly text: string | null;
}

interface KeptSource {
  readonly lines: readonly string[];
  /** The line at which each record begins, by its id in the store. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** All of these lines, from the first to the last. */
  readonly begins: readonly number[];
}

const [pack, unpack] = [
  promisify<string, ZlibOptions, Buffer>(gzip),
  promisify<Uint8Array, Buffer>(gunzip),
];
/** It is waited for before anything is written. */
const QUICKLY = { level: 1 };

/** More than this of a record is not shown. */
const [MOST_LINES, MOST_CHARACTERS] = [60, 4000];
/** Sources that are looked into again and again are not unpacked each time. */
const MOST_AT_HAND = 4;

/**
 * What records were made from: each source as it was brought in, packed, with the
 * line at which each of its records begins. It is kept under the digest of what was
 * brought, so that every version stays, and the same is kept once.
 */
export class KeptSources {
  readonly #files: SourceFiles;
  readonly #atHand = new Map<string, Promise<KeptSource | null>>();

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  async keep(digest: string, content: string, lineOf: ReadonlyMap<string, number>): Promise<void> {
    const write = async (name: string, text: string): Promise<void> =>
      this.#files.write(name, await pack(text, QUICKLY));
    this.#atHand.delete(digest);
    await write(textName(digest), content);
    await write(linesName(digest), JSON.stringify([...lineOf]));
  }

  /** What a record was made from; null where that source is not kept, or has no such record. */
  async find(digest: string, id: string): Promise<MadeFrom | null> {
    const source = await this.#open(digest);
    const line = source?.lineOf.get(id);
    if (source === null || line === undefined) return null;
    if ((source.lines[line - 1]?.length ?? 0) > MOST_CHARACTERS) return { line, text: null };
    const next = source.begins.find((begin) => begin > line) ?? source.lines.length + 1;
    const text = source.lines
      .slice(line - 1, Math.min(next - 1, line - 1 + MOST_LINES))
      .join('\n')
      .trimEnd();
    return {
      line,
      text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text,
    };
  }

  #open(digest: string): Promise<KeptSource | null> {
    const opened = this.#atHand.get(digest) ?? this.#read(digest);
    this.#atHand.delete(digest);
    this.#atHand.set(digest, opened);
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size > MOST_AT_HAND && oldest !== undefined) this.#atHand.delete(oldest);
    return opened;
  }

  async #read(digest: string): Promise<KeptSource | null> {
    const [text, lines] = await Promise.all(
      [textName(digest), linesName(digest)].map((name) => this.#files.read(name)),
    );
    if (!text || !lines) return null;
    const lineOf = new Map(
      JSON.parse((await unpack(lines)).toString()) as readonly (readonly [string, number])[],
    );
    return {
      lines: (await unpack(text)).toString().split(/\r\n?|\n/),
      lineOf,
      begins: [...new Set(lineOf.values())].toSorted((one, other) => one - other),
    };
  }
}

function textName(digest: string): string {
  return `${digest}.txt.gz`;
}

function linesName(digest: string): string {
  return `${digest}.lines.gz`;
}

/** Sources that are kept as long as this process runs. */
export function sourcesInMemory(): KeptSources {
  const files = new Map<string, Uint8Array>();
  return new KeptSources({
    read: async (name) => files.get(name) ?? null,
    write: async (name, bytes) => void files.set(name, bytes),
  });
}

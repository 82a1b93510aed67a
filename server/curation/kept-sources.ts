import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';

/** Where what was brought in is kept: bytes under names. */
export interface SourceFiles {
  /** Null where there is none of that name. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

/** Where a record stands in the source that brought it. */
export interface MadeFrom {
  /** 1-based line at which it begins. */
  readonly line: number;
  /** What stands there, up to the next record, cut where it is long; null where one line holds far more than a record. */
  readonly text: string | null;
}

/** The id of a record in the store, and the 1-based line at which it begins. */
export type RecordLine = readonly [id: string, line: number];

/** Something that comes in parts, whether they are at hand or have to be waited for. */
type Parts<Part> = Iterable<Part> | AsyncIterable<Part>;

/** It is waited for before anything is written. */
const QUICKLY = { level: 1 };

/** More than this of a record is not shown. */
const [MOST_LINES, MOST_CHARACTERS] = [60, 4000];

/**
 * What records were made from: each source as it was brought in, packed, with the
 * line at which each of its records begins. It is kept under the digest of what was
 * brought, so that every version stays, and the same is kept once. No more than a
 * part of it is ever held.
 */
export class KeptSources {
  readonly #files: SourceFiles;

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  async keep(digest: string, text: Parts<string>, lines: Parts<RecordLine>): Promise<void> {
    const write = (name: string, parts: Parts<string>): Promise<void> =>
      this.#files.write(name, Readable.from(parts).compose(createGzip(QUICKLY)));
    await write(textName(digest), text);
    await write(linesName(digest), asLines(lines));
  }

  /** What a record was made from; null where that source is not kept, or has no such record. */
  async find(digest: string, id: string): Promise<MadeFrom | null> {
    const place = await this.#placeOf(digest, id);
    if (place === null) return null;
    const text = await this.#linesFrom(digest, place.line, place.next);
    return text === null ? null : { line: place.line, text: shown(text) };
  }

  /** The line of a record, and that of the next one, of which there may be none. */
  async #placeOf(digest: string, id: string): Promise<{ line: number; next: number } | null> {
    const begins: number[] = [];
    let line: number | null = null;
    for await (const printed of this.#unpacked(linesName(digest))) {
      const [record, begin] = JSON.parse(printed) as RecordLine;
      if (record === id) line = begin;
      begins.push(begin);
    }
    if (line === null) return null;
    let next = Infinity;
    for (const begin of begins) if (begin > line && begin < next) next = begin;
    return { line, next };
  }

  /** The lines of a source from one to before another, as many as are shown; null where there are none. */
  async #linesFrom(digest: string, first: number, next: number): Promise<string[] | null> {
    const end = Math.min(next, first + MOST_LINES);
    const lines: string[] = [];
    let number = 0;
    for await (const line of this.#unpacked(textName(digest))) {
      number += 1;
      if (number >= end) break;
      if (number >= first) lines.push(line);
    }
    return lines.length === 0 ? null : lines;
  }

  /** The lines of a packed text; none where it is not kept. */
  async *#unpacked(name: string): AsyncGenerator<string> {
    const packed = await this.#files.read(name);
    if (packed === null) return;
    const unpacked = Readable.from(packed).compose(createGunzip());
    try {
      yield* createInterface({ input: unpacked, crlfDelay: Infinity });
    } finally {
      // Whoever has found what was looked for reads no further.
      unpacked.destroy();
    }
  }
}

async function* asLines(lines: Parts<RecordLine>): AsyncGenerator<string> {
  let text = '';
  for await (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < 2 ** 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

function shown(lines: readonly string[]): string | null {
  if ((lines[0]?.length ?? 0) > MOST_CHARACTERS) return null;
  const text = lines.join('\n').trimEnd();
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
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
    read: async (name) => {
      const bytes = files.get(name);
      return bytes === undefined ? null : Readable.from([bytes]);
    },
    write: async (name, bytes) => void files.set(name, await bytesOf(bytes)),
  });
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

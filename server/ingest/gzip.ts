import { pipeline } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { UnderpinError } from '../domain/errors.ts';

const MEGABYTE = 2 ** 20;

/** Real files shrink to a tenth, and rarely to a thirtieth; those that shrink more were made to burst. */
const MOST_TIMES = 100;
/** Small files may be as dull as they like. */
const ALWAYS_ALLOWED = 16 * MEGABYTE;
/** Read piece by piece, in bytes. */
const MOST_IN_PIECES = 1024 * MEGABYTE;
/** Held as one text, in bytes. */
const MOST_AT_ONCE = 256 * MEGABYTE;

export function isGzip(beginning: Uint8Array): boolean {
  return beginning[0] === 0x1f && beginning[1] === 0x8b;
}

/**
 * What a gzip file holds.
 * @throws INVALID where that is damaged, more than 256 MB, or more than 100 times the
 * file's size and 16 MB; no more than that is ever unpacked.
 */
export function unpacked(bytes: Uint8Array): Uint8Array {
  const maxOutputLength = Math.min(mostOf(bytes.length), MOST_AT_ONCE);
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged();
    throw burst(maxOutputLength < MOST_AT_ONCE ? null : MOST_AT_ONCE);
  }
}

/**
 * The same, as it comes: of what is read piece by piece, 1 GB and no more is unpacked.
 * @throws INVALID as `unpacked` does.
 */
export async function* unpackedStream(
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  let taken = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of packed) {
      taken += bytes.length;
      yield bytes;
    }
  }
  // What goes wrong is thrown where the unpacked bytes are read.
  pipeline(counted, gunzip, () => undefined);
  let given = 0;
  try {
    for await (const bytes of gunzip as AsyncIterable<Uint8Array>) {
      given += bytes.length;
      if (given > MOST_IN_PIECES) throw burst(MOST_IN_PIECES);
      if (given > mostOf(taken)) throw burst(null);
      yield bytes;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true ? damaged() : error;
  }
}

/** How many bytes may come out of so many that are packed. */
function mostOf(packed: number): number {
  return Math.max(ALWAYS_ALLOWED, packed * MOST_TIMES);
}

function burst(most: number | null): UnderpinError {
  const size = most === null ? `${MOST_TIMES} times its size` : `${most / MEGABYTE} MB`;
  return new UnderpinError(
    'INVALID',
    `This file is compressed (gzip), and unpacks to more than ${size}: unpack it first, and bring it in parts.`,
  );
}

function damaged(): UnderpinError {
  return new UnderpinError(
    'INVALID',
    'This file is compressed (gzip) and damaged: it cannot be unpacked.',
  );
}

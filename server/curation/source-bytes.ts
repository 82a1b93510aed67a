import { Readable } from 'node:stream';
import type { OpenFile } from '../ingest/text-stream.ts';

/** In bytes: what is larger is read again and again from where it lies, and not held in memory. */
export const MOST_HELD = 4 * 2 ** 20;

/** A source as it comes: bytes, which may be more than can be held. */
export interface SourceBytes {
  readonly size: number;
  /** Reads them from the beginning. */
  readonly open: OpenFile;
}

export function sourceInMemory(bytes: Uint8Array): SourceBytes {
  return { size: bytes.length, open: () => Readable.from([bytes]) };
}

/** All of a source at once. */
export async function allBytes({ open }: SourceBytes): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of open()) parts.push(part);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
}

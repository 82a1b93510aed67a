import { decode } from '../ingest/decode.ts';
import { isGzip } from '../ingest/gzip.ts';
import { LIMITS } from '../ingest/pieces.ts';
import { allBytes, MOST_HELD, type SourceBytes } from './source-bytes.ts';
import { bringInLarge } from './import-large.ts';
import { bringIn, type Brought, type BroughtIn } from './import-source.ts';
import type { Curation } from './curation.ts';
import type { Asked } from './proposal.ts';
import { openBrought } from './read-brought.ts';

/** What gzip has packed becomes several times as large. */
const MOST_HELD_PACKED = MOST_HELD / 8;

/**
 * Brings a source in as it comes, whichever encoding it is in: as one text, or, where
 * it is large and its format can be cut, with no more than a piece of it held at a time.
 * @throws INVALID where it is no text, unpacks to too much, or its format cannot be told.
 */
export async function bringBytesIn(
  curation: Curation,
  source: SourceBytes,
  brought: Omit<Brought, 'content'>,
  asked: Asked,
): Promise<BroughtIn> {
  const { size, open } = source;
  const { name, format = null, profile = null } = brought;
  if (size > MOST_HELD || (size > MOST_HELD_PACKED && (await isPacked(source)))) {
    const file = { name, open };
    const opened = await openBrought(curation.profiles, { file, format, profile });
    // What cannot be cut is held, unless it is too large for that, which the reading of it says.
    if (opened.pieces.isCut || size > LIMITS.whole)
      return bringInLarge(curation, { ...brought, ...opened, file }, asked);
  }
  return bringIn(curation, { ...brought, content: decode(await allBytes(source)) }, asked);
}

async function isPacked({ open }: SourceBytes): Promise<boolean> {
  for await (const beginning of open()) return isGzip(beginning);
  return false;
}
